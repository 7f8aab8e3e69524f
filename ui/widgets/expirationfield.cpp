#include "ui/widgets/expirationfield.h"

#include "models/accounts/timetext.h"
#include "models/ports/clock.h"
#include "ui/style/metrics.h"
#include "ui/widgets/box.h"
#include "ui/widgets/cardpair.h"
#include "ui/widgets/choicecard.h"
#include "ui/widgets/expirationpopup.h"
#include "ui/widgets/expiresinbutton.h"
#include "ui/widgets/iconview.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <chrono>

using namespace std::chrono_literals;

namespace {

constexpr int boxIcon = 20;
constexpr int boxVerticalMargin = 10;

} // namespace

ExpirationField::ExpirationField(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_choice(ExpirationChoice::days(ExpirationChoice::defaultDays))
    , m_limited(m_choice)
    , m_unlimitedCard(new ChoiceCard(tr("Unlimited"), tr("Non-expiring token")))
    , m_limitedCard(new ChoiceCard(tr("Limited"), tr("Time-bound token")))
    , m_box(new Box(Token::Tint, Token::Focus))
    , m_icon(new IconView(QStringLiteral("calendar-clock"), Token::AccentText, boxIcon))
    , m_button(new ExpiresInButton)
    , m_end(new TextLabel({}, TextStyle::Label))
    , m_policyNote(new FieldMessage)
    , m_message(new FieldMessage)
{
    auto *label = new TextLabel(tr("Expires in"), TextStyle::Label);
    m_box->setContentsMargins(m_box->contentsMargins().left(), boxVerticalMargin,
                              m_box->contentsMargins().right(), boxVerticalMargin);
    auto *row = new QHBoxLayout(m_box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metrics::buttonGap);
    row->addWidget(m_icon);
    row->addWidget(label);
    row->addWidget(m_button);
    row->addStretch(1);
    row->addWidget(m_end);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::buttonGap);
    column->addWidget(new CardPair(m_unlimitedCard, m_limitedCard, 0));
    column->addWidget(m_policyNote);
    column->addWidget(m_box);
    column->addWidget(m_message);

    m_limitedCard->setChecked(true);
    setFocusProxy(m_limitedCard);
    connect(m_limitedCard, &ChoiceCard::toggled, this,
            [this](bool limited) { take(limited ? m_limited : ExpirationChoice::unlimited()); });
    connect(m_button, &ExpiresInButton::clicked, this, &ExpirationField::openPopup);
    connect(&m_minute, &QTimer::timeout, this, &ExpirationField::refresh);
    m_minute.start(1min);
    refresh();
}

void ExpirationField::setChoice(const ExpirationChoice &choice)
{
    if (!choice.isUnlimited())
        m_limited = choice;
    m_choice = choice;
    const QSignalBlocker quiet(this);
    m_limitedCard->setChecked(!choice.isUnlimited());
    m_unlimitedCard->setChecked(choice.isUnlimited());
    refresh();
}

void ExpirationField::setPolicy(const ConnectionPolicy &policy, const QString &connectionName)
{
    m_policy = policy;
    const QString reason = policy.refusal(ExpirationChoice::unlimited(), connectionName, m_clock.now());
    m_unlimitedCard->setEnabled(reason.isEmpty());
    m_unlimitedCard->setRemark(reason);
    m_policyNote->say(FieldMessage::Kind::Hint, reason);
    refresh();
}

void ExpirationField::setMessage(FieldMessage::Kind kind, const QString &text)
{
    m_message->say(kind, text);
    const bool bad = m_message->kind() == FieldMessage::Kind::Bad;
    m_box->setColors(bad ? Token::BadTint : Token::Tint, bad ? Token::BadLine : Token::Focus);
    m_icon->setIcon(QStringLiteral("calendar-clock"), bad ? Token::Bad : Token::AccentText);
    refresh();
}

QString ExpirationField::endText() const
{
    return m_choice.isUnlimited() ? QString() : fullDateTime(m_choice.endAt(m_clock.now()));
}

void ExpirationField::openPopup()
{
    if (!m_popup) {
        m_popup = new ExpirationPopup(this);
        connect(m_popup, &ExpirationPopup::chosen, this, &ExpirationField::take);
        connect(m_popup, &ExpirationPopup::closed, m_button, [this] { m_button->setDown(false); });
    }
    m_popup->prepare(m_choice, m_policy, m_clock.now());
    m_button->setDown(true);
    m_popup->openBelow(m_button, false);
}

void ExpirationField::take(const ExpirationChoice &choice)
{
    if (!choice.isUnlimited())
        m_limited = choice;
    if (choice == m_choice)
        return;
    m_choice = choice;
    refresh();
    Q_EMIT changed();
}

void ExpirationField::refresh()
{
    m_box->setVisible(!m_choice.isUnlimited());
    if (m_choice.isUnlimited())
        return;
    const std::optional<int> days = m_choice.chosenDays();
    m_button->setValue(days ? tr("%n day(s)", nullptr, *days) : shortDate(*m_choice.chosenDate()));
    m_end->setText(endText());
    QString description = m_button->value();
    if (!m_message->text().isEmpty())
        description += QStringLiteral(". ") + m_message->text();
    m_button->setAccessibleDescription(description);
}
