#pragma once

#include "models/connections/connectiontest.h"
#include "ui/widgets/consoledialog.h"

class Button;
class CurrentConnection;
class FormField;
class TokenEdit;

/// "Use Another Token": another credential for the open server. It is tried first; one that does not work
/// changes nothing, and what was typed stays.
class UseTokenDialog final : public ConsoleDialog
{
    Q_OBJECT

public:
    /// The open connection is a server. All must outlive the dialog.
    UseTokenDialog(CurrentConnection &connection, AdminApiFactory &apis, QWidget *parent);

Q_SIGNALS:
    /// The connection signs in with it from now on. For the status bar.
    void used(const QString &sentence);

private:
    void tryToken();
    void succeeded(const QString &sentence);
    void failed(const Error &error);
    void setBusy(bool busy);

    CurrentConnection &m_connection;
    ConnectionTest m_test;
    /// Of the connection that was open when the dialog was opened: another one gets no token from here.
    QString m_key;
    TokenEdit *m_token;
    FormField *m_tokenField;
    Button *m_use;
    SecretText m_credential;
};
