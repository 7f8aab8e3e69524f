#include "ui/connections/usetokendialog.h"

#include "models/connections/currentconnection.h"
#include "models/connections/sessiontext.h"
#include "ui/style/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/icontext.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokenedit.h"

#include <QVBoxLayout>

UseTokenDialog::UseTokenDialog(CurrentConnection &connection, AdminApiFactory &apis, QWidget *parent)
    : ConsoleDialog(tr("Use Another Token"), Metrics::formDialogWidth, parent)
    , m_connection(connection)
    , m_test(apis)
    , m_key(connection.connection()->key)
    , m_token(new TokenEdit)
    , m_tokenField(new FormField(tr("Token"), m_token))
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *heading = new TextLabel(tr("Sign in to %1 with another token").arg(connection.connection()->name),
                                  TextStyle::DialogTitle);
    heading->setWordWrap(true);
    body()->addWidget(heading);
    body()->addWidget(new IconText(QStringLiteral("user-round"), Token::Text2,
                                   signedInSentence(connection.session()), TextStyle::Body, Token::Text2));
    body()->addWidget(m_tokenField);
    m_tokenField->setMessage(FieldMessage::Kind::Hint,
                             tr("Of an Admin: a personal token, or a service account's. It is tried first."));
    m_token->setFocus(Qt::OtherFocusReason);

    connect(foot()->addButton(tr("Cancel"), ButtonKind::Plain), &Button::clicked, this, &QDialog::reject);
    m_use = foot()->addButton(tr("Use Token"), ButtonKind::Primary);
    m_use->setDefault(true);
    connect(m_use, &Button::clicked, this, &UseTokenDialog::tryToken);
    connect(m_token, &QLineEdit::textChanged, m_tokenField, &FormField::clearMessage);
    connect(&m_test, &ConnectionTest::succeeded, this, &UseTokenDialog::succeeded);
    connect(&m_test, &ConnectionTest::failed, this, &UseTokenDialog::failed);
}

void UseTokenDialog::setBusy(bool busy)
{
    m_use->setEnabled(!busy);
    m_token->setReadOnly(busy);
    if (busy)
        foot()->setMessage(FieldMessage::Kind::Hint, tr("Trying the token…"));
    else
        foot()->clearMessage();
}

void UseTokenDialog::tryToken()
{
    if (m_test.isRunning())
        return;
    const auto &open = m_connection.connection();
    if (!open || open->key != m_key) {
        failed(Error(ErrorKind::NotAllowed, tr("Another connection was opened meanwhile. Close this window "
                                               "and choose “Use Another Token…” there.")));
        return;
    }
    m_credential = m_token->secret();
    if (m_credential.isEmpty()) {
        failed(Error(ErrorKind::NotAllowed, tr("A token is needed: enter one with the role Admin.")));
        return;
    }
    setBusy(true);
    m_test.run(open->target, m_credential);
}

void UseTokenDialog::succeeded(const QString &sentence)
{
    const auto used = m_connection.useCredential(m_key, std::move(m_credential));
    if (!used) {
        failed(used.error());
        return;
    }
    Q_EMIT this->used(sentence);
    accept();
}

void UseTokenDialog::failed(const Error &error)
{
    m_credential = {};
    setBusy(false);
    m_tokenField->setMessage(FieldMessage::Kind::Bad, error.sentence());
    // What this program asked for itself has no details.
    if (error.kind != ErrorKind::NotAllowed)
        foot()->offerDetails(error.details());
    m_token->setFocus(Qt::OtherFocusReason);
}
