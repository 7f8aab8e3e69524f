#include "ui/widgets/momenttext.h"

#include <QLocale>

namespace MomentText {

QString day(const QDate &day)
{
    return QLocale().toString(day, u"d MMM yyyy");
}

QString moment(const QDateTime &moment)
{
    const QDateTime local = moment.toLocalTime();
    return QLocale().toString(local, u"ddd, d MMM yyyy, HH:mm") + u' ' + local.timeZoneAbbreviation();
}

QString month(int year, int month)
{
    return QLocale().standaloneMonthName(month) + u' ' + QString::number(year);
}

} // namespace MomentText
