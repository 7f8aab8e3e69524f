#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

/// What a second start asks of the console that runs already: to show its window, and perhaps to open a
/// connection in it. Anybody who can reach the socket could send it, so it can ask for nothing else.
struct StartRequest
{
    /// --local
    bool local = false;
    /// --connection; empty when none was asked for.
    QString connection = {};
    /// What the desktop gave the second start so that a window may come to the front; empty for none.
    QString activationToken = {};

    /// One line that ends with its only line feed; longer than this is never read.
    static constexpr qint64 longestLine = 8192;
    QByteArray toLine() const;
    /// Nothing for what is no request of this program.
    static std::optional<StartRequest> fromLine(const QByteArray &line);

    friend bool operator==(const StartRequest &, const StartRequest &) = default;
};
