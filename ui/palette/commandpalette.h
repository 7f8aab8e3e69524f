#pragma once

#include "ui/palette/paletteentry.h"

#include <QList>
#include <QPointer>
#include <QWidget>

class PaletteModel;
class TextLabel;

QT_BEGIN_NAMESPACE
class QLineEdit;
class QListView;
QT_END_NAMESPACE

/// Ctrl+K: a field, and what can be done that has the words typed there. It lies over its window and is part
/// of it, so that it is at its place under every window system and a screen reader finds it there. It closes
/// when something is chosen, on Esc, and when one clicks elsewhere; the focus goes back to where it was.
class CommandPalette final : public QWidget
{
    Q_OBJECT

public:
    /// @p matching gives what is shown for a text that was typed, best first. It is asked on every key.
    CommandPalette(std::function<QList<PaletteEntry>(const QString &)> matching, QWidget *window);

    void open();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *makeFoot();
    void refresh();
    void place();
    int headHeight() const;
    /// @p key was pressed in the field. Whether it was for the list or for the palette.
    bool takeKey(int key);
    void move(int rows);
    void setCurrent(int row);
    void tellCurrent();
    void run(int row);
    void shut();

    std::function<QList<PaletteEntry>(const QString &)> m_matching;
    PaletteModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    TextLabel *m_nothing;
    QWidget *m_foot;
    QPointer<QWidget> m_focusBefore;
};
