#pragma once

#include "models/connections/connectiontest.h"

#include <QWidget>

#include <optional>

class Button;
class CopyDetailsButton;
class FieldMessage;
class FormField;
class TokenEdit;

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

/// Address and token of a server: "Test Connection" and "Connect to Apono", which tests first. What is wrong
/// stands beside its field, and what was typed stays.
class ServerForm final : public QWidget
{
    Q_OBJECT

public:
    /// @p apis must outlive it.
    explicit ServerForm(AdminApiFactory &apis, QWidget *parent = nullptr);

    /// The token of a known server is to be typed in again. As long as the address stays its own, all of
    /// @p target holds: path, dates, proxy and certificate authorities too.
    void askForToken(const ApiTarget &target);
    /// Empties the field of the token, which is in the field alone.
    void forgetToken();

    /// Says what went wrong beside the field where it can be corrected.
    void failed(const Error &error);

    /// The token as it was tested, once: taking it leaves nothing.
    SecretText takeCredential() { return std::move(m_credential); }

Q_SIGNALS:
    /// The test succeeded; takeCredential() has the token.
    void connectRequested(const ApiTarget &target);

private:
    void test(bool connectAfterwards);
    void succeeded(const QString &sentence);
    void setBusy(bool busy);
    void clearMessages();

    ConnectionTest m_test;
    QLineEdit *m_address;
    TokenEdit *m_token;
    FormField *m_addressField;
    FormField *m_tokenField;
    Button *m_testButton;
    Button *m_connectButton;
    FieldMessage *m_result;
    CopyDetailsButton *m_details;
    /// Of the known server whose token was asked for.
    ApiTarget m_known;
    ApiTarget m_target;
    SecretText m_credential;
    bool m_connectAfterwards = false;
};
