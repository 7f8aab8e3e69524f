#include "app/single_instance/socketplaces.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace {

/// sockaddr_un has room for so many bytes.
constexpr qsizetype longestPath = 107;
constexpr qsizetype digestLength = 16;

} // namespace

QStringList socketPlaces(const QString &dataFolder)
{
    const QString canonical = QFileInfo(dataFolder).canonicalFilePath();
    const QString data = canonical.isEmpty() ? QDir(dataFolder).absolutePath() : canonical;
    QStringList places{data + QStringLiteral("/console.socket")};

    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (!runtime.isEmpty() && QFileInfo(runtime).isDir()) {
        const QByteArray digest =
            QCryptographicHash::hash(data.toUtf8(), QCryptographicHash::Sha256).toHex().first(digestLength);
        places.append(QStringLiteral("%1/apono-console-%2.socket").arg(runtime, QString::fromLatin1(digest)));
    }
    places.removeIf([](const QString &place) { return QFile::encodeName(place).size() > longestPath; });
    return places;
}
