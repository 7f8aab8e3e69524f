#include "models/accounts/timetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

struct TimeText
{
    Q_DECLARE_TR_FUNCTIONS(TimeText)
};

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

int whole(qint64 seconds, qint64 unit)
{
    return static_cast<int>(seconds / unit);
}

/// Of a time to come: a minute after "30 days" was chosen it is still 30 days.
int nearest(qint64 seconds, qint64 unit)
{
    return static_cast<int>((seconds + unit / 2) / unit);
}

} // namespace

QString shortDate(const QDateTime &moment)
{
    return shortDate(moment.toLocalTime().date());
}

QString shortDate(const QDate &date)
{
    return QLocale().toString(date, TimeText::tr("d MMM yyyy"));
}

QString longDate(const QDateTime &moment)
{
    return QLocale().toString(moment.toLocalTime().date(), TimeText::tr("d MMMM yyyy"));
}

QString shortDateTime(const QDateTime &moment)
{
    return QLocale().toString(moment.toLocalTime(), TimeText::tr("d MMM yyyy, HH:mm"));
}

QString exactTime(const QDateTime &moment)
{
    return QLocale().toString(moment.toLocalTime(), TimeText::tr("d MMM yyyy HH:mm"));
}

QString fullDateTime(const QDateTime &moment)
{
    const QDateTime local = moment.toLocalTime();
    return TimeText::tr("%1 %2", "a date and time, and its zone")
        .arg(QLocale().toString(local, TimeText::tr("ddd, d MMM yyyy, HH:mm")), local.timeZoneAbbreviation());
}

QString timeOfDay(const QDateTime &moment)
{
    return QLocale().toString(moment.toLocalTime().time(), TimeText::tr("HH:mm"));
}

QString clockTime(const QDateTime &moment, const QDateTime &now)
{
    if (moment.toLocalTime().date() != now.toLocalTime().date())
        return shortDateTime(moment);
    return QLocale().toString(moment.toLocalTime().time(), TimeText::tr("HH:mm:ss"));
}

QString timeAgo(const QDateTime &moment, const QDateTime &now)
{
    const qint64 seconds = moment.secsTo(now);
    if (seconds < minute)
        return TimeText::tr("just now");
    if (seconds < hour)
        return TimeText::tr("%n min ago", nullptr, whole(seconds, minute));
    if (seconds < day)
        return TimeText::tr("%n h ago", nullptr, whole(seconds, hour));
    if (seconds < 60 * day)
        return TimeText::tr("%n day(s) ago", nullptr, whole(seconds, day));
    if (seconds < 730 * day)
        return TimeText::tr("%n mo ago", "months", whole(seconds, 30 * day));
    return TimeText::tr("%n y ago", "years", whole(seconds, 365 * day));
}

QString timeUntil(const QDateTime &moment, const QDateTime &now)
{
    const qint64 seconds = now.secsTo(moment);
    if (seconds < 0)
        return timeAgo(moment, now);
    if (seconds < minute)
        return TimeText::tr("in less than a minute");
    if (seconds < hour)
        return TimeText::tr("in %n min", nullptr, nearest(seconds, minute));
    if (seconds < day)
        return TimeText::tr("in %n h", nullptr, nearest(seconds, hour));
    const int days = nearest(seconds, day);
    return TimeText::tr("in %n day(s)", nullptr, days);
}
