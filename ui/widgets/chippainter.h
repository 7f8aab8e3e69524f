#pragma once

#include "ui/style/tokens.h"

#include <QFont>
#include <QHash>
#include <QRect>
#include <QString>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

/// Paints chips: for the Chip widget, the Role field and the delegate of the table. Widths are cached by
/// text; make a new one when the font changes.
class ChipPainter
{
public:
    struct Look
    {
        Token fill = Token::Fill;
        Token ink = Token::Text;
        bool cross = false;
        bool enabled = true;
        /// Marked where they occur in a name.
        QStringList searched = {};
    };

    ChipPainter();

    /// In logical pixels; the height is Metrics::chipHeight, or chipWithCrossHeight.
    int width(const QString &role, bool cross = false) const;

    /// @p rect is visual. "Admin" carries its shield.
    void paint(QPainter *painter, const QRect &rect, const QString &role, const Look &look,
               const QPalette &palette, Qt::LayoutDirection direction) const;

    /// A row of chips from the leading edge of @p rect, vertically centred; what does not fit becomes "+2".
    void paintRow(QPainter *painter, const QRect &rect, const QStringList &roles, const Look &look,
                  const QPalette &palette, Qt::LayoutDirection direction) const;

    /// How many of @p roles paintRow shows by name in @p width.
    int fitting(const QStringList &roles, int width) const;

    /// Of all of them beside each other.
    int rowWidth(const QStringList &roles) const;

    /// The cross's part of a chip with a cross; visual, as @p rect.
    static QRect crossRect(const QRect &rect, Qt::LayoutDirection direction);

private:
    QFont m_font;
    mutable QHash<QString, int> m_textWidths;
};
