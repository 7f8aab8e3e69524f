#pragma once

#include "models/secrets/secrettext.h"

#include <QMimeData>

/// What TokenClipboard puts on the clipboard: the token as plain text, revealed only when somebody pastes it,
/// and the marks that ask histories of the clipboard to leave it out.
class TokenMimeData final : public QMimeData
{
    Q_OBJECT

public:
    explicit TokenMimeData(SecretText token);

    QStringList formats() const override;
    bool hasFormat(const QString &format) const override;

protected:
    QVariant retrieveData(const QString &format, QMetaType preferredType) const override;

private:
    SecretText m_token;
};
