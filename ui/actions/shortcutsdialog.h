#pragma once

#include "ui/widgets/consoledialog.h"

QT_BEGIN_NAMESPACE
class QGridLayout;
QT_END_NAMESPACE

/// "Keyboard Shortcuts": those of the table of actions, menu by menu, and the keys of the table of accounts.
class ShortcutsDialog final : public ConsoleDialog
{
    Q_OBJECT

public:
    /// Deletes itself when it is closed.
    explicit ShortcutsDialog(QWidget *parent);

private:
    /// Its rows come into the grid that is returned.
    QGridLayout *addGroup(const QString &title);
    static void addRow(QGridLayout *rows, const QString &what, const QString &keys);
    void addMenus();
    void addTableKeys();
    void addKeysEverywhere();

    bool m_hasGroups = false;
};
