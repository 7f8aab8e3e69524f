#pragma once

#include "models/ports/localworkspace.h"

/// A local workspace without a child: the test says when it is ready, ends, or fails.
class FakeWorkspace final : public LocalWorkspace
{
public:
    void start() override { ++m_starts; }
    QUrl address() const override { return m_address; }
    SecretText credential() const override { return m_credential.clone(); }
    QString folder() const override { return QStringLiteral("/home/dana/.local/share/apono-console"); }

    int starts() const { return m_starts; }

    /// On a new port with a new credential each time.
    void becomeReady();
    void beginRestart();
    void fail(const Error &error);

private:
    int m_starts = 0;
    int m_port = 40000;
    QUrl m_address;
    SecretText m_credential;
};
