#include "ui/widgets/dropdownbutton.h"

#include "ui/widgets/dropdownpainter.h"

#include <QPainter>
#include <QStyleOptionButton>

#include <algorithm>

namespace {

constexpr int leastWidth = 72;

} // namespace

DropDownButton::DropDownButton(const QString &name, QWidget *parent)
    : MenuButton(name, parent)
{
}

void DropDownButton::setIconName(const QString &name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

QSize DropDownButton::sizeHint() const
{
    return DropDownPainter::size(m_iconName, value());
}

QSize DropDownButton::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    return {std::min(whole.width(), leastWidth), whole.height()};
}

void DropDownButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    QPainter painter(this);
    DropDownPainter::paint(&painter, option, this, m_iconName, value());
}
