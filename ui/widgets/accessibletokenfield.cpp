#include "ui/widgets/accessibletokenfield.h"

#include "ui/widgets/tokenfield.h"

namespace {

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *field = qobject_cast<TokenField *>(object);
    return field ? new AccessibleTokenField(field) : nullptr;
}

} // namespace

AccessibleTokenField::AccessibleTokenField(QWidget *field)
    : QAccessibleWidget(field, QAccessible::EditableText)
{
}

void AccessibleTokenField::install()
{
    QAccessible::installFactory(make);
}

QString AccessibleTokenField::readable() const
{
    return static_cast<TokenField *>(widget())->readableText();
}

QString AccessibleTokenField::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Value ? readable() : QAccessibleWidget::text(kind);
}

QAccessible::State AccessibleTokenField::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = true;
    state.passwordEdit = !static_cast<TokenField *>(widget())->isShown();
    return state;
}

void *AccessibleTokenField::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QString AccessibleTokenField::text(int startOffset, int endOffset) const
{
    return readable().mid(startOffset, endOffset - startOffset);
}

int AccessibleTokenField::characterCount() const
{
    return static_cast<int>(readable().size());
}

void AccessibleTokenField::selection(int, int *startOffset, int *endOffset) const
{
    *startOffset = 0;
    *endOffset = 0;
}

QString AccessibleTokenField::attributes(int, int *startOffset, int *endOffset) const
{
    *startOffset = 0;
    *endOffset = characterCount();
    return {};
}
