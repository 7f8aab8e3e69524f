#include "ui/dialogs/accountfacts.h"

#include "models/accounts/accounttext.h"
#include "ui/style/typography.h"
#include "ui/widgets/fact.h"
#include "ui/widgets/iconview.h"
#include "ui/widgets/valuefield.h"

#include <QHBoxLayout>

namespace {

constexpr int factGap = 34;
constexpr int smallIcon = 14;

} // namespace

AccountFacts::AccountFacts(const ServiceAccount &account, const QDateTime &now, QWidget *parent)
    : Box(Token::Sunken, {}, parent)
    , m_boxMargins(contentsMargins())
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(factGap);
    add(tr("Name"), account.name);
    add(tr("Expiration"), expirationText(account, now));
    m_created = add(tr("Created"), createdText(account));
    m_row->addStretch(1);
    setForm(Form::Locked);
}

QWidget *AccountFacts::add(const QString &caption, const QString &value)
{
    auto *field = new ValueField(caption, value);
    field->setFont(::font(TextStyle::Label));
    auto *lock = new IconView(QStringLiteral("lock"), Token::Text2, smallIcon);
    m_locks.append(lock);
    auto *fact = new Fact(caption, field);
    fact->putBeforeValue(lock);
    m_row->addWidget(fact);
    return fact;
}

void AccountFacts::setForm(Form form)
{
    const bool isLocked = form == Form::Locked;
    setColors(isLocked ? Token::Sunken : Token::Window, {});
    setContentsMargins(isLocked ? m_boxMargins : QMargins());
    for (QWidget *lock : std::as_const(m_locks))
        lock->setVisible(isLocked);
    m_created->setVisible(!isLocked);
}
