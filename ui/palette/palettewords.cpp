#include "ui/palette/palettewords.h"

namespace {

bool beginsWord(const QString &text, const QString &word)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (at == 0 || !text.at(at - 1).isLetterOrNumber())
            return true;
    }
    return false;
}

} // namespace

PaletteWords::PaletteWords(const QString &typed)
    : m_words(typed.toCaseFolded().simplified().split(u' ', Qt::SkipEmptyParts))
{
}

PaletteWords::Match PaletteWords::in(const QString &text) const
{
    const QString folded = text.toCaseFolded();
    Match match = Match::AtStarts;
    for (const QString &word : m_words) {
        if (!folded.contains(word))
            return Match::None;
        if (!beginsWord(folded, word))
            match = Match::Inside;
    }
    return match;
}
