#pragma once

#include "ui/consoleparts.h"

#include <QDialog>
#include <QPointer>

/// Opens "Connections…" and "Use Another Token…": the one place for whoever wants them.
class ConnectionDialogs final : public QObject
{
    Q_OBJECT

public:
    /// Dialogs belong to @p window; so does this object.
    ConnectionDialogs(const ConsoleParts &parts, QWidget *window);

    void openConnections();
    /// Does nothing where no token can be replaced: CurrentConnection::signsInWithToken().
    void openUseAnotherToken();

    /// Closes the open dialog, which may ask first. Whether none is left open.
    bool closeAll();

Q_SIGNALS:
    /// For the status bar.
    void message(const QString &sentence);

private:
    bool isOneOpen() const { return m_open && m_open->isVisible(); }

    const ConsoleParts m_parts;
    QWidget *m_window;
    QPointer<QDialog> m_open;
};
