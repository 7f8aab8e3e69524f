#include "ui/dialogs/deleteserviceaccountdialog.h"

#include "models/accounts/accounttext.h"
#include "models/deletion/accountdeletion.h"
#include "models/list/accountlist.h"
#include "ui/style/metrics.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/deleteheading.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/icontext.h"
#include "ui/widgets/iconview.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/valuefield.h"

#include <QGridLayout>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using State = AccountDeletion::State;

namespace {

constexpr int captionWidth = 68;
/// A token that was used within this time is most likely still in use: that is worth a warning.
constexpr auto recently = 30 * 24h;

bool isInUse(const ServiceAccount &account, const QDateTime &now)
{
    return account.lastUsedDate && *account.lastUsedDate > now.addDuration(-recently);
}

/// Rows of caption and value.
class FactRows
{
public:
    /// Of @p grid, which outlives it.
    explicit FactRows(QGridLayout *grid)
        : m_grid(grid)
    {
        m_grid->setContentsMargins(0, 0, 0, 0);
        m_grid->setHorizontalSpacing(10);
        m_grid->setVerticalSpacing(Metrics::buttonGap);
        m_grid->setColumnMinimumWidth(0, captionWidth);
        m_grid->setColumnStretch(1, 1);
    }

    void add(const QString &caption, QWidget *value)
    {
        const int row = m_grid->rowCount();
        auto *label = new TextLabel(caption, TextStyle::Body, Token::Text2);
        m_grid->addWidget(label, row, 0);
        m_grid->addWidget(value, row, 1);
    }

    void add(const QString &caption, const QString &value) { add(caption, new ValueField(caption, value)); }

    void addWarning(const QString &caption, const QString &value)
    {
        auto *field = new ValueField(caption, value);
        field->setFont(font(TextStyle::Label));
        auto *box = new QWidget;
        auto *line = new QHBoxLayout(box);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(Metrics::iconGap);
        line->addWidget(new IconView(QStringLiteral("triangle-alert"), Token::Warn));
        line->addWidget(field, 1);
        add(caption, box);
    }

private:
    QGridLayout *m_grid;
};

} // namespace

DeleteServiceAccountDialog::DeleteServiceAccountDialog(AccountDeletion *deletion, AccountList &list,
                                                       QWidget *parent)
    : ConsoleDialog(tr("Delete Service Account"), Metrics::deleteDialogWidth, parent)
    , m_deletion(deletion)
    , m_banner(new Banner(Banner::Kind::Bad, {}, {}))
{
    setAttribute(Qt::WA_DeleteOnClose);
    body()->addWidget(m_banner);
    body()->addWidget(new DeleteHeading(tr("Delete %1?").arg(deletion->account().name),
                                        tr("What still uses this token stops working at once. Remove the "
                                           "token from every project and from code first.")));
    body()->addWidget(makeFacts(list.model()->serverNow()));
    m_banner->hide();
    if (deletion->hasKeychainCopy())
        body()->addWidget(new IconText(QStringLiteral("key-square"), Token::Text2,
                                       tr("The copy in the keychain of this computer is deleted too."),
                                       TextStyle::Body, Token::Text2));

    m_yes = foot()->addButton(tr("Yes"), ButtonKind::Destructive);
    m_no = foot()->addButton(tr("No"), ButtonKind::Plain);
    m_yes->setMinimumWidth(Metrics::yesOrNoWidth);
    m_no->setMinimumWidth(Metrics::yesOrNoWidth);
    m_no->setDefault(true);
    m_no->setFocus();

    keepListUpToDate(list);
    connect(m_deletion, &AccountDeletion::stateChanged, this, &DeleteServiceAccountDialog::follow);
    connect(m_yes, &Button::clicked, m_deletion, &AccountDeletion::start);
    connect(m_no, &Button::clicked, this, &DeleteServiceAccountDialog::reject);
}

DeleteServiceAccountDialog::~DeleteServiceAccountDialog()
{
    if (!m_deletion)
        return;
    m_deletion->disconnect(this);
    if (m_deletion->state() != State::Deleting)
        m_deletion->deleteLater();
    else
        connect(m_deletion, &AccountDeletion::stateChanged, m_deletion, &QObject::deleteLater);
}

QWidget *DeleteServiceAccountDialog::makeFacts(const QDateTime &now)
{
    const ServiceAccount &account = m_deletion->account();
    auto *box = new Box;
    FactRows rows(new QGridLayout(box));
    rows.add(tr("Roles"), new Chips(account.roles));
    if (isInUse(account, now))
        rows.addWarning(tr("Last used"), lastUsedText(account, now));
    else
        rows.add(tr("Last used"), lastUsedText(account, now));
    rows.add(tr("Expiration"), expirationText(account, now));
    rows.add(tr("Keychain"),
             m_deletion->hasKeychainCopy() ? tr("Saved on this computer") : tr("Not saved on this computer"));
    return box;
}

void DeleteServiceAccountDialog::keepListUpToDate(AccountList &list)
{
    // In the context of the list: it has to learn of the deletion also when this window is gone.
    connect(m_deletion, &AccountDeletion::stateChanged, &list,
            [deletion = m_deletion.data(), list = &list, api = list.api()] {
                if (deletion->state() == State::Deleted && list->api() == api)
                    list->accountDeleted(deletion->account().id);
            });
}

void DeleteServiceAccountDialog::follow()
{
    const bool isDeleting = m_deletion->state() == State::Deleting;
    m_yes->setEnabled(!isDeleting);
    m_no->setText(isDeleting ? tr("Cancel") : tr("No"));
    const QString name = m_deletion->account().name;
    switch (m_deletion->state()) {
    case State::Deleting:
        m_banner->hide();
        foot()->setMessage(FieldMessage::Kind::Hint, tr("Deleting %1…").arg(name));
        break;
    case State::Deleted:
        Q_EMIT deleted(message());
        accept();
        break;
    case State::Ready:
        foot()->clearMessage();
        m_no->setFocus();
        showFailure(*m_deletion->error());
        break;
    }
}

void DeleteServiceAccountDialog::showFailure(const Error &error)
{
    const QString name = m_deletion->account().name;
    if (m_deletion->isOutcomeUnknown())
        m_banner->setTexts(
            tr("It is not known whether %1 was deleted").arg(name),
            tr("%1 If it was deleted, its token works no more. Yes finds out, and deletes it if it is there.")
                .arg(error.sentence()));
    else
        m_banner->setTexts(tr("%1 was not deleted").arg(name),
                           tr("%1 The account and its token stay as they were.").arg(error.sentence()));
    m_banner->offerDetails(error);
    offerAnotherToken(m_banner, error);
    m_banner->show();
    bringIntoView(m_banner);
}

QString DeleteServiceAccountDialog::message() const
{
    const QString name = m_deletion->account().name;
    if (m_deletion->keychainCopyRemoved())
        return tr("%1 was deleted, and its copy in the keychain.").arg(name);
    if (const auto &error = m_deletion->keychainError())
        return tr("%1 was deleted. The copy in the keychain could not be removed: %2")
            .arg(name, error->sentence());
    return tr("%1 was deleted.").arg(name);
}

void DeleteServiceAccountDialog::goOn()
{
    if (m_deletion)
        m_deletion->start();
}

void DeleteServiceAccountDialog::reject()
{
    if (m_deletion && m_deletion->state() == State::Deleting)
        m_deletion->cancel();
    else
        ConsoleDialog::reject();
}
