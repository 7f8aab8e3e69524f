#pragma once

#include <QByteArray>
#include <QList>

/// A text with a title for the person who reads a failure.
struct JsonText
{
    const char *title;
    QByteArray text;
};

/// What a strict reader of JSON (RFC 8259) takes, and what it refuses. Each one keeps to it as the whole text
/// and as one value inside a larger text alike.
const QList<JsonText> &takenJsonTexts();
const QList<JsonText> &refusedJsonTexts();
