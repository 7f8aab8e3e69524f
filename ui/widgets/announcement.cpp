#include "ui/widgets/announcement.h"

#include <QAccessibleWidget>

namespace {

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *announcement = qobject_cast<Announcement *>(object);
    return announcement ? new QAccessibleWidget(announcement, QAccessible::Notification) : nullptr;
}

void send(QWidget *widget, QAccessible::Event type)
{
    QAccessibleEvent event(widget, type);
    QAccessible::updateAccessibility(&event);
}

} // namespace

Announcement::Announcement(QWidget *window)
    : QWidget(window)
{
    QAccessible::installFactory(make);
    // Hidden, or of no size, it would not be shown to a screen reader either.
    resize(1, 1);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    lower();
    show();
}

void Announcement::say(QWidget *widget, const QString &sentence)
{
    if (sentence.isEmpty() || !QAccessible::isActive())
        return;
    QWidget *window = widget->window();
    auto *announcement = window->findChild<Announcement *>(QString(), Qt::FindDirectChildrenOnly);
    if (!announcement)
        announcement = new Announcement(window);
    // Tells of its new name by itself.
    announcement->setAccessibleName(sentence);
    send(announcement, QAccessible::ObjectShow);
}
