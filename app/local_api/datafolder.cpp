#include "app/local_api/datafolder.h"

#include "app/local_api/privatefile.h"
#include "app/local_api/systemerror.h"
#include "app/local_api/tokenmint.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <sys/stat.h>

namespace localapi {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(localapi::DataFolder)
};

QString cannotUse(const QString &path, const QString &reason)
{
    return Text::tr("Cannot use the folder %1: %2. Repair that or give another folder with --data-dir.")
        .arg(path, reason);
}

} // namespace

DataFolder::DataFolder(QString path)
    : m_path(std::move(path))
{
}

std::optional<QString> DataFolder::makeFolder() const
{
    const QFileInfo info(m_path);
    if (info.exists() && !info.isDir())
        return Text::tr("there is a file at this place");
    QDir().mkpath(info.absolutePath());
    const QByteArray path = QFile::encodeName(m_path);
    if (::mkdir(path.constData(), 0700) == 0)
        return std::nullopt;
    if (errno != EEXIST)
        return lastSystemError();
    // Somebody's whole home is not ours to close; a folder that holds nothing, or our database, is.
    if (QFile::exists(databasePath()) || QDir(m_path).isEmpty())
        ::chmod(path.constData(), 0700);
    return std::nullopt;
}

/// A server that was killed between making its lock file and writing into it has left one that QLockFile
/// finds never stale. Whoever lives, or is about to write, keeps it: it cannot be removed while he holds it
/// open.
bool DataFolder::takesUnwrittenLock()
{
    const auto isUnwritten = [this] { return !m_lock->getLockInfo(nullptr, nullptr, nullptr); };
    if (m_lock->error() != QLockFile::LockFailedError || !isUnwritten())
        return false;
    constexpr int untilItIsWritten = 100;
    return m_lock->tryLock(untilItIsWritten) ||
           (isUnwritten() && m_lock->removeStaleLockFile() && m_lock->tryLock(0));
}

std::optional<QString> DataFolder::open()
{
    if (const auto reason = makeFolder())
        return cannotUse(m_path, *reason);
    m_lock = std::make_unique<QLockFile>(m_path + QStringLiteral("/lock"));
    m_lock->setStaleLockTime(0);
    if (m_lock->tryLock(0) || takesUnwrittenLock())
        return std::nullopt;
    if (m_lock->error() != QLockFile::LockFailedError)
        return cannotUse(m_path, Text::tr("it cannot be written to"));
    qint64 process = 0;
    QString host;
    QString program;
    m_lock->getLockInfo(&process, &host, &program);
    return Text::tr("Another server (process %1) is using the folder %2. End that one first, or give "
                    "another folder with --data-dir.")
        .arg(process)
        .arg(m_path);
}

std::variant<SecretBytes, QString> DataFolder::serverKey() const
{
    const QString path = m_path + QStringLiteral("/server-key");
    auto read = readPrivateFile(path, TokenMint::keySize);
    if (const QString *reason = std::get_if<QString>(&read))
        return Text::tr("Cannot use the file %1: %2. Put the right file back, or give another folder with "
                        "--data-dir.")
            .arg(path, *reason);
    if (!std::get<SecretBytes>(read).isEmpty())
        return read;
    if (QFileInfo(databasePath()).size() > 0)
        return Text::tr(
                   "The file %1 is missing: without it no token can be checked. Put it back, or give another "
                   "folder with --data-dir.")
            .arg(path);
    SecretBytes key = SecretBytes::random(TokenMint::keySize);
    if (const auto reason = writePrivateFile(path, key.view()))
        return cannotUse(m_path, *reason);
    return key;
}

} // namespace localapi
