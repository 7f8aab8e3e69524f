#include "app/storage/datafolder.h"

#include <QDir>
#include <QStandardPaths>

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

QString defaultFolder(QStandardPaths::StandardLocation location)
{
    return QStandardPaths::writableLocation(location) + QStringLiteral("/apono-console");
}

/// Whether the folder is there afterwards. What it makes is open to the owner only.
bool make(const QString &path)
{
    if (QFileInfo(path).isDir())
        return true;
    const QString parent = QFileInfo(path).absolutePath();
    return (QFileInfo(parent).isDir() || QDir().mkpath(parent)) && QDir().mkdir(path, ownerOnly);
}

} // namespace

Result<std::unique_ptr<DataFolder>> DataFolder::open(const QString &chosen)
{
    const bool isChosen = !chosen.isEmpty();
    const QString data = pathFor(chosen);
    const QString config = isChosen ? data : defaultFolder(QStandardPaths::GenericConfigLocation);
    std::unique_ptr<DataFolder> folder(new DataFolder(data, config, isChosen));
    for (const auto step : {&DataFolder::prepare, &DataFolder::lock}) {
        const auto done = (*folder.*step)();
        if (!done)
            return done.error();
    }
    return folder;
}

QString DataFolder::pathFor(const QString &chosen)
{
    return chosen.isEmpty() ? defaultFolder(QStandardPaths::GenericDataLocation)
                            : QDir(chosen).absolutePath();
}

DataFolder::DataFolder(QString dataPath, QString configPath, bool isChosen)
    : m_dataPath(std::move(dataPath))
    , m_configPath(std::move(configPath))
    , m_isChosen(isChosen)
    , m_lock(m_dataPath + QStringLiteral("/console.lock"))
{
    // A lock of a living process never becomes old; one of a dead process is seen as such.
    m_lock.setStaleLockTime(0);
}

QString DataFolder::savedTokensFile() const
{
    return m_dataPath + QStringLiteral("/saved-tokens.json");
}

QString DataFolder::journalFile() const
{
    return m_dataPath + QStringLiteral("/journal.json");
}

QString DataFolder::connectionsFile() const
{
    return m_configPath + QStringLiteral("/connections.json");
}

QString DataFolder::settingsFile() const
{
    return m_configPath + QStringLiteral("/settings.json");
}

QString DataFolder::layoutsFile() const
{
    return m_dataPath + QStringLiteral("/layouts.json");
}

QString DataFolder::noticesFile() const
{
    return m_dataPath + QStringLiteral("/notices.json");
}

QString DataFolder::workspaceFolder() const
{
    return m_dataPath + QStringLiteral("/workspace");
}

Result<Done> DataFolder::prepare()
{
    if (const QFileInfo info(m_dataPath); info.exists() && !info.isDir())
        return Error(
            ErrorKind::FileUnwritable,
            tr("%1 is a file. Choose a folder with --data-dir.").arg(QDir::toNativeSeparators(m_dataPath)));
    if (!make(m_dataPath))
        return Error(ErrorKind::FileUnwritable,
                     tr("The folder %1 cannot be made. Make it, or choose another one with --data-dir.")
                         .arg(QDir::toNativeSeparators(m_dataPath)));
    // Without a folder for the connections the local workspace works all the same; who saves one is told.
    make(m_configPath);
    if (!m_isChosen) {
        QFile::setPermissions(m_dataPath, ownerOnly);
        QFile::setPermissions(m_configPath, ownerOnly);
    }
    return Done{};
}

/// A console that was killed between making its lock file and writing into it has left one that QLockFile
/// finds never stale. One that lives, or is about to write, keeps it: QLockFile removes only what it can lock
/// itself.
bool DataFolder::takeUnwrittenLock()
{
    const auto isUnwritten = [this] { return !m_lock.getLockInfo(nullptr, nullptr, nullptr); };
    if (m_lock.error() != QLockFile::LockFailedError || !isUnwritten())
        return false;
    constexpr int untilItIsWritten = 100;
    return m_lock.tryLock(untilItIsWritten) ||
           (isUnwritten() && m_lock.removeStaleLockFile() && m_lock.tryLock(0));
}

Result<Done> DataFolder::lock()
{
    if (m_lock.tryLock(0) || takeUnwrittenLock())
        return Done{};
    if (m_lock.error() == QLockFile::LockFailedError)
        return Error(ErrorKind::FolderInUse,
                     tr("The console is already open on the folder %1. Use that window, or choose another "
                        "folder with --data-dir.")
                         .arg(QDir::toNativeSeparators(m_dataPath)));
    return Error(ErrorKind::FileUnwritable,
                 tr("The folder %1 cannot be written. Make it writable, or choose another one with "
                    "--data-dir.")
                     .arg(QDir::toNativeSeparators(m_dataPath)));
}
