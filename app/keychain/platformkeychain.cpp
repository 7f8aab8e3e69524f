#include "app/keychain/platformkeychain.h"

#include <QMetaObject>

void PlatformKeychain::look(const VaultEntry &, QObject *context,
                            std::function<void(const KeychainView &)> then)
{
    QMetaObject::invokeMethod(
        context, [then = std::move(then)] { then(KeychainView{}); }, Qt::QueuedConnection);
}

QString PlatformKeychain::name() const
{
#if defined(Q_OS_DARWIN)
    return QStringLiteral("macOS Keychain");
#elif defined(Q_OS_WIN)
    return QStringLiteral("Windows Credential Manager");
#else
    return {};
#endif
}
