#pragma once

#include "models/connections/connectiondraft.h"
#include "models/connections/connectiontest.h"

class CurrentConnection;

/// "Test Connection" of what is typed, saved or not: with the token that was typed for it, else with the one
/// that it has.
class DraftTest : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it.
    DraftTest(CurrentConnection &connections, AdminApiFactory &apis, QObject *parent = nullptr);

    /// Only for a server whose fields have no problem, and which has a token. Begins anew when one is
    /// running.
    void run(const ConnectionDraft &draft);
    void cancel();
    bool isRunning() const { return m_credential.isRunning() || m_test.isRunning(); }

Q_SIGNALS:
    /// Translated, as of ConnectionTest.
    void succeeded(const QString &sentence);
    void failed(const Error &error);

private:
    CurrentConnection &m_connections;
    ConnectionTest m_test;
    Call m_credential;
};

/// Where a test's failure is to be corrected; nothing when it is at no field.
std::optional<ConnectionDraft::Field> fieldToCorrect(const Error &error);
