#pragma once

#include <QString>
#include <QStringList>

/// What was typed into the palette: every word must occur, in any order and anywhere, case ignored.
class PaletteWords final
{
public:
    explicit PaletteWords(const QString &typed);

    bool areNone() const { return m_words.isEmpty(); }

    enum class Match {
        None,
        Inside,
        /// Each word begins a word of the text: what one most likely means.
        AtStarts,
    };
    Match in(const QString &text) const;

private:
    /// Folded.
    QStringList m_words;
};
