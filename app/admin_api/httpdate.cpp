#include "app/admin_api/httpdate.h"

#include <QRegularExpression>
#include <QString>

QDateTime readHttpDate(QByteArrayView text)
{
    static const QRegularExpression form(
        QStringLiteral("^[A-Z][a-z]{2}, (\\d{2}) ([A-Z][a-z]{2}) (\\d{4}) (\\d{2}:\\d{2}:\\d{2}) GMT$"));
    static const QString months = QStringLiteral("JanFebMarAprMayJunJulAugSepOctNovDec");

    const auto match = form.match(QString::fromLatin1(text.trimmed()));
    if (!match.hasMatch())
        return {};
    const qsizetype month = months.indexOf(match.captured(2));
    if (month < 0 || month % 3 != 0)
        return {};
    const QDate date(match.captured(3).toInt(), static_cast<int>(month / 3) + 1, match.captured(1).toInt());
    const QTime time = QTime::fromString(match.captured(4), QStringLiteral("HH:mm:ss"));
    if (!date.isValid() || !time.isValid())
        return {};
    return QDateTime(date, time, Qt::UTC);
}
