#pragma once

#include <QDateTime>
#include <QString>

/// Times as people read them: in local time, with QLocale's words. Arguments are moments in any zone.

/// "1 Jan 2027"
QString shortDate(const QDateTime &moment);
QString shortDate(const QDate &date);

/// "24 December 2026"
QString longDate(const QDateTime &moment);

/// "24 Nov 2026, 10:38"
QString shortDateTime(const QDateTime &moment);

/// "24 Nov 2026 10:38"
QString exactTime(const QDateTime &moment);

/// "Thu, 24 Dec 2026, 10:42 CET"
QString fullDateTime(const QDateTime &moment);

/// "10:38"
QString timeOfDay(const QDateTime &moment);

/// "10:42:07"; with its date when that is another day than @p now: "25 Nov 2026, 10:42".
QString clockTime(const QDateTime &moment, const QDateTime &now);

/// "just now", "4 min ago", "9 h ago", "3 days ago", "5 mo ago", "2 y ago"
QString timeAgo(const QDateTime &moment, const QDateTime &now);

/// "in less than a minute", "in 5 min", "in 9 h", "in 38 days"; for a moment that has passed, as timeAgo().
QString timeUntil(const QDateTime &moment, const QDateTime &now);
