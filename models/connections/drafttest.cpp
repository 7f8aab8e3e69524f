#include "models/connections/drafttest.h"

#include "models/connections/currentconnection.h"

DraftTest::DraftTest(CurrentConnection &connections, AdminApiFactory &apis, QObject *parent)
    : QObject(parent)
    , m_connections(connections)
    , m_test(apis)
{
    connect(&m_test, &ConnectionTest::succeeded, this, &DraftTest::succeeded);
    connect(&m_test, &ConnectionTest::failed, this, &DraftTest::failed);
}

void DraftTest::run(const ConnectionDraft &draft)
{
    cancel();
    if (!draft.credential().isEmpty()) {
        m_test.run(draft.target(), draft.credential());
        return;
    }
    m_credential = m_connections.credential(
        draft.kept().key, this, [this, target = draft.target()](const Result<SecretText> &credential) {
            if (credential)
                m_test.run(target, credential.value());
            else
                Q_EMIT failed(credential.error());
        });
}

void DraftTest::cancel()
{
    m_credential.cancel();
    m_test.cancel();
}

std::optional<ConnectionDraft::Field> fieldToCorrect(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
    case ErrorKind::KeychainMissing:
    case ErrorKind::KeychainLocked:
    case ErrorKind::KeychainSilent:
    case ErrorKind::KeychainEntryMissing:
    case ErrorKind::KeychainLockedOrRemoved:
    case ErrorKind::KeychainRefused:
        return ConnectionDraft::Field::Token;
    case ErrorKind::Unreachable:
    case ErrorKind::Untrusted:
    case ErrorKind::Redirected:
    case ErrorKind::InsecureAddress:
    case ErrorKind::Unreadable:
        return ConnectionDraft::Field::Address;
    case ErrorKind::NotFound:
        return ConnectionDraft::Field::ResourcePath;
    case ErrorKind::ProxyFailed:
        return ConnectionDraft::Field::Proxy;
    case ErrorKind::FileUnreadable:
        return ConnectionDraft::Field::AuthorityFile;
    default:
        return std::nullopt;
    }
}
