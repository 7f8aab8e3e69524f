#include "ui/actions/shortcutsdialog.h"

#include "ui/actions/consoleaction.h"
#include "ui/style/literaltext.h"
#include "ui/style/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/valuefield.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace {

QString shown(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::NativeText);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(QWidget *parent)
    : ConsoleDialog(tr("Keyboard Shortcuts"), Metrics::formDialogWidth, parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    addMenus();
    addTableKeys();
    addKeysEverywhere();
    Button *close = foot()->addButton(tr("Close"), ButtonKind::Primary);
    close->setDefault(true);
    close->setFocus(Qt::OtherFocusReason);
    connect(close, &Button::clicked, this, &QDialog::accept);
}

QGridLayout *ShortcutsDialog::addGroup(const QString &title)
{
    if (m_hasGroups)
        body()->addWidget(new Divider);
    m_hasGroups = true;
    body()->addWidget(new TextLabel(title, TextStyle::Group));
    auto *rows = new QGridLayout;
    rows->setHorizontalSpacing(Metrics::groupGap);
    rows->setVerticalSpacing(Metrics::buttonGap);
    rows->setColumnStretch(0, 3);
    rows->setColumnStretch(1, 2);
    body()->addLayout(rows);
    return rows;
}

void ShortcutsDialog::addRow(QGridLayout *rows, const QString &what, const QString &keys)
{
    const int row = rows->rowCount();
    auto *label = new TextLabel(what);
    label->setWordWrap(true);
    auto *field = new ValueField(what, keys);
    label->setBuddy(field);
    rows->addWidget(label, row, 0);
    rows->addWidget(field, row, 1);
}

void ShortcutsDialog::addMenus()
{
    for (const ConsoleActionInfo::Menu menu : allMenus) {
        QGridLayout *rows = nullptr;
        for (const ConsoleActionInfo &info : consoleActionTable()) {
            if (info.menu != menu || info.shortcut.isEmpty() || info.keys != ConsoleActionInfo::Keys::Window)
                continue;
            if (!rows)
                rows = addGroup(plainText(menuTitle(menu)));
            addRow(rows, plainText(info.text()), shown(info.shortcut));
        }
    }
}

void ShortcutsDialog::addTableKeys()
{
    QGridLayout *rows = addGroup(tr("In the Table"));
    for (const ConsoleActionInfo &info : consoleActionTable()) {
        if (info.keys == ConsoleActionInfo::Keys::Table)
            addRow(rows, plainText(info.text()), shown(info.shortcut));
    }
    addRow(rows, tr("Actions for the row"), shown(QKeySequence(Qt::Key_Menu)));
    addRow(rows, tr("Go to the row above or below"), tr("↑ or ↓"));
    addRow(rows, tr("Select more rows"), tr("Shift and ↑ or ↓"));
}

void ShortcutsDialog::addKeysEverywhere()
{
    QGridLayout *rows = addGroup(tr("Everywhere"));
    addRow(rows, tr("Next or previous control"), tr("Tab or Shift+Tab"));
    addRow(rows, tr("Open a menu of the menu bar"), tr("Alt and its underlined letter"));
    addRow(rows, tr("Close a dialog or a list"), shown(QKeySequence(Qt::Key_Escape)));
}
