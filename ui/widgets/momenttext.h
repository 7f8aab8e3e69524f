#pragma once

#include <QDateTime>
#include <QString>

/// Dates as the windows write them, in the default QLocale's words and this computer's time zone.
namespace MomentText {

/// "24 Dec 2026"
QString day(const QDate &day);
/// "Thu, 24 Dec 2026, 10:42 CET": with the zone, as screens.md "Dates and durations" wants it.
QString moment(const QDateTime &moment);
/// "January 2027"
QString month(int year, int month);

} // namespace MomentText
