#pragma once

#include "ui/widgets/chippainter.h"

#include <QFont>
#include <QPersistentModelIndex>
#include <QStringList>
#include <QStyledItemDelegate>

class AccountTableModel;

/// Paints every cell of the table "Service accounts" whole, ground and line included, and never calls the
/// base class: fonts and metrics are members, chips know their widths.
class AccountDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// @p model must outlive it.
    explicit AccountDelegate(const AccountTableModel &model, QObject *parent = nullptr);

    /// The row under the pointer; -1 for none.
    void setHoveredRow(int row) { m_hoveredRow = row; }
    /// The row of the keyboard, while the table has the focus.
    void setFocused(const QModelIndex &index) { m_focused = index; }
    /// Old rows are painted without the colours of their states.
    void setOld(bool old) { m_isOld = old; }
    /// What is searched for: marked where it occurs in a name, a role or a description.
    /// True when that is not what it was: what is painted is out of date then, also where the rows stay.
    bool setSearch(const QString &text);
    /// Room at the trailing edge of @p column, the last one that is shown, that something else covers.
    void setCovered(int column, int width)
    {
        m_coveredColumn = column;
        m_covered = width;
    }
    /// After a change of the application's font.
    void refreshFonts();

    /// In logical pixels: as high as the design says, or as the text needs.
    int rowHeight() const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Cell
    {
        QPainter *painter = nullptr;
        const QStyleOptionViewItem &option;
        const QModelIndex &index;
        QRect content;
        bool isSelected = false;
    };

    Token ground(const QStyleOptionViewItem &option, int row) const;
    void paintContent(const Cell &cell) const;
    void paintRoles(const Cell &cell) const;
    void paintStatus(const Cell &cell) const;
    void paintText(const Cell &cell, Token ink, const QFont &font) const;
    void paintSearched(const Cell &cell, Token ink, const QFont &font, bool isValue) const;
    void paintWithIcon(const Cell &cell, const QString &icon, Token iconInk, Token ink,
                       const QFont &font) const;
    Token inkOf(const Cell &cell, Token ink) const;

    const AccountTableModel &m_model;
    QStringList m_words;
    QFont m_body;
    QFont m_label;
    ChipPainter m_chips;
    int m_hoveredRow = -1;
    QPersistentModelIndex m_focused;
    bool m_isOld = false;
    int m_coveredColumn = -1;
    int m_covered = 0;
};
