#pragma once

#include "app/admin_api/httpanswer.h"

#include <cstdint>

/// The answer of a server in a form that is easy to mutate and to read: a line with the status, a line for
/// each header, an empty line, the body. What is no number is the status 200.
inline HttpAnswer fuzzedAnswer(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype split = bytes.indexOf("\n\n");
    const QByteArray body = split < 0 ? QByteArray() : bytes.mid(split + 2);
    QList<QByteArray> lines = bytes.left(split).split('\n');
    bool isNumber = false;
    const int status = lines.takeFirst().toInt(&isNumber);
    HttpAnswer::Headers headers;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            headers.append({line.left(colon), line.mid(colon + 1)});
    }
    return HttpAnswer(isNumber ? status : 200, headers, QByteArray(body.constData(), body.size()));
}
