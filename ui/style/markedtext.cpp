#include "ui/style/markedtext.h"

#include "ui/style/paint.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace {

constexpr int markRadius = 4;
/// Above and below the letters.
constexpr int markPadding = 2;

void paintMarks(QPainter *painter, const QTextLine &line, const QPointF &at, const QString &text,
                const QStringList &words, const QColor &mark)
{
    for (const QString &word : words) {
        qsizetype found = text.indexOf(word, 0, Qt::CaseInsensitive);
        for (; found >= 0; found = text.indexOf(word, found + word.size(), Qt::CaseInsensitive)) {
            // Positions on the line itself: in a text of the other direction the end lies to the left.
            const qreal from = line.cursorToX(static_cast<int>(found));
            const qreal to = line.cursorToX(static_cast<int>(found + word.size()));
            const QRectF letters(at.x() + std::min(from, to) - 1, at.y() - markPadding,
                                 std::abs(to - from) + 2, line.height() + 2 * markPadding);
            Paint::box(painter, letters, markRadius, mark);
        }
    }
}

} // namespace

namespace MarkedText {

void line(QPainter *painter, const QRect &rect, Qt::Alignment alignment, const QString &text,
          const QStringList &words, const Look &look)
{
    const bool occurs = std::any_of(words.cbegin(), words.cend(), [&text](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
    if (!occurs) {
        Paint::line(painter, rect, alignment, text, look.font, look.ink);
        return;
    }
    const QString shown = QFontMetrics(look.font).elidedText(text, Qt::ElideRight, rect.width());
    QTextOption option(Qt::AlignLeft | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::NoWrap);
    // By the text itself, as isolating it would do: but then the place of its first letter would be the
    // place of the isolating character.
    option.setTextDirection(shown.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    QTextLayout layout(shown, look.font);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine row = layout.createLine();
    row.setLineWidth(rect.width());
    layout.endLayout();
    const qreal width = row.naturalTextWidth();
    const qreal x = alignment & Qt::AlignRight ? rect.x() + rect.width() - width : rect.x();
    const QPointF at(x, rect.y() + (rect.height() - row.height()) / 2);
    paintMarks(painter, row, at, shown, words, look.mark);
    painter->setPen(look.ink);
    layout.draw(painter, at);
}

} // namespace MarkedText
