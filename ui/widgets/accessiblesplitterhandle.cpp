#include "ui/widgets/accessiblesplitterhandle.h"

#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QSplitterHandle>

namespace {

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *handle = qobject_cast<QSplitterHandle *>(object);
    if (!handle)
        return nullptr;
    return new QAccessibleWidget(handle, QAccessible::Separator,
                                 QCoreApplication::translate("AccessibleSplitterHandle", "Resize"));
}

} // namespace

namespace AccessibleSplitterHandle {

void install()
{
    QAccessible::installFactory(make);
}

} // namespace AccessibleSplitterHandle
