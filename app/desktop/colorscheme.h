#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

#include <optional>

QT_BEGIN_NAMESPACE
class QDBusMessage;
QT_END_NAMESPACE

/// Whether the person prefers dark windows and high contrast, as the desktop portal tells it
/// ("org.freedesktop.appearance", "color-scheme" and "contrast"): GNOME says it nowhere else that Qt 6.4
/// would look. Says nothing where there is no portal, no session bus or no preference.
class ColorScheme : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Asks, and listens from now on. Never waits for the answer.
    void follow(const QDBusConnection &session);

Q_SIGNALS:
    /// Nothing after a preference was taken back; with GNOME that is what its "Light" says.
    void preferred(std::optional<bool> dark);
    /// False only after it was true.
    void highContrastPreferred(bool high);

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &key);
    void take(const QString &key, const QVariant &value);

    std::optional<QDBusConnection> m_bus;
    std::optional<bool> m_prefersDark;
    bool m_isHighContrast = false;
};
