#pragma once

#include <QObject>

class CurrentConnection;

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

/// "Import…" and "Export…" of connections: chooses the file, and says what came of it.
class ConnectionsTransfer final : public QObject
{
    Q_OBJECT

public:
    /// The file dialogs belong to @p window; so does this object.
    ConnectionsTransfer(CurrentConnection &connections, QWidget *window);

    void askForImport();
    void askForExport();

    void importFrom(const QString &path);
    void exportTo(const QString &path);

Q_SIGNALS:
    /// The known connections are others now.
    void imported();
    /// Lines end each sentence but the last. Not good: it failed, or left something out.
    void reported(const QString &title, const QString &sentences, bool isGood);

private:
    CurrentConnection &m_connections;
    QWidget *m_window;
};
