#include "app/storage/jsonfile.h"

#include "models/export/jsonbytes.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace {

constexpr qint64 largestFile = qint64{16} * 1024 * 1024;
constexpr int mostSetAside = 1000;
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QLatin1StringView versionKey("version");

} // namespace

JsonFile::JsonFile(QString path, int version)
    : m_path(std::move(path))
    , m_version(version)
{
}

void JsonFile::load()
{
    QFile file(m_path);
    if (!file.exists())
        return;
    if (!file.open(QIODevice::ReadOnly)) {
        refuseToWrite(tr("The file %1 cannot be read (%2) and is left as it is. Nothing can be saved in it.")
                          .arg(QDir::toNativeSeparators(m_path), file.errorString()));
        return;
    }
    const QByteArray bytes = file.read(std::min(file.size(), largestFile + 1));
    file.close();
    const auto document = bytes.size() > largestFile ? QJsonDocument() : QJsonDocument::fromJson(bytes);
    const auto version = document.object().value(versionKey);
    if (!document.isObject() || !version.isDouble()) {
        setAside();
        return;
    }
    m_object = document.object();
    if (version.toInt() > m_version)
        refuseToWrite(tr("The file %1 was written by a newer version of this program and is left as it is. "
                         "Nothing can be saved in it.")
                          .arg(QDir::toNativeSeparators(m_path)));
}

void JsonFile::expectList(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    // A newer version may well have another shape; what can be read of it is of use.
    if (value.isUndefined() || value.isArray() || !m_refusal.isEmpty())
        return;
    m_object = {};
    setAside();
}

void JsonFile::setAside()
{
    for (int number = 1; number <= mostSetAside; ++number) {
        const QString aside = QStringLiteral("%1.broken-%2").arg(m_path).arg(number);
        if (QFile::exists(aside))
            continue;
        if (!QFile::rename(m_path, aside))
            break;
        m_notices.append(tr("The file %1 was damaged. It was kept as %2, and a new one is begun.")
                             .arg(QDir::toNativeSeparators(m_path), QDir::toNativeSeparators(aside)));
        return;
    }
    refuseToWrite(tr("The file %1 is damaged and could not be set aside. Nothing can be saved in it; move it "
                     "away.")
                      .arg(QDir::toNativeSeparators(m_path)));
}

void JsonFile::refuseToWrite(const QString &sentence)
{
    m_refusal = sentence;
    m_notices.append(sentence);
}

Result<Done> JsonFile::save(QJsonObject object)
{
    if (!m_refusal.isEmpty())
        return Error(ErrorKind::FileUnwritable, m_refusal);
    object.insert(versionKey, m_version);
    const QByteArray bytes = jsonBytes(object);

    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return unwritable(file.errorString());
    syncFolder();
    m_object = std::move(object);
    return Done{};
}

void JsonFile::syncFolder() const
{
#ifdef Q_OS_UNIX
    const QByteArray folder = QFile::encodeName(QFileInfo(m_path).path());
    if (const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
#endif
}

Error JsonFile::unwritable(const QString &reason) const
{
    return Error(ErrorKind::FileUnwritable,
                 tr("The file %1 cannot be written: %2. Make room, or make its folder writable, and try "
                    "again.")
                     .arg(QDir::toNativeSeparators(m_path), reason));
}
