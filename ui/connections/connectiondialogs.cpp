#include "ui/connections/connectiondialogs.h"

#include "models/connections/currentconnection.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/connections/usetokendialog.h"

#include <QApplication>

ConnectionDialogs::ConnectionDialogs(const ConsoleParts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
}

void ConnectionDialogs::openConnections()
{
    if (isOneOpen())
        return;
    auto *dialog = new ConnectionsDialog(m_parts, m_window);
    connect(dialog, &ConnectionsDialog::message, this, &ConnectionDialogs::message);
    m_open = dialog;
    dialog->open();
}

void ConnectionDialogs::openUseAnotherToken()
{
    if (isOneOpen() || !m_parts.connection.signsInWithToken())
        return;
    // Over the dialog whose request was refused, if there is one.
    QWidget *modal = QApplication::activeModalWidget();
    auto *dialog = new UseTokenDialog(m_parts.connection, m_parts.apis, modal ? modal : m_window);
    connect(dialog, &UseTokenDialog::used, this, &ConnectionDialogs::message);
    m_open = dialog;
    dialog->open();
}

bool ConnectionDialogs::closeAll()
{
    if (isOneOpen())
        m_open->close();
    return !isOneOpen();
}
