#pragma once

#include "models/secrets/secrettext.h"

#include <QList>
#include <QMimeData>

/// What TokenClipboard puts on the clipboard: the token as plain text, revealed only when somebody pastes it,
/// and the marks that ask histories of the clipboard to leave it out.
class TokenMimeData final : public QMimeData
{
    Q_OBJECT

public:
    enum class System {
        Unix,
        Windows,
        MacOs,
    };

    struct Mark
    {
        QString format;
        QByteArray value;
    };

    /// What asks histories of the clipboard to leave a text out: KDE's hint for Klipper and those that follow
    /// it; the formats of Microsoft's "Clipboard Formats" (a DWORD 0 each) and the older one of clipboard
    /// viewers; the types of nspasteboard.org. Qt 6.4 cannot write the last ones under their own names.
    static QList<Mark> historyMarks(System system);

    explicit TokenMimeData(SecretText token);

    QStringList formats() const override;
    bool hasFormat(const QString &format) const override;

protected:
    QVariant retrieveData(const QString &format, QMetaType preferredType) const override;

private:
    SecretText m_token;
};
