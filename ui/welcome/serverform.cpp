#include "ui/welcome/serverform.h"

#include "models/connections/drafttest.h"
#include "models/connections/serveraddress.h"
#include "ui/style/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/copydetailsbutton.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/tokenedit.h"

#include <QLineEdit>
#include <QVBoxLayout>

ServerForm::ServerForm(AdminApiFactory &apis, QWidget *parent)
    : QWidget(parent)
    , m_test(apis)
    , m_address(new QLineEdit(QStringLiteral("https://api.apono.io")))
    , m_token(new TokenEdit)
    , m_addressField(new FormField(tr("Address"), m_address))
    , m_tokenField(new FormField(tr("Token"), m_token))
    , m_testButton(new Button(tr("Test Connection"), ButtonKind::Plain))
    , m_connectButton(new Button(tr("Connect to Apono"), ButtonKind::Plain))
    , m_result(new FieldMessage)
    , m_details(new CopyDetailsButton)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Metrics::iconGap);
    column->addWidget(m_addressField);
    column->addSpacing(Metrics::iconGap);
    column->addWidget(m_tokenField);
    column->addSpacing(Metrics::popupGap);
    column->addWidget(m_testButton, 0, Qt::AlignLeft);
    column->addWidget(m_result);
    column->addWidget(m_details, 0, Qt::AlignLeft);
    column->addStretch();
    column->addSpacing(Metrics::buttonGap);
    column->addWidget(m_connectButton);

    connect(m_testButton, &Button::clicked, this, [this] { test(false); });
    connect(m_connectButton, &Button::clicked, this, [this] { test(true); });
    connect(m_token, &QLineEdit::returnPressed, this, [this] { test(true); });
    connect(m_address, &QLineEdit::textChanged, this, &ServerForm::clearMessages);
    connect(m_token, &QLineEdit::textChanged, this, &ServerForm::clearMessages);
    connect(&m_test, &ConnectionTest::succeeded, this, &ServerForm::succeeded);
    connect(&m_test, &ConnectionTest::failed, this, &ServerForm::failed);
}

void ServerForm::askForToken(const ApiTarget &target)
{
    m_known = target;
    m_address->setText(target.address.toString());
    m_token->setFocus(Qt::OtherFocusReason);
}

void ServerForm::forgetToken()
{
    m_test.cancel();
    m_token->clear();
    setBusy(false);
}

void ServerForm::clearMessages()
{
    m_addressField->clearMessage();
    m_tokenField->clearMessage();
    m_result->clear();
    m_details->hide();
}

void ServerForm::setBusy(bool busy)
{
    m_testButton->setEnabled(!busy);
    m_connectButton->setEnabled(!busy);
    m_address->setReadOnly(busy);
    m_token->setReadOnly(busy);
}

void ServerForm::test(bool connectAfterwards)
{
    if (m_test.isRunning())
        return;
    clearMessages();
    const Result<QUrl> address = serverAddressFromText(m_address->text());
    m_credential = m_token->secret();
    if (!address)
        m_addressField->setMessage(FieldMessage::Kind::Bad, address.error().message);
    if (m_credential.isEmpty())
        m_tokenField->setMessage(FieldMessage::Kind::Bad,
                                 tr("A token is needed: enter one with the role Admin."));
    if (!address || m_credential.isEmpty()) {
        (address ? m_token : m_address)->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_connectAfterwards = connectAfterwards;
    const bool isKnown = normalizedAddress(address.value()) == normalizedAddress(m_known.address);
    m_target = isKnown ? m_known : ApiTarget();
    m_target.address = address.value();
    setBusy(true);
    m_result->say(FieldMessage::Kind::Hint, tr("Testing the connection…"));
    m_test.run(m_target, m_credential);
}

void ServerForm::succeeded(const QString &sentence)
{
    setBusy(false);
    m_result->say(FieldMessage::Kind::Ok, sentence);
    if (!m_connectAfterwards) {
        m_credential = {};
        return;
    }
    Q_EMIT connectRequested(m_target);
}

void ServerForm::failed(const Error &error)
{
    setBusy(false);
    m_credential = {};
    m_result->clear();
    m_details->offer(error);
    const std::optional<ConnectionDraft::Field> place = fieldToCorrect(error);
    FormField *field = nullptr;
    if (place == ConnectionDraft::Field::Token)
        field = m_tokenField;
    // The path is a part of what stands in the address here.
    else if (place == ConnectionDraft::Field::Address || place == ConnectionDraft::Field::ResourcePath)
        field = m_addressField;
    if (!field) {
        m_result->say(FieldMessage::Kind::Bad, error.sentence());
        return;
    }
    field->setMessage(FieldMessage::Kind::Bad, error.sentence());
    field->field()->setFocus(Qt::OtherFocusReason);
}
