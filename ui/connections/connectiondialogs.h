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
    /// Does nothing while canUseAnotherToken() is false.
    void openUseAnotherToken();
    /// The open connection, or the one whose token is missing, is a server: the local workspace signs in by
    /// itself.
    bool canUseAnotherToken() const;

    /// Closes the open dialog, which may ask first. Whether none is left open.
    bool closeAll();

Q_SIGNALS:
    /// For the status bar.
    void message(const QString &sentence);

private:
    const ConsoleParts m_parts;
    QWidget *m_window;
    QPointer<QDialog> m_open;
};
