#include "ui/widgets/expiresinbutton.h"

#include "ui/widgets/dropdownpainter.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionButton>

ExpiresInButton::ExpiresInButton(QWidget *parent)
    : QPushButton(parent)
{
    setAutoDefault(false);
    setAccessibleName(tr("Expires in"));
}

void ExpiresInButton::setValue(const QString &value)
{
    m_value = value;
    setAccessibleDescription(value);
    updateGeometry();
    update();
}

QSize ExpiresInButton::sizeHint() const
{
    return DropDownPainter::size({}, m_value);
}

void ExpiresInButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    QPainter painter(this);
    DropDownPainter::paint(&painter, option, this, {}, m_value);
}

void ExpiresInButton::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    default:
        QPushButton::keyPressEvent(event);
    }
}
