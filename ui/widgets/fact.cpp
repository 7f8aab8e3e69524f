#include "ui/widgets/fact.h"

#include "ui/style/metrics.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

namespace {

constexpr int captionGap = 4;

} // namespace

Fact::Fact(const QString &caption, QWidget *value, QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_line(new QHBoxLayout)
{
    auto *label = new TextLabel(caption, TextStyle::Caption, Token::Text2);
    label->setBuddy(value);
    m_line->setSpacing(Metrics::iconGap);
    m_line->addWidget(value);
    m_column->setContentsMargins({});
    m_column->setSpacing(captionGap);
    m_column->addWidget(label);
    m_column->addLayout(m_line);
}

void Fact::putBeforeValue(QWidget *widget)
{
    m_line->insertWidget(0, widget);
}

void Fact::addBelow(QWidget *widget)
{
    m_column->addWidget(widget);
}
