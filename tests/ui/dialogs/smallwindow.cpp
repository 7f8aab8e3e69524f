#include "tests/ui/dialogs/smallwindow.h"

#include "tests/ui/support/controls.h"
#include "ui/widgets/dialogfoot.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QLayout>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

namespace {

constexpr int roomRoundCursor = 24;

/// In the coordinates of the window.
QRect placeOf(const QWidget *widget)
{
    return {widget->mapTo(widget->window(), QPoint(0, 0)), widget->size()};
}

QString nameOf(const QWidget *widget)
{
    const QString name = Controls::name(widget);
    const auto *label = qobject_cast<const QLabel *>(widget);
    const QString words = label ? label->text() : name;
    return QStringLiteral("%1 “%2”").arg(QString::fromLatin1(widget->metaObject()->className()), words);
}

QScrollArea *areaAround(const QWidget *widget)
{
    for (QWidget *parent = widget->parentWidget(); parent && !widget->isWindow();
         parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent); area && area->isAncestorOf(widget))
            return area;
        if (parent->isWindow())
            return nullptr;
    }
    return nullptr;
}

/// What of the window a widget can be seen through.
QRect openingFor(const QWidget *widget)
{
    const QScrollArea *area = areaAround(widget);
    return area ? placeOf(area->viewport()) : widget->window()->rect();
}

QStringList reachFaults(QWidget *window)
{
    QStringList faults;
    for (QWidget *control : Controls::all(window)) {
        QRect wanted = placeOf(control);
        if (QScrollArea *area = areaAround(control)) {
            // Of a field Qt brings only the cursor into view, so with room round it.
            area->ensureWidgetVisible(control, 0, roomRoundCursor);
            wanted = placeOf(control);
            // What is higher than the view is seen in parts.
            if (wanted.height() > area->viewport()->height())
                wanted.setTop(qMax(wanted.top(), placeOf(area->viewport()).top()));
            wanted.setHeight(qMin(wanted.height(), area->viewport()->height()));
        }
        if (!openingFor(control).contains(wanted))
            faults.append(QStringLiteral("cannot be brought into view: ") + nameOf(control));
    }
    return faults;
}

QStringList footFaults(QWidget *window)
{
    QStringList faults;
    for (const auto *foot : window->findChildren<DialogFoot *>()) {
        for (const auto *button : foot->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && !window->rect().contains(placeOf(button)))
                faults.append(QStringLiteral("is outside of the window: ") + nameOf(button));
        }
    }
    return faults;
}

QStringList cutFaults(QWidget *window)
{
    QStringList faults;
    for (const auto *label : window->findChildren<QLabel *>()) {
        if (!label->isVisible() || label->window() != window || !label->wordWrap())
            continue;
        if (label->height() < label->heightForWidth(label->width()))
            faults.append(QStringLiteral("is cut off: ") + nameOf(label));
    }
    for (const auto *button : window->findChildren<QAbstractButton *>()) {
        const bool isShown = button->isVisible() && button->window() == window;
        if (isShown && !button->text().isEmpty() && button->width() < button->minimumSizeHint().width())
            faults.append(QStringLiteral("is cut off: ") + nameOf(button));
    }
    return faults;
}

QStringList overlapFaults(QWidget *window)
{
    QStringList faults;
    QList<QWidget *> parents = window->findChildren<QWidget *>();
    parents.append(window);
    for (const QWidget *parent : parents) {
        if (!parent->layout() || !parent->isVisible() || parent->window() != window)
            continue;
        QList<const QWidget *> placed;
        for (const auto *child : parent->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (!child->isVisible() || child->isWindow() ||
                parent->layout()->indexOf(const_cast<QWidget *>(child)) < 0)
                continue;
            for (const QWidget *other : placed) {
                if (other->geometry().intersects(child->geometry()))
                    faults.append(QStringLiteral("lie over each other: ") + nameOf(other) +
                                  QStringLiteral(", ") + nameOf(child));
            }
            placed.append(child);
        }
    }
    return faults;
}

} // namespace

void SmallWindow::resizeByHand(QWidget *window, const QSize &size)
{
    const QSize before = window->size();
    window->resize(size);
    QResizeEvent told(size, before);
    QSpontaneKeyEvent::setSpontaneous(&told);
    // Not sendEvent(): that makes it an event of our own.
    qApp->notify(window, &told);
    QTest::qWait(0);
}

QStringList SmallWindow::faults(QWidget *window)
{
    return reachFaults(window) + footFaults(window) + cutFaults(window) + overlapFaults(window);
}

QStringList SmallWindow::tabFaults(QWidget *window)
{
    constexpr int most = 100;
    QStringList faults;
    QList<const QWidget *> seen;
    for (int presses = 0; presses < most; ++presses) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : window, Qt::Key_Tab);
        const QWidget *focused = QApplication::focusWidget();
        if (!focused || seen.contains(focused))
            return faults;
        seen.append(focused);
        QRect wanted = placeOf(focused);
        const QRect opening = openingFor(focused);
        wanted.setHeight(qMin(wanted.height(), opening.height()));
        if (focused->window() == window && !opening.contains(wanted))
            faults.append(QStringLiteral("has the focus unseen: ") + nameOf(focused));
    }
    return faults;
}
