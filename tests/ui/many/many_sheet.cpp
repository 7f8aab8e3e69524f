// Saves the pictures of the dialogs for many in their states:
//   QT_QPA_PLATFORM=offscreen [QT_SCALE_FACTOR=2] many_sheet FOLDER [--dark] [-reverse]
#include "tests/ui/dialogs/controls.h"
#include "tests/ui/many/manyparts.h"
#include "ui/many/changerolesdialog.h"
#include "ui/many/deleteaccountsdialog.h"
#include "ui/many/exportdialog.h"
#include "ui/style/consolestyle.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using Kind = ManyChange::Kind;
using Verb = MemoryAdminApi::Verb;

namespace {

using Open = std::function<QDialog *(ManyParts &)>;

QDialog *openDeletion(ManyParts &parts)
{
    parts.saveCopy(u"prod_connector_gcp"_s);
    auto *dialog = new DeleteAccountsDialog(parts.changes, parts.clock.now(), &parts.window);
    dialog->open();
    return dialog;
}

QDialog *openRoles(ManyParts &parts, Kind kind, const QStringList &roles)
{
    auto *dialog = new ChangeRolesDialog(kind, parts.changes, &parts.window);
    dialog->open();
    for (const QString &role : roles)
        Controls::press(dialog, role);
    return dialog;
}

QDialog *openRunning(ManyParts &parts, const std::function<void(MemoryAdminApi &)> &prepare)
{
    QDialog *dialog = openDeletion(parts);
    prepare(*parts.api);
    Controls::press(dialog, u"Yes"_s);
    return dialog;
}

QList<std::pair<QString, Open>> states()
{
    return {
        {u"delete"_s, openDeletion},
        {u"delete-running"_s,
         [](ManyParts &parts) {
             return openRunning(parts, [](MemoryAdminApi &api) { api.hold(Verb::Delete); });
         }},
        {u"delete-waiting"_s,
         [](ManyParts &parts) {
             return openRunning(parts, [](MemoryAdminApi &api) {
                 Error slower(ErrorKind::TooManyRequests);
                 slower.retryAfter = std::chrono::seconds(30);
                 api.failNext(Verb::Delete, slower);
             });
         }},
        {u"delete-report"_s,
         [](ManyParts &parts) {
             return openRunning(parts, [](MemoryAdminApi &api) {
                 api.failNextOf(ManyParts::id(u"prod_connector_aws"_s), Verb::Delete,
                                Error(ErrorKind::LastAdmin));
                 Error fault(ErrorKind::ServerFault);
                 fault.httpStatus = 500;
                 fault.host = u"admin.example.com"_s;
                 api.failNextOf(ManyParts::id(u"prod_terraform_eu"_s), Verb::Delete, fault);
             });
         }},
        {u"add-role"_s, [](ManyParts &parts) { return openRoles(parts, Kind::AddRoles, {}); }},
        {u"add-role-chosen"_s,
         [](ManyParts &parts) {
             return openRoles(parts, Kind::AddRoles, {u"Power User"_s, u"Viewer"_s});
         }},
        {u"remove-role"_s,
         [](ManyParts &parts) {
             return openRoles(parts, Kind::RemoveRoles, {u"Admin"_s, u"Deployment"_s});
         }},
        {u"export"_s,
         [](ManyParts &parts) {
             auto *dialog = new ExportDialog(parts.api->accounts(), ExportDialog::Extent::Selected,
                                             u"Production"_s, parts.clock.now(), &parts.window);
             dialog->open();
             return dialog;
         }},
        {u"export-failed"_s,
         [](ManyParts &parts) {
             auto *dialog = new ExportDialog(parts.api->accounts(), ExportDialog::Extent::Shown,
                                             u"Production"_s, parts.clock.now(), &parts.window);
             dialog->open();
             dialog->exportTo(u"/none/accounts.csv"_s);
             return dialog;
         }},
    };
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    ConsoleStyle::install(app)->setTheme(arguments.contains(u"--dark"_s) ? Theme::Dark : Theme::Light);
    const QDir folder(arguments.value(1));
    for (const auto &[name, open] : states()) {
        ManyParts parts;
        QDialog *dialog = open(parts);
        // New rows are shown, and the dialog fitted to them, only as the event loop comes round.
        QTest::qWait(200);
        if (!dialog->grab().save(folder.filePath(name + u".png"_s)))
            return 1;
    }
    return 0;
}
