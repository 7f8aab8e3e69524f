#pragma once

#include <QObject>

class Clock;
class TokenVault;

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

/// What "Copy Details" copies, the same wherever it stands: what failed, when, and the versions of all that
/// took part. Never a secret. Belongs to a window, and speaks for the windows over it too.
class FailureReport final : public QObject
{
    Q_OBJECT

public:
    /// @p clock and @p vault must outlive it.
    FailureReport(const Clock &clock, const TokenVault &vault, const QString &keychainLibraryVersion,
                  QWidget *window);

    /// Of now. @p details is Error::details(), of one or of several. Without a FailureReport in the windows
    /// around @p asker it has neither a time nor a keychain.
    static QString text(const QWidget *asker, const QString &details);

private:
    const Clock &m_clock;
    const TokenVault &m_vault;
    const QString m_keychainLibraryVersion;
};
