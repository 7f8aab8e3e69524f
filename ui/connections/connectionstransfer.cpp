#include "ui/connections/connectionstransfer.h"

#include "models/connections/connectionimport.h"
#include "models/connections/currentconnection.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

namespace {

QString filters()
{
    return ConnectionsTransfer::tr("Connections (*.json);;All files (*)");
}

} // namespace

ConnectionsTransfer::ConnectionsTransfer(CurrentConnection &connections, QWidget *window)
    : QObject(window)
    , m_connections(connections)
    , m_window(window)
{
}

void ConnectionsTransfer::askForImport()
{
    auto *dialog = new QFileDialog(m_window, tr("Import Connections"), QDir::homePath(), filters());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ConnectionsTransfer::importFrom);
    dialog->open();
}

void ConnectionsTransfer::askForExport()
{
    auto *dialog = new QFileDialog(m_window, tr("Export Connections"),
                                   QDir::home().filePath(QStringLiteral("connections.json")), filters());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::fileSelected, this, &ConnectionsTransfer::exportTo);
    dialog->open();
}

void ConnectionsTransfer::importFrom(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Q_EMIT reported(tr("%1 was not imported").arg(name), file.errorString(), false);
        return;
    }
    // One byte more than the largest, so that a larger one is seen to be larger.
    const auto lines = ConnectionImport::run(file.read(ConnectionsDocument::largest + 1), m_connections);
    if (!lines) {
        Q_EMIT reported(tr("%1 was not imported").arg(name), lines.error().sentence(), false);
        return;
    }
    Q_EMIT imported();
    QStringList sentences;
    bool isWhole = true;
    for (const ConnectionImport::Line &line : lines.value()) {
        sentences.append(line.sentence);
        isWhole = isWhole && line.outcome != ConnectionImport::Outcome::Refused &&
                  line.outcome != ConnectionImport::Outcome::NotSaved;
    }
    if (ConnectionImport::taken(lines.value()) > 0)
        sentences.append(tr("A token is asked for when one of them is opened."));
    Q_EMIT reported(
        tr("%n connection(s) imported from %1", nullptr, ConnectionImport::taken(lines.value())).arg(name),
        sentences.join(u'\n'), isWhole);
}

void ConnectionsTransfer::exportTo(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    const QByteArray document = ConnectionsDocument::write(m_connections.known());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(document) != document.size() || !file.commit()) {
        Q_EMIT reported(tr("%1 was not written").arg(name), file.errorString(), false);
        return;
    }
    Q_EMIT reported(tr("The connections were exported to %1").arg(name),
                    tr("Tokens are not in it. The local workspace is not either."), true);
}
