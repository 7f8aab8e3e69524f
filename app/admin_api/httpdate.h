#pragma once

#include <QByteArrayView>
#include <QDateTime>

/// The date of an HTTP header in UTC, as RFC 9110, 5.6.7 has it written ("Sun, 06 Nov 1994 08:49:37 GMT");
/// invalid for anything else. The two obsolete forms are not read: no server of today writes them.
QDateTime readHttpDate(QByteArrayView text);
