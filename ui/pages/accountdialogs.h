#pragma once

#include "models/accounts/serviceaccount.h"
#include "models/many/manychange.h"
#include "ui/consoleparts.h"
#include "ui/many/exportdialog.h"

#include <QPointer>

#include <functional>

class AddServiceAccountDialog;
class TokenCreation;

/// Opens the dialogs of the page and brings what they did into the list: one row, never the whole of it.
class AccountDialogs final : public QObject
{
    Q_OBJECT

public:
    /// Dialogs belong to @p window; so does this object.
    AccountDialogs(const ConsoleParts &parts, QWidget *window);

    /// These do nothing while there is no connection, or no such account.
    void openNew();
    void openDuplicate(const QString &accountId);
    /// One that no window watches: at once, or as soon as its connection is the open one and no other window
    /// is in the way.
    void openCreation(TokenCreation *creation);
    /// Finds out what became of those that were cut short when the program last ended, on the open
    /// connection.
    void resumeCreations();
    void openEdit(const QString &accountId);
    void openDelete(const QString &accountId);
    void openMany(ManyChange::Kind kind, const QList<ServiceAccount> &accounts);
    void openExport(const QList<ServiceAccount> &accounts, ExportDialog::Extent extent);

    /// Why an account cannot be deleted from here; empty when it can.
    QString deleteForbidden(const ServiceAccount &account) const;

    /// Closes the open dialog, which may ask first. Whether none is left open.
    bool closeAll();
    /// A token that is shown is masked again.
    void maskTokens();

Q_SIGNALS:
    /// "Done" was pressed: the new row is to be seen.
    void created(const QString &accountId);
    /// A change of many has ended; the ids are of those that are not as wanted.
    void manyEnded(const QStringList &idsLeft);
    /// The server refuses the token, and the person has another one: the open dialog goes on with it.
    void anotherTokenRequested();
    /// For the status bar.
    void message(const QString &sentence);

private:
    bool isOneOpen() const { return m_open && m_open->isVisible(); }
    void open(ConsoleDialog *dialog);
    void goOnWithAnotherToken();
    void openNextWaiting();
    AddServiceAccountDialog *makeAddDialog();

    const ConsoleParts m_parts;
    QWidget *m_window;
    QPointer<ConsoleDialog> m_open;
    bool m_waitsForToken = false;
    /// Whether the open dialog may go on although somebody else signs in now.
    std::function<bool()> m_mayGoOn;
    QList<QPointer<TokenCreation>> m_waiting;
};
