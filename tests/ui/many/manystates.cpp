#include "tests/ui/many/manystates.h"

#include "tests/ui/support/controls.h"
#include "ui/many/changerolesdialog.h"
#include "ui/many/deleteaccountsdialog.h"
#include "ui/many/exportdialog.h"

#include <QDialog>

using namespace Qt::StringLiterals;
using Kind = ManyChange::Kind;
using Verb = MemoryAdminApi::Verb;

namespace {

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

} // namespace

const QList<ManyState> &manyStates()
{
    static const QList<ManyState> all = {
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
             auto *dialog =
                 new ExportDialog(parts.api->accounts(), ExportDialog::Extent::Selected, u"Production"_s,
                                  parts.clock.now(), std::chrono::hours(14 * 24), &parts.window);
             dialog->open();
             return dialog;
         }},
        {u"export-failed"_s,
         [](ManyParts &parts) {
             auto *dialog =
                 new ExportDialog(parts.api->accounts(), ExportDialog::Extent::Shown, u"Production"_s,
                                  parts.clock.now(), std::chrono::hours(14 * 24), &parts.window);
             dialog->open();
             dialog->exportTo(u"/none/accounts.csv"_s);
             return dialog;
         }},
    };
    return all;
}
