#pragma once

#include <QByteArray>
#include <QJsonObject>

/// The object as a JSON text in UTF-8. QJsonDocument writes a byte order mark at the beginning of a text as
/// it is, and skips it when it reads: here it is escaped.
QByteArray jsonBytes(const QJsonObject &object);
