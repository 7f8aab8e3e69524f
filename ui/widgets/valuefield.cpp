#include "ui/widgets/valuefield.h"

#include "ui/style/controltraits.h"

#include <QEvent>

ValueField::ValueField(const QString &name, const QString &value, QWidget *parent)
    : QLineEdit(value, parent)
{
    setReadOnly(true);
    setFrame(false);
    setFlatField(this, true);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QLineEdit::textChanged, this, &ValueField::updateGeometry);
    setCursorPosition(0);
    alignByLayout();
}

void ValueField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        alignByLayout();
}

void ValueField::alignByLayout()
{
    // A line edit aligns by the direction of its text; under its caption it has to follow the layout's.
    setAlignment(Qt::AlignAbsolute | Qt::AlignVCenter |
                 (layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft));
}

QSize ValueField::sizeHint() const
{
    // One pixel more than the text: a line edit keeps room for its cursor.
    return {fontMetrics().horizontalAdvance(text()) + 2, QLineEdit::sizeHint().height()};
}

QSize ValueField::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, sizeHint().height()};
}
