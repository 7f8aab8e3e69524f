#include "ui/many/changerolesdialog.h"

#include "ui/many/manytexts.h"
#include "ui/style/metrics.h"
#include "ui/widgets/box.h"
#include "ui/widgets/button.h"
#include "ui/widgets/icontext.h"
#include "ui/widgets/roleoption.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

#include <algorithm>

using Fate = PlannedChange::Fate;
using Kind = ManyChange::Kind;

namespace {

QString titleOf(Kind kind)
{
    return kind == Kind::AddRoles ? ChangeRolesDialog::tr("Add Role") : ChangeRolesDialog::tr("Remove Role");
}

bool hasRole(const ServiceAccount &account, Role role)
{
    return std::any_of(account.roles.cbegin(), account.roles.cend(),
                       [role](const AccountRole &held) { return held.name == roleName(role); });
}

} // namespace

ChangeRolesDialog::ChangeRolesDialog(Kind kind, ManyChanges *changes, QWidget *parent)
    : ManyChangesDialog(titleOf(kind), Metrics::formDialogWidth, changes, parent)
    , m_kind(kind)
    , m_summary(new Box)
    , m_lines(new QVBoxLayout(m_summary))
{
    auto *title = new TextLabel(heading(), TextStyle::DialogTitle);
    title->setWordWrap(true);
    question()->addWidget(title);
    auto *options = new QVBoxLayout;
    options->setSpacing(0);
    for (const Role role : allRoles()) {
        auto *option = new RoleOption(AccountRole(role));
        m_options.append(option);
        options->addWidget(option);
        connect(option, &RoleOption::toggled, this, &ChangeRolesDialog::refresh);
    }
    question()->addLayout(options);
    m_lines->setContentsMargins({});
    m_lines->setSpacing(Metrics::labelGap);
    question()->addWidget(m_summary);

    Button *cancel = addAnswer(tr("Cancel"), ButtonKind::Plain);
    m_go = addAnswer(titleOf(kind), ButtonKind::Primary);
    m_go->setDefault(true);
    connect(cancel, &Button::clicked, this, &ChangeRolesDialog::reject);
    connect(m_go, &Button::clicked, this, [this] { begin(chosen()); });
    m_options.first()->setFocus();
    refresh();
}

QString ChangeRolesDialog::heading() const
{
    const auto count = static_cast<int>(changes().accounts().size());
    return m_kind == Kind::AddRoles ? tr("Add a role to %n service account(s)", nullptr, count)
                                    : tr("Remove a role from %n service account(s)", nullptr, count);
}

ManyChange ChangeRolesDialog::chosen() const
{
    ManyChange change{m_kind};
    for (const RoleOption *option : m_options) {
        if (option->isChecked())
            change.roles.append(*option->role().known());
    }
    return change;
}

void ChangeRolesDialog::refresh()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const auto say = [this](QWidget *line) { m_lines->addWidget(line); };
    const ManyChange change = chosen();
    const QList<PlannedChange> plan = changes().plan(change);
    for (const Role role : change.roles)
        say(new IconText({}, Token::Text2, consequence(role, plan)));
    for (const QString &refusal : ManyTexts::refusals(plan))
        say(new IconText(QStringLiteral("triangle-alert"), Token::Warn, refusal));
    if (change.roles.isEmpty())
        say(new IconText({}, Token::Text2, tr("Choose at least one role."), TextStyle::Body, Token::Text2));
    m_go->setEnabled(std::any_of(plan.cbegin(), plan.cend(), [](const PlannedChange &planned) {
        return planned.fate == Fate::WillChange;
    }));
}

QString ChangeRolesDialog::consequence(Role role, const QList<PlannedChange> &plan) const
{
    int changed = 0;
    int asWanted = 0;
    for (const PlannedChange &planned : plan) {
        if (planned.fate == Fate::Refused)
            continue;
        const bool has = hasRole(planned.account, role);
        ++(has == (m_kind == Kind::AddRoles) ? asWanted : changed);
    }
    const QString name = roleName(role);
    QStringList sentences;
    if (m_kind == Kind::AddRoles) {
        sentences.append(tr("%n account(s) get the role %1.", nullptr, changed).arg(name));
        if (asWanted > 0)
            sentences.append(tr("%n have it already.", nullptr, asWanted));
    } else {
        sentences.append(tr("%n account(s) lose the role %1.", nullptr, changed).arg(name));
        if (asWanted > 0)
            sentences.append(tr("%n do not have it.", nullptr, asWanted));
    }
    return sentences.join(u' ');
}
