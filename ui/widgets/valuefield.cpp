#include "ui/widgets/valuefield.h"

#include "ui/style/controltraits.h"

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
