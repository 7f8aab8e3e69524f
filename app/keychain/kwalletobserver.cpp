#include "app/keychain/kwalletobserver.h"

#include "app/keychain/dbusquestion.h"

using State = KeychainView::State;

bool KWalletObserver::isTheDesktops()
{
    return qgetenv("XDG_CURRENT_DESKTOP") == "KDE" && qgetenv("KDE_SESSION_VERSION") == "5";
}

QString KWalletObserver::name() const
{
    return *m_choice == Choice::SecretService ? m_secretService->name() : QStringLiteral("KWallet");
}

void KWalletObserver::look(const VaultEntry &entry, QObject *context,
                           std::function<void(const KeychainView &)> then)
{
    if (*m_choice == Choice::SecretService) {
        m_secretService->look(entry, context, std::move(then));
        return;
    }
    whenOnSessionBus(context, [choice = m_choice, service = m_secretService, entry, context,
                               then = std::move(then)](bool isConnected) {
        if (isConnected)
            askKWallet(choice, service, entry, context, then);
        else
            service->look(entry, context, then);
    });
}

void KWalletObserver::askKWallet(const std::shared_ptr<Choice> &choice,
                                 const std::shared_ptr<SecretService> &service, const VaultEntry &entry,
                                 QObject *context, const std::function<void(const KeychainView &)> &then)
{
    // QtKeychain asks the same question and blocks meanwhile: so a job starts only after a quick answer to
    // it.
    const auto question = QDBusMessage::createMethodCall(
        QStringLiteral("org.kde.kwalletd5"), QStringLiteral("/modules/kwalletd5"),
        QStringLiteral("org.kde.KWallet"), QStringLiteral("networkWallet"));
    askOverSessionBus(question, context, [choice, service, entry, context, then](const QDBusMessage &answer) {
        if (answer.type() == QDBusMessage::ReplyMessage) {
            *choice = Choice::KWallet;
            then(KeychainView{});
        } else if (isSilence(answer)) {
            then(KeychainView{State::Silent, std::nullopt, {}});
        } else if (*choice == Choice::KWallet) {
            then(KeychainView{State::Missing, std::nullopt, {}});
        } else {
            *choice = Choice::SecretService;
            service->look(entry, context, then);
        }
    });
}
