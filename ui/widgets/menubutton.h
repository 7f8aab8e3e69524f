#pragma once

#include <QPushButton>

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

/// A button that opens a menu 4 px below itself, at least as wide as itself. A screen reader is told a name
/// that stays and a value that changes, which a QComboBox cannot do (it tells its value as its name). It
/// opens on a press of the mouse, on Space, Enter, Down and on a screen reader's press, without blocking the
/// caller.
class MenuButton : public QPushButton
{
    Q_OBJECT

public:
    /// @param name the accessible name
    explicit MenuButton(const QString &name, QWidget *parent = nullptr);

    /// Owned by the button. Fill it once, or in a slot of its aboutToShow().
    QMenu *choices() const { return m_menu; }

    /// Shown in the button and told as its accessible description. How, is up to the kind of button.
    QString value() const { return m_value; }
    void setValue(const QString &value);

    void openMenu();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    virtual void valueChanged();

private:
    QMenu *m_menu;
    QString m_value;
};
