#include "tests/ui/dialogs/revealeddialog.h"

#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/questiondialog.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

RevealedDialog::RevealedDialog()
{
    parts.loadList();
    parts.api->setNextToken(token().toUtf8());
    dialog = new AddServiceAccountDialog(parts.creations, parts.list, parts.api, DialogParts::connection(),
                                         parts.clock, parts.clipboard, parts.logoutGuard, &parts.window);
    dialog->open();
    Controls::get<QLineEdit>(dialog, QStringLiteral("Name"))->setText(QStringLiteral("deploy_bot"));
    Controls::toggleRole(dialog, QStringLiteral("Deployment"));
}

RevealedDialog::~RevealedDialog()
{
    delete dialog;
}

void RevealedDialog::generate()
{
    Controls::press(dialog, QStringLiteral("Generate New Token"));
}

void RevealedDialog::reveal()
{
    generate();
    QTRY_VERIFY(Controls::find(dialog, QStringLiteral("Done")));
}

QPushButton *RevealedDialog::button(const QString &name) const
{
    return Controls::get<QPushButton>(dialog, name);
}

QString RevealedDialog::foot() const
{
    return dialog->foot()->message();
}

QDialog *RevealedDialog::question() const
{
    for (auto *question : dialog->findChildren<QuestionDialog *>()) {
        if (question->isVisible())
            return question;
    }
    return nullptr;
}
