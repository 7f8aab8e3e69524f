#pragma once

#include <QObject>

/// When the letters that Alt reaches are underlined: while Alt is down and while the menu bar or a menu is
/// used by the keyboard, as on GNOME and Windows. Underlined all the time they would be in the way of
/// reading.
class Mnemonics final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// To be told of every event of the program.
    void watch(QObject *watched, QEvent *event);
    bool areShown() const { return m_areShown; }

private:
    void show(bool shown);
    void hideUnlessInMenus();

    bool m_areShown = false;
    bool m_isAltDown = false;
};
