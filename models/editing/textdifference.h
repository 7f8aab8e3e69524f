#pragma once

#include <QList>
#include <QString>

/// The words of two versions of a text, each marked where the other version has another word. Joined, the
/// pieces of a version are its text again.
struct TextDifference
{
    struct Piece
    {
        QString text = {};
        bool changed = false;

        friend bool operator==(const Piece &, const Piece &) = default;
    };

    QList<Piece> mine;
    QList<Piece> theirs;

    /// Texts of very many words are compared as wholes between their common beginning and end.
    static TextDifference between(const QString &mine, const QString &theirs);
};
