#include "models/list/expirations.h"

#include "models/accounts/timetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Expirations)
};

constexpr int daysOfAWeek = 7;

QDate firstDayOfWeek(const QDate &day)
{
    const int since = day.dayOfWeek() - static_cast<int>(QLocale().firstDayOfWeek());
    return day.addDays(-((since + daysOfAWeek) % daysOfAWeek));
}

} // namespace

Expirations::Expirations(const QDateTime &now)
{
    QDate first = firstDayOfWeek(now.toLocalTime().date());
    qint64 begin = first.startOfDay().toMSecsSinceEpoch();
    for (Week &week : m_weeks) {
        const QDate next = first.addDays(daysOfAWeek);
        const qint64 end = next.startOfDay().toMSecsSinceEpoch();
        week.first = first;
        week.range = {begin, end};
        first = next;
        begin = end;
    }
}

void Expirations::add(qint64 end, bool isSoon)
{
    const auto week =
        std::upper_bound(m_weeks.begin(), m_weeks.end(), end,
                         [](qint64 moment, const Week &candidate) { return moment < candidate.range.end; });
    if (week == m_weeks.end()) {
        ++m_later;
        return;
    }
    ++week->count;
    if (isSoon)
        ++week->soon;
}

int Expirations::most() const
{
    const auto fullest =
        std::max_element(m_weeks.cbegin(), m_weeks.cend(),
                         [](const Week &one, const Week &other) { return one.count < other.count; });
    return fullest->count;
}

int Expirations::indexOf(const ExpiryRange &range) const
{
    const auto found = std::find_if(m_weeks.cbegin(), m_weeks.cend(),
                                    [&range](const Week &week) { return week.range == range; });
    return found == m_weeks.cend() ? -1 : static_cast<int>(found - m_weeks.cbegin());
}

QString weekText(const QDate &first)
{
    return Texts::tr("Week of %1").arg(shortDate(first));
}

QString rangeText(const ExpiryRange &range)
{
    const QDate first = QDateTime::fromMSecsSinceEpoch(range.begin).date();
    const QDate last = QDateTime::fromMSecsSinceEpoch(range.end - 1).date();
    if (first.daysTo(last) == daysOfAWeek - 1)
        return weekText(first);
    return Texts::tr("from %1 to %2").arg(shortDate(first), shortDate(last));
}
