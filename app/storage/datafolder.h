#pragma once

#include "models/errors/result.h"

#include <QCoreApplication>
#include <QLockFile>
#include <QString>

#include <memory>

/// The folders that the console writes to, held by this process alone for as long as this object lives.
///
/// By default `$XDG_DATA_HOME/apono-console` and `$XDG_CONFIG_HOME/apono-console`; a chosen folder
/// (--data-dir) holds everything. Folders that are made here, and the default ones, are open to their owner
/// only; a folder that somebody made and chose keeps its permissions.
class DataFolder
{
    Q_DECLARE_TR_FUNCTIONS(DataFolder)
public:
    /// @p chosen is empty for the default folders. FolderInUse while another console has it, FileUnwritable
    /// when it cannot be made or written; the messages are whole sentences.
    static Result<std::unique_ptr<DataFolder>> open(const QString &chosen);

    /// Where open() would look for it, whoever holds it.
    static QString pathFor(const QString &chosen);

    QString path() const { return m_dataPath; }
    bool isChosen() const { return m_isChosen; }

    QString savedTokensFile() const;
    /// The creations that are under way.
    QString journalFile() const;
    QString connectionsFile() const;
    QString settingsFile() const;
    /// How windows were left.
    QString layoutsFile() const;
    /// Which notices of the desktop were given.
    QString noticesFile() const;
    /// Of the local workspace; made by its own program.
    QString workspaceFolder() const;

private:
    DataFolder(QString dataPath, QString configPath, bool isChosen);
    Result<Done> prepare();
    Result<Done> lock();
    bool takeUnwrittenLock();

    QString m_dataPath;
    QString m_configPath;
    bool m_isChosen;
    QLockFile m_lock;
};
