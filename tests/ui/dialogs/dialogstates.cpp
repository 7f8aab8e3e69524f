#include "tests/ui/dialogs/dialogstates.h"

#include "tests/ui/support/controls.h"
#include "ui/dialogs/addserviceaccountdialog.h"
#include "ui/dialogs/deleteserviceaccountdialog.h"
#include "ui/dialogs/editserviceaccountdialog.h"
#include "ui/widgets/expirationfield.h"
#include "ui/widgets/expirationpopup.h"
#include "ui/widgets/rolefield.h"

#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using Verb = MemoryAdminApi::Verb;
using Work = MemoryAdminApi::Work;

namespace {

QDialog *emptyForm(DialogParts &parts)
{
    auto *dialog =
        new AddServiceAccountDialog(parts.creations, parts.list, parts.api, DialogParts::connection(),
                                    parts.clock, parts.clipboard, parts.logoutGuard, &parts.window);
    dialog->open();
    return dialog;
}

void type(QDialog *dialog, const QString &field, const QString &text)
{
    Controls::get<QLineEdit>(dialog, field)->setText(text);
}

QDialog *filledForm(DialogParts &parts)
{
    QDialog *dialog = emptyForm(parts);
    type(dialog, u"Name"_s, u"deploy_bot_eu"_s);
    type(dialog, u"Description"_s, u"Deploys the EU stack from GitLab CI"_s);
    Controls::toggleRole(dialog, u"Deployment"_s);
    Controls::toggleRole(dialog, u"Viewer"_s);
    // Rows that came with the values move the others before a list can be opened at its place.
    QTest::qWait(100);
    return dialog;
}

QDialog *roleList(DialogParts &parts)
{
    QDialog *dialog = filledForm(parts);
    Controls::get<RoleField>(dialog, u"Role"_s)->openList();
    return dialog;
}

QDialog *expiresIn(DialogParts &parts)
{
    QDialog *dialog = filledForm(parts);
    Controls::press(dialog, u"Expires in"_s);
    auto *popup = dialog->findChild<ExpirationPopup *>();
    Q_EMIT popup->chosen(ExpirationChoice::date(QDate(2027, 1, 15)));
    popup->close();
    QTest::qWait(100);
    Controls::press(dialog, u"Expires in"_s);
    return dialog;
}

QDialog *invalidForm(DialogParts &parts)
{
    QDialog *dialog = emptyForm(parts);
    type(dialog, u"Name"_s, u"CI-Deploy"_s);
    Controls::toggleRole(dialog, u"Viewer"_s);
    Controls::toggleRole(dialog, u"Viewer"_s);
    Controls::press(dialog, u"Expires in"_s);
    auto *popup = dialog->findChild<ExpirationPopup *>();
    Q_EMIT popup->chosen(ExpirationChoice::date(QDate(2026, 11, 20)));
    popup->close();
    return dialog;
}

QDialog *sending(DialogParts &parts)
{
    QDialog *dialog = filledForm(parts);
    parts.api->hold(Verb::Create);
    Controls::press(dialog, u"Generate New Token"_s);
    return dialog;
}

/// Presses "Generate New Token" on a server that honours no keys, so that the console has to look, and waits
/// for what it says then.
QDialog *createUntil(DialogParts &parts, const QString &title, const Error &error, Work work = Work::NotDone)
{
    QDialog *dialog = filledForm(parts);
    static_cast<ConsoleDialog *>(dialog)->setTokenReplaceable(true);
    parts.api->setHonoursIdempotencyKeys(false);
    Error named = error;
    named.host = u"api.example.com"_s;
    parts.api->failNext(Verb::Create, named, work);
    Controls::press(dialog, u"Generate New Token"_s);
    if (named.kind == ErrorKind::TimedOut)
        parts.api->failAlways(named);
    static_cast<void>(QTest::qWaitFor([&] { return Controls::says(dialog, title); }));
    return dialog;
}

QDialog *notMade(DialogParts &parts)
{
    return createUntil(parts, u"deploy_bot_eu was not made."_s, Error(ErrorKind::Cut));
}

QDialog *tokenGone(DialogParts &parts)
{
    return createUntil(parts, u"deploy_bot_eu was made, but its token is gone."_s, Error(ErrorKind::Cut),
                       Work::Done);
}

QDialog *undecided(DialogParts &parts)
{
    ServiceAccount theirs = parts.account(u"deploy_bot_eu"_s);
    theirs.createdBy = u"kim"_s;
    parts.api->put(theirs);
    return createUntil(parts, u"It cannot be told whose deploy_bot_eu is."_s, Error(ErrorKind::Cut));
}

QDialog *notKnownYet(DialogParts &parts)
{
    return createUntil(parts, u"It is not known yet whether deploy_bot_eu was made."_s,
                       Error(ErrorKind::TimedOut));
}

QDialog *refusedToken(DialogParts &parts)
{
    return createUntil(parts, u"deploy_bot_eu was not made."_s, Error(ErrorKind::Unauthorized));
}

QDialog *freshToken(DialogParts &parts)
{
    parts.api->setNextToken("apono_sa_7Qm2xV9bT4kLr8Zp1Hs6Nd3Wc5Yf0GjE");
    QDialog *dialog = filledForm(parts);
    Controls::press(dialog, u"Generate New Token"_s);
    static_cast<void>(QTest::qWaitFor([dialog] { return Controls::find(dialog, u"Done"_s) != nullptr; }));
    return dialog;
}

QDialog *keptToken(DialogParts &parts)
{
    QDialog *dialog = freshToken(parts);
    Controls::press(dialog, u"Save to Keychain"_s);
    Controls::press(dialog, u"Copy"_s);
    static_cast<void>(
        QTest::qWaitFor([dialog] { return Controls::says(dialog, u"Saved in the keychain"_s); }));
    return dialog;
}

QDialog *shownToken(DialogParts &parts)
{
    QDialog *dialog = keptToken(parts);
    Controls::press(dialog, u"Show"_s);
    return dialog;
}

QDialog *lockedKeychain(DialogParts &parts)
{
    QDialog *dialog = freshToken(parts);
    parts.vault.failWith(Error(ErrorKind::KeychainLocked));
    Controls::press(dialog, u"Save to Keychain"_s);
    static_cast<void>(QTest::qWaitFor(
        [dialog] { return Controls::says(dialog, u"The keychain is locked. Unlock it and save again."_s); }));
    return dialog;
}

QDialog *question(DialogParts &parts)
{
    QDialog *dialog = freshToken(parts);
    dialog->reject();
    return qobject_cast<QDialog *>(Controls::questionWith(dialog, u"Keep the Token"_s));
}

ServiceAccount prodAccount(DialogParts &parts, const QList<AccountRole> &roles)
{
    ServiceAccount account =
        parts.account(u"prod_ci_deploy"_s, u"Deploys the web front end from GitLab CI"_s, roles);
    account.creationDate = QDateTime(QDate(2026, 7, 5), QTime(8, 0), Qt::UTC);
    account.expiryDate = QDateTime(QDate(2027, 1, 1), QTime(12, 0), Qt::UTC);
    account.lastUsedDate = parts.clock.now().addSecs(-240);
    parts.api->put(account);
    parts.loadList();
    return account;
}

QDialog *edit(DialogParts &parts)
{
    const ServiceAccount account =
        prodAccount(parts, {AccountRole(Role::Deployment), AccountRole(Role::Viewer)});
    auto *dialog = new EditServiceAccountDialog(parts.api, parts.list, account, &parts.window);
    dialog->open();
    return dialog;
}

QDialog *conflict(DialogParts &parts)
{
    ServiceAccount account = prodAccount(parts, {AccountRole(Role::Deployment)});
    auto *dialog = new EditServiceAccountDialog(parts.api, parts.list, account, &parts.window);
    dialog->open();
    type(dialog, u"Description"_s, u"Deploys the web front end and the API from GitLab CI"_s);
    Controls::toggleRole(dialog, u"Power User"_s);
    account.description = u"Deploys the web front end from GitLab CI; owner: Web Platform"_s;
    account.roles = {AccountRole(Role::Deployment), AccountRole(Role::Viewer)};
    account.updateDate = parts.clock.now().addSecs(-240);
    parts.api->put(account);
    Controls::press(dialog, u"Save Changes"_s);
    static_cast<void>(
        QTest::qWaitFor([dialog] { return Controls::find(dialog, u"Your description"_s) != nullptr; }));
    Controls::press(dialog, u"Your description"_s);
    Controls::press(dialog, u"Their roles"_s);
    return dialog;
}

QDialog *deletion(DialogParts &parts)
{
    const ServiceAccount account = prodAccount(parts, {AccountRole(Role::Deployment)});
    static_cast<void>(
        parts.saved.record({DialogParts::connectionKey(), account.name, account.id, parts.clock.now()}));
    auto *object = new AccountDeletion(parts.api, parts.vault, parts.saved, DialogParts::connectionKey(),
                                       account, &parts.creations);
    auto *dialog = new DeleteServiceAccountDialog(object, parts.list, &parts.window);
    dialog->open();
    return dialog;
}

QDialog *failedDeletion(DialogParts &parts)
{
    QDialog *dialog = deletion(parts);
    parts.api->failNext(Verb::Delete, Error(ErrorKind::LastAdmin));
    Controls::press(dialog, u"Yes"_s);
    static_cast<void>(
        QTest::qWaitFor([dialog] { return Controls::says(dialog, u"prod_ci_deploy was not deleted"_s); }));
    return dialog;
}

} // namespace

const QList<DialogState> &dialogStates()
{
    static const QList<DialogState> states = {{u"03-add-empty"_s, emptyForm},
                                              {u"03-add-limited"_s, filledForm},
                                              {u"03b-add-role-list"_s, roleList},
                                              {u"03c-add-expires-in"_s, expiresIn},
                                              {u"04-add-validation"_s, invalidForm},
                                              {u"04b-add-sending"_s, sending},
                                              {u"04c-add-not-made"_s, notMade},
                                              {u"04d-add-token-gone"_s, tokenGone},
                                              {u"04e-add-undecided"_s, undecided},
                                              {u"04f-add-not-known-yet"_s, notKnownYet},
                                              {u"04g-add-token-refused"_s, refusedToken},
                                              {u"05-token-fresh"_s, freshToken},
                                              {u"05b-token-copied-saved"_s, keptToken},
                                              {u"05d-token-shown"_s, shownToken},
                                              {u"05e-token-keychain-locked"_s, lockedKeychain},
                                              {u"05f-token-question"_s, question},
                                              {u"06-edit-changed-meanwhile"_s, conflict},
                                              {u"06b-edit"_s, edit},
                                              {u"07-delete"_s, deletion},
                                              {u"07b-delete-failed"_s, failedDeletion}};
    return states;
}
