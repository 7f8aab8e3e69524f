#include "ui/dialogs/accountfacts.h"

#include "models/accounts/timetext.h"
#include "ui/style/metrics.h"
#include "ui/widgets/iconview.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/valuefield.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace {

constexpr int factGap = 34;
constexpr int captionGap = 4;
constexpr int smallIcon = 14;

QString createdText(const ServiceAccount &account)
{
    if (!account.creationDate.isValid())
        return account.createdBy;
    const QString day = shortDate(account.creationDate);
    return account.createdBy.isEmpty() ? day : AccountFacts::tr("%1 by %2").arg(day, account.createdBy);
}

} // namespace

QString expirationText(const ServiceAccount &account, const QDateTime &now)
{
    if (!account.expiryDate)
        return QCoreApplication::translate("AccountFacts", "Unlimited");
    return QCoreApplication::translate("AccountFacts", "%1, %2", "a date, and how far away it is")
        .arg(shortDate(*account.expiryDate), timeUntil(*account.expiryDate, now));
}

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
    auto *fact = new QWidget;
    auto *column = new QVBoxLayout(fact);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(captionGap);
    auto *label = new TextLabel(caption, TextStyle::Caption, Token::Text2);
    auto *field = new ValueField(caption, value);
    field->setFont(::font(TextStyle::Label));
    label->setBuddy(field);
    auto *lock = new IconView(QStringLiteral("lock"), Token::Text2, smallIcon);
    m_locks.append(lock);
    auto *line = new QHBoxLayout;
    line->setSpacing(Metrics::iconGap);
    line->addWidget(lock);
    line->addWidget(field);
    column->addWidget(label);
    column->addLayout(line);
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
