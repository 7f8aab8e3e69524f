#include "ui/pages/accountdialogs.h"

#include "models/connections/currentconnection.h"
#include "models/creation/tokencreations.h"
#include "models/deletion/accountdeletion.h"
#include "models/list/accountlist.h"
#include "models/ports/settings.h"
#include "ui/dialogs/addserviceaccountdialog.h"
#include "ui/dialogs/deleteserviceaccountdialog.h"
#include "ui/dialogs/editserviceaccountdialog.h"
#include "ui/many/changerolesdialog.h"
#include "ui/many/deleteaccountsdialog.h"
#include "ui/many/manytexts.h"

#include <algorithm>

AccountDialogs::AccountDialogs(const ConsoleParts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
    connect(&parts.creations, &TokenCreations::needsPerson, this, &AccountDialogs::openCreation);
    connect(&parts.connection, &CurrentConnection::whoWeAreTold, this, &AccountDialogs::goOnWithAnotherToken);
}

void AccountDialogs::open(ConsoleDialog *dialog)
{
    m_open = dialog;
    m_waitsForToken = false;
    m_mayGoOn = {};
    dialog->setTokenReplaceable(m_parts.connection.signsInWithToken());
    connect(dialog, &ConsoleDialog::anotherTokenRequested, this, [this] {
        m_waitsForToken = true;
        Q_EMIT anotherTokenRequested();
    });
    connect(dialog, &QDialog::finished, this, &AccountDialogs::openNextWaiting, Qt::QueuedConnection);
    dialog->open();
}

void AccountDialogs::goOnWithAnotherToken()
{
    if (std::exchange(m_waitsForToken, false) && m_open && (!m_mayGoOn || m_mayGoOn()))
        m_open->goOn();
}

void AccountDialogs::maskTokens()
{
    if (auto *dialog = qobject_cast<AddServiceAccountDialog *>(m_open.data()))
        dialog->maskToken();
}

bool AccountDialogs::closeAll()
{
    if (isOneOpen())
        m_open->close();
    return !isOneOpen();
}

AddServiceAccountDialog *AccountDialogs::makeAddDialog()
{
    auto *dialog = new AddServiceAccountDialog(m_parts.creations, m_parts.list, m_parts.list.api(),
                                               *m_parts.connection.connection(), m_parts.clock,
                                               m_parts.clipboard, m_parts.logoutGuard, m_window->window());
    dialog->setHideAfter(std::chrono::minutes(m_parts.settings.value(Setting::HideAfterMinutes)));
    connect(dialog, &AddServiceAccountDialog::created, this, &AccountDialogs::created);
    return dialog;
}

void AccountDialogs::openNew()
{
    if (m_parts.list.api() && !isOneOpen())
        open(makeAddDialog());
}

void AccountDialogs::openDuplicate(const QString &accountId)
{
    const ServiceAccount *account = m_parts.list.model()->accountById(accountId);
    if (!m_parts.list.api() || !account || isOneOpen())
        return;
    AddServiceAccountDialog *dialog = makeAddDialog();
    dialog->startFrom(*account);
    open(dialog);
}

void AccountDialogs::openCreation(TokenCreation *creation)
{
    m_waiting.append(creation);
    openNextWaiting();
}

void AccountDialogs::resumeCreations()
{
    if (const auto &api = m_parts.list.api()) {
        const Connection &connection = *m_parts.connection.connection();
        m_parts.creations.resume(api, connection.key, connection.target.address);
    }
    openNextWaiting();
}

void AccountDialogs::openNextWaiting()
{
    m_waiting.removeAll(nullptr);
    if (!m_parts.list.api() || isOneOpen())
        return;
    const QString &key = m_parts.connection.connection()->key;
    const auto next = std::find_if(m_waiting.cbegin(), m_waiting.cend(), [&key](TokenCreation *creation) {
        return creation->connectionKey() == key;
    });
    if (next == m_waiting.cend())
        return;
    AddServiceAccountDialog *dialog = makeAddDialog();
    dialog->watch(*next);
    m_waiting.erase(next);
    open(dialog);
}

void AccountDialogs::openEdit(const QString &accountId)
{
    const auto &api = m_parts.list.api();
    const ServiceAccount *account = m_parts.list.model()->accountById(accountId);
    if (!api || !account || isOneOpen())
        return;
    const QString name = account->name;
    auto *dialog = new EditServiceAccountDialog(api, m_parts.list, *account, m_window->window());
    connect(dialog, &EditServiceAccountDialog::saved, this,
            [this, name] { Q_EMIT message(tr("%1 was saved.").arg(name)); });
    dialog->setSignsInWithIt(m_parts.connection.signsInWith(*account));
    open(dialog);
    m_mayGoOn = [this, dialog, edited = *account] {
        dialog->setSignsInWithIt(m_parts.connection.signsInWith(edited));
        return true;
    };
}

QString AccountDialogs::deleteForbidden(const ServiceAccount &account) const
{
    return m_parts.connection.signsInWith(account) ? tr("This console signs in with it.") : QString();
}

void AccountDialogs::openDelete(const QString &accountId)
{
    const auto &api = m_parts.list.api();
    const ServiceAccount *account = m_parts.list.model()->accountById(accountId);
    if (!api || !account || isOneOpen())
        return;
    if (const QString reason = deleteForbidden(*account); !reason.isEmpty()) {
        Q_EMIT message(reason);
        return;
    }
    // Not the dialog's own: a deletion that has begun runs to its end.
    auto *deletion = new AccountDeletion(api, m_parts.vault, m_parts.savedTokens,
                                         m_parts.connection.connection()->key, *account, this);
    auto *dialog = new DeleteServiceAccountDialog(deletion, m_parts.list, m_window->window());
    connect(dialog, &DeleteServiceAccountDialog::deleted, this, &AccountDialogs::message);
    open(dialog);
    m_mayGoOn = [this, dialog, account = *account] {
        const QString reason = deleteForbidden(account);
        if (reason.isEmpty())
            return true;
        dialog->close();
        Q_EMIT message(reason);
        return false;
    };
}

void AccountDialogs::openMany(ManyChange::Kind kind, const QList<ServiceAccount> &accounts)
{
    const auto &api = m_parts.list.api();
    if (!api || accounts.isEmpty() || isOneOpen())
        return;
    const auto signsInWith = [this](const ServiceAccount &account) {
        return m_parts.connection.signsInWith(account);
    };
    // Not the dialog's own: what has begun runs to its end.
    auto *changes = new ManyChanges({api, m_parts.list, m_parts.vault, m_parts.savedTokens,
                                     m_parts.connection.connection()->key, signsInWith},
                                    accounts, this);
    connect(changes, &ManyChanges::stateChanged, this, [this, changes] {
        if (changes->state() == ManyChanges::State::Finished)
            Q_EMIT message(ManyTexts::success(*changes));
    });
    ManyChangesDialog *dialog = nullptr;
    if (kind == ManyChange::Kind::Delete)
        dialog = new DeleteAccountsDialog(changes, m_parts.list.model()->serverNow(), m_window->window());
    else
        dialog = new ChangeRolesDialog(kind, changes, m_window->window());
    connect(dialog, &ManyChangesDialog::ended, this, &AccountDialogs::manyEnded);
    open(dialog);
}

void AccountDialogs::openExport(const QList<ServiceAccount> &accounts, ExportDialog::Extent extent)
{
    if (accounts.isEmpty() || isOneOpen())
        return;
    auto *dialog =
        new ExportDialog(accounts, extent, m_parts.connection.connection()->name,
                         m_parts.list.model()->serverNow(), m_parts.list.model()->soon(), m_window->window());
    connect(dialog, &ExportDialog::exported, this, &AccountDialogs::message);
    open(dialog);
}
