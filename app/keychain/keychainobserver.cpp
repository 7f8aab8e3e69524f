#include "app/keychain/keychainobserver.h"

#include "app/keychain/kwalletobserver.h"
#include "app/keychain/platformkeychain.h"
#include "app/keychain/secretservice.h"

std::unique_ptr<KeychainObserver> KeychainObserver::forThisDesktop()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    if (KWalletObserver::isTheDesktops())
        return std::make_unique<KWalletObserver>();
    return std::make_unique<SecretService>();
#else
    return std::make_unique<PlatformKeychain>();
#endif
}
