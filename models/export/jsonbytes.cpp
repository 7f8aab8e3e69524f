#include "models/export/jsonbytes.h"

#include <QJsonDocument>

QByteArray jsonBytes(const QJsonObject &object)
{
    const QByteArray mark = QString(QChar(QChar::ByteOrderMark)).toUtf8();
    return QJsonDocument(object).toJson().replace(mark, "\\ufeff");
}
