#include "app/keychain/secretservice.h"

#include "app/keychain/dbusquestion.h"

#include <QAbstractEventDispatcher>
#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QLibrary>
#include <QMap>

#include <memory>

using State = KeychainView::State;

namespace {

using Attributes = QMap<QString, QString>;

constexpr QLatin1StringView serviceName("org.freedesktop.secrets");
constexpr QLatin1StringView servicePath("/org/freedesktop/secrets");
constexpr QLatin1StringView serviceInterface("org.freedesktop.Secret.Service");
constexpr QLatin1StringView collectionInterface("org.freedesktop.Secret.Collection");
constexpr QLatin1StringView propertiesInterface("org.freedesktop.DBus.Properties");

/// By the name and version under which QtKeychain loads it.
bool loadLibsecret(QLibrary &libsecret)
{
    libsecret.setFileNameAndVersion(QStringLiteral("secret-1"), 0);
    return libsecret.load();
}

/// libsecret keeps its session with the keychain for as long as the process lives. A keychain that was
/// started again knows nothing of it and would refuse every job: "The session does not exist".
void dropSessionOfLibsecret()
{
    QLibrary libsecret;
    if (!loadLibsecret(libsecret))
        return;
    if (const auto disconnect = libsecret.resolve("secret_service_disconnect"))
        disconnect();
}

/// The three questions of one look: which collection, is it locked, is the entry in any.
class Look
{
public:
    Look(const VaultEntry &entry, std::shared_ptr<QString> lastOwner, QObject *context,
         std::function<void(const KeychainView &)> then)
        : m_entry(entry)
        , m_lastOwner(std::move(lastOwner))
        , m_context(context)
        , m_then(std::move(then))
    {
    }

    static void askForCollection(const std::shared_ptr<Look> &look)
    {
        auto question = QDBusMessage::createMethodCall(serviceName, servicePath, serviceInterface,
                                                       QStringLiteral("ReadAlias"));
        question << QStringLiteral("default");
        askOverSessionBus(question, look->m_context, [look](const QDBusMessage &answer) {
            if (look->endedBy(answer))
                return;
            look->noteOwner(answer.service());
            const auto collection = answer.arguments().value(0).value<QDBusObjectPath>().path();
            if (collection.size() > 1) {
                askWhetherLocked(look, collection);
            } else {
                look->m_view.state = State::NoCollection;
                look->m_view.reason = SecretService::tr("Its default keyring has not been made yet.");
                askForEntry(look);
            }
        });
    }

    void endWithoutBus() const
    {
        m_then({State::Missing, std::nullopt, SecretService::tr("This session has no D-Bus session bus.")});
    }

private:
    static void askWhetherLocked(const std::shared_ptr<Look> &look, const QString &collection)
    {
        auto question = QDBusMessage::createMethodCall(serviceName, collection, propertiesInterface,
                                                       QStringLiteral("Get"));
        question << QString(collectionInterface) << QStringLiteral("Locked");
        askOverSessionBus(question, look->m_context, [look](const QDBusMessage &answer) {
            if (look->endedBy(answer))
                return;
            const bool locked = answer.arguments().value(0).value<QDBusVariant>().variant().toBool();
            look->m_view.state = locked ? State::Locked : State::Open;
            askForEntry(look);
        });
    }

    static void askForEntry(const std::shared_ptr<Look> &look)
    {
        auto question = QDBusMessage::createMethodCall(serviceName, servicePath, serviceInterface,
                                                       QStringLiteral("SearchItems"));
        question << QVariant::fromValue(Attributes{{QStringLiteral("server"), VaultEntry::service()},
                                                   {QStringLiteral("user"), look->m_entry.user()}});
        askOverSessionBus(question, look->m_context, [look](const QDBusMessage &answer) {
            if (look->endedBy(answer))
                return;
            qsizetype found = 0;
            for (const QVariant &list : answer.arguments())
                found += qdbus_cast<QList<QDBusObjectPath>>(list).size();
            look->m_view.holdsEntry = found > 0;
            look->m_then(look->m_view);
        });
    }

    /// @p owner is the unique name of the process that answers.
    void noteOwner(const QString &owner)
    {
        if (*m_lastOwner != owner)
            dropSessionOfLibsecret();
        *m_lastOwner = owner;
    }

    /// An error ends the look.
    bool endedBy(const QDBusMessage &answer)
    {
        if (answer.type() == QDBusMessage::ReplyMessage)
            return false;
        m_view.state = isSilence(answer)   ? State::Silent
                       : isAbsence(answer) ? State::Missing
                                           : State::NoCollection;
        m_view.holdsEntry = std::nullopt;
        m_then(m_view);
        return true;
    }

    VaultEntry m_entry;
    std::shared_ptr<QString> m_lastOwner;
    /// Outlives every question: the answers come only while it lives.
    QObject *m_context;
    std::function<void(const KeychainView &)> m_then;
    KeychainView m_view;
};

/// libsecret answers in GLib's main loop; without it a job never ends.
bool hasGLibLoop()
{
    const auto *dispatcher = QAbstractEventDispatcher::instance();
    return dispatcher && dispatcher->inherits("QEventDispatcherGlib");
}

} // namespace

void SecretService::look(const VaultEntry &entry, QObject *context,
                         std::function<void(const KeychainView &)> then)
{
    QString reason;
    // QtKeychain's package does not ask for it, and QtKeychain then looks for a KWallet of KDE 4.
    if (QLibrary libsecret; !loadLibsecret(libsecret)) {
        reason = tr("The library libsecret is missing: install the package libsecret-1-0.");
    } else if (!hasGLibLoop()) {
        reason = tr("The keychain needs the GLib event loop: start the console again without QT_NO_GLIB.");
    }
    if (!reason.isEmpty()) {
        const KeychainView view{State::Missing, std::nullopt, reason};
        QMetaObject::invokeMethod(
            context, [then = std::move(then), view] { then(view); }, Qt::QueuedConnection);
        return;
    }
    qDBusRegisterMetaType<Attributes>();
    whenOnSessionBus(context, [look = std::make_shared<Look>(entry, m_lastOwner, context, std::move(then))](
                                  bool isConnected) {
        if (isConnected)
            Look::askForCollection(look);
        else
            look->endWithoutBus();
    });
}
