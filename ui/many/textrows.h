#pragma once

#include <QTableWidget>

/// A small table of texts in a dialog, to be read and not to be edited: the rows that a question is about, or
/// the reasons of a report. As high as a few rows, then it scrolls; one stop of the Tab key.
class TextRows final : public QTableWidget
{
    Q_OBJECT

public:
    /// @p name is the accessible one. The last column takes the rest of the room.
    TextRows(const QString &name, const QStringList &heads, QWidget *parent = nullptr);

    void addRow(const QStringList &texts);
    /// Texts of the last column may take several lines.
    void wrapLastColumn();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void sizeColumns();
    void sizeRows();

    bool m_wraps = false;
};
