#pragma once

#include "models/connections/connectiontest.h"

#include <QWidget>

#include <optional>

class Button;
class FieldMessage;
class FormField;

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

    /// The token of a server that is known is to be typed in again.
    void askForToken(const QString &address);
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
    QLineEdit *m_token;
    FormField *m_addressField;
    FormField *m_tokenField;
    Button *m_testButton;
    Button *m_connectButton;
    FieldMessage *m_result;
    ApiTarget m_target;
    SecretText m_credential;
    bool m_connectAfterwards = false;
};
