#include "tests/support/fakeworkspace.h"

void FakeWorkspace::becomeReady()
{
    ++m_port;
    m_address = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
    m_credential = SecretText::fromUtf8("credential-of-run-" + QByteArray::number(m_port));
    Q_EMIT ready();
}

void FakeWorkspace::beginRestart()
{
    m_address.clear();
    m_credential = {};
    Q_EMIT restarting();
}

void FakeWorkspace::fail(const Error &error)
{
    m_address.clear();
    m_credential = {};
    Q_EMIT failed(error);
}
