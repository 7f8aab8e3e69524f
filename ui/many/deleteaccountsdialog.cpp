#include "ui/many/deleteaccountsdialog.h"

#include "models/accounts/timetext.h"
#include "ui/many/manytexts.h"
#include "ui/many/textrows.h"
#include "ui/style/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/deleteheading.h"
#include "ui/widgets/icontext.h"

#include <QVBoxLayout>

#include <algorithm>

DeleteAccountsDialog::DeleteAccountsDialog(ManyChanges *changes, const QDateTime &now, QWidget *parent)
    : ManyChangesDialog(tr("Delete Service Accounts"), Metrics::formDialogWidth, changes, parent)
{
    const QList<PlannedChange> plan = changes->plan({});
    const auto count =
        static_cast<int>(std::count_if(plan.cbegin(), plan.cend(), [](const PlannedChange &planned) {
            return planned.fate == PlannedChange::Fate::WillChange;
        }));
    question()->addWidget(new DeleteHeading(
        tr("Delete %n service account(s)?", nullptr, count),
        tr("What still uses these tokens stops working at once. Remove the tokens from every "
           "project and from code first.")));
    question()->addWidget(makeRows(plan, now));
    for (const QString &refusal : ManyTexts::refusals(plan))
        question()->addWidget(new IconText(QStringLiteral("triangle-alert"), Token::Warn, refusal));
    if (const int copies = changes->keychainCopies(); copies > 0)
        question()->addWidget(
            new IconText(QStringLiteral("key-square"), Token::Text2,
                         tr("%n copies in the keychain of this computer deleted too.", nullptr, copies),
                         TextStyle::Body, Token::Text2));

    Button *yes = addAnswer(tr("Yes"), ButtonKind::Destructive);
    Button *no = addAnswer(tr("No"), ButtonKind::Plain);
    yes->setMinimumWidth(Metrics::yesOrNoWidth);
    no->setMinimumWidth(Metrics::yesOrNoWidth);
    yes->setEnabled(count > 0);
    no->setDefault(true);
    no->setFocus();
    connect(yes, &Button::clicked, this, [this] { begin({}); });
    connect(no, &Button::clicked, this, &DeleteAccountsDialog::reject);
}

QWidget *DeleteAccountsDialog::makeRows(const QList<PlannedChange> &plan, const QDateTime &now)
{
    auto *rows = new TextRows(tr("Service accounts to delete"), {tr("Name"), tr("Roles"), tr("Last used")});
    for (const PlannedChange &planned : plan) {
        if (planned.fate != PlannedChange::Fate::WillChange)
            continue;
        const ServiceAccount &account = planned.account;
        rows->addRow({account.name, rolesText(account.roles),
                      account.lastUsedDate ? timeAgo(*account.lastUsedDate, now) : tr("Never used")});
    }
    return rows;
}
