#pragma once

#include "models/errors/result.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QStringList>

/// One small file with a JSON object, replaced as a whole: after a crash at any moment it is the old one or
/// the new one. What is in it and not understood is kept. A file that cannot be understood at all is never
/// overwritten: it is set aside under another name, and a file of a newer version of this program is only
/// read.
class JsonFile
{
    Q_DECLARE_TR_FUNCTIONS(JsonFile)
public:
    /// @p version is what this program writes under "version". Does not read yet.
    JsonFile(QString path, int version);

    /// Reads the file; a missing one is an empty object.
    void load();
    /// Sets the file aside as a broken one when what it has under @p name is no list.
    void expectList(QLatin1StringView name);

    const QJsonObject &object() const { return m_object; }
    /// On disk, readable for its owner alone, when it returns success; otherwise object() is as before.
    Result<Done> save(QJsonObject object);

    /// What people should be told about loading, one sentence each.
    const QStringList &notices() const { return m_notices; }

private:
    /// QSaveFile brings the file to the disk, not the folder's entry for it: a power cut could bring back the
    /// old file.
    void syncFolder() const;
    void setAside();
    void refuseToWrite(const QString &sentence);
    Error unwritable(const QString &reason) const;

    QString m_path;
    int m_version;
    QJsonObject m_object;
    QStringList m_notices;
    /// Why the file must stay as it is; empty when it may be written.
    QString m_refusal;
};
