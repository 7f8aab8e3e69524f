#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cstdint>

/// A file that holds the input, alone in a folder; one for each input, all in the same folder. run.py puts
/// the folder into memory.
class FuzzedFile
{
public:
    FuzzedFile(const std::uint8_t *data, std::size_t size)
        : m_bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size))
    {
        // QJsonDocument takes a name that begins with one for the name without it when it writes, not when it
        // looks for it. Written as \ufeff they are tried.
        m_bytes.replace("\xEF\xBB\xBF", "");
        for (const QString &name : others())
            QFile::remove(folder().filePath(name));
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(m_bytes) != m_bytes.size())
            qFatal("The input cannot be written to %s", qPrintable(path()));
    }

    QString path() const { return folder().filePath(QStringLiteral("input.json")); }
    const QByteArray &bytes() const { return m_bytes; }

    QByteArray content() const { return read(path()); }
    /// Of the file that was set aside because it was damaged; null when none was.
    QByteArray aside() const { return read(path() + QStringLiteral(".broken-1")); }

    /// What lies beside the file.
    QStringList others() const
    {
        QStringList names = QDir(folder().path()).entryList(QDir::Files | QDir::Hidden);
        names.removeAll(QStringLiteral("input.json"));
        return names;
    }

private:
    static const QTemporaryDir &folder()
    {
        static const QTemporaryDir made;
        return made;
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QByteArray m_bytes;
};
