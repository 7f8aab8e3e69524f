#include "app/desktop/colorscheme.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

const auto service = u"org.freedesktop.portal.Desktop"_s;
const auto path = u"/org/freedesktop/portal/desktop"_s;
const auto interface = u"org.freedesktop.portal.Settings"_s;
const auto appearance = u"org.freedesktop.appearance"_s;
const auto colorScheme = u"color-scheme"_s;
const auto contrast = u"contrast"_s;

/// The portal's numbers; 0 and any other are no preference.
constexpr uint prefersDark = 1;
constexpr uint prefersLight = 2;
constexpr uint prefersHighContrast = 1;

} // namespace

void ColorScheme::follow(const QDBusConnection &session)
{
    if (!session.isConnected())
        return;
    m_bus = session;
    m_bus->connect(service, path, interface, u"SettingChanged"_s, this,
                   SLOT(settingChanged(QString, QString, QDBusVariant)));
    ask(colorScheme);
    ask(contrast);
}

void ColorScheme::ask(const QString &key)
{
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    question.setArguments({appearance, key});
    auto *watcher = new QDBusPendingCallWatcher(m_bus->asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        if (!reply.isError())
            take(key, reply.value().variant());
    });
}

void ColorScheme::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearance)
        take(key, value.variant());
}

void ColorScheme::take(const QString &key, const QVariant &value)
{
    // Read answers with a variant in a variant, the signal with one alone.
    const bool isNested = value.canConvert<QDBusVariant>();
    const uint number = (isNested ? value.value<QDBusVariant>().variant() : value).toUInt();
    std::optional<bool> dark;
    if (number == prefersDark || number == prefersLight)
        dark = number == prefersDark;
    if (key == colorScheme && std::exchange(m_prefersDark, dark) != dark)
        Q_EMIT preferred(dark);
    const bool isHigh = number == prefersHighContrast;
    if (key == contrast && std::exchange(m_isHighContrast, isHigh) != isHigh)
        Q_EMIT highContrastPreferred(isHigh);
}
