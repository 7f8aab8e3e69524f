#include "ui/widgets/expirationpopup.h"

#include "models/accounts/timetext.h"
#include "ui/style/metrics.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/durationrow.h"
#include "ui/widgets/monthview.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace {

constexpr int listMargin = 5;
constexpr int listWidth = 200;
constexpr int monthMargin = 8;

} // namespace

ExpirationPopup::ExpirationPopup(QWidget *owner)
    : PopupFrame(owner)
    , m_custom(new DurationRow(tr("Custom date…")))
    , m_divider(new Divider(Qt::Vertical))
    , m_month(new MonthView)
{
    setAccessibleName(tr("Expires in"));
    auto *list = new QVBoxLayout;
    list->setContentsMargins(listMargin, listMargin, listMargin, listMargin);
    list->setSpacing(0);
    for (int days : ExpirationChoice::offeredDays()) {
        auto *row = new DurationRow(tr("%n day(s)", nullptr, days));
        row->setMinimumWidth(listWidth);
        connect(row, &DurationRow::clicked, this, [this, days] { choose(ExpirationChoice::days(days)); });
        list->addWidget(row);
        m_rows += row;
    }
    list->addSpacing(Metrics::popupGap);
    list->addWidget(new Divider(Qt::Horizontal));
    list->addSpacing(Metrics::popupGap);
    list->addWidget(m_custom);
    list->addStretch();

    auto *month = new QVBoxLayout;
    month->setContentsMargins(monthMargin, listMargin, monthMargin, monthMargin);
    month->addWidget(m_month);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    row->addLayout(list);
    row->addWidget(m_divider);
    row->addLayout(month);
    row->setSizeConstraint(QLayout::SetFixedSize);

    connect(m_custom, &DurationRow::clicked, this, [this] {
        showCalendar(true);
        m_month->setFocus();
    });
    connect(m_month, &MonthView::picked, this,
            [this](const QDate &day) { choose(ExpirationChoice::date(day)); });
}

void ExpirationPopup::prepare(const ExpirationChoice &current, const ConnectionPolicy &policy,
                              const QDateTime &now)
{
    const QList<int> &days = ExpirationChoice::offeredDays();
    for (qsizetype i = 0; i < days.size(); ++i) {
        const ExpirationChoice offered = ExpirationChoice::days(days.at(i));
        const bool isOver = policy.longestLifetimeDays && days.at(i) > *policy.longestLifetimeDays;
        m_rows.at(i)->setEnabled(!isOver);
        m_rows.at(i)->setRemark(isOver ? tr("over %n day(s)", nullptr, *policy.longestLifetimeDays)
                                       : shortDate(offered.endAt(now)));
        m_rows.at(i)->setChecked(offered == current);
    }
    const QDate today = now.toLocalTime().date();
    m_month->setDates(today, policy.lastDate(now));
    const QDate shown = current.isUnlimited() ? today : current.endAt(now).toLocalTime().date();
    m_month->setSelectedDate(shown.isValid() ? shown : today);
    m_custom->setChecked(current.chosenDate().has_value());
    showCalendar(m_custom->isChecked());
}

void ExpirationPopup::showCalendar(bool on)
{
    m_custom->setChecked(on);
    if (on) {
        for (DurationRow *row : m_rows)
            row->setChecked(false);
    }
    m_divider->setVisible(on);
    m_month->setVisible(on);
    layout()->activate();
    adjustSize();
}

void ExpirationPopup::choose(const ExpirationChoice &choice)
{
    close();
    Q_EMIT chosen(choice);
}

void ExpirationPopup::showEvent(QShowEvent *event)
{
    PopupFrame::showEvent(event);
    for (DurationRow *row : m_rows) {
        if (row->isChecked()) {
            row->setFocus(Qt::PopupFocusReason);
            return;
        }
    }
    m_custom->setFocus(Qt::PopupFocusReason);
}
