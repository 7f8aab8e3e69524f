#include "ui/connections/fieldrow.h"

#include "ui/style/controltraits.h"
#include "ui/style/metrics.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace {

constexpr int labelColumnGap = 12;

} // namespace

FieldRow::FieldRow(const QString &label, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_label(new TextLabel(label, TextStyle::Label))
    , m_field(field)
    , m_marked(field)
    , m_message(new FieldMessage)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_line(new QHBoxLayout)
{
    m_label->setBuddy(field);
    m_line->setSpacing(Metrics::buttonGap);
    m_line->addWidget(field, 1);
    auto *column = new QVBoxLayout;
    column->setSpacing(Metrics::labelGap);
    column->addLayout(m_line);
    column->addWidget(m_message);
    m_row->setContentsMargins({});
    m_row->addWidget(m_label, 0, Qt::AlignTop);
    m_row->addLayout(column, 1);
    arrange(false, labelWidth());
}

void FieldRow::addBeside(QWidget *widget)
{
    m_line->addWidget(widget);
}

void FieldRow::addStretch(QWidget *widget)
{
    m_line->setStretch(0, 0);
    m_line->setAlignment(m_field, Qt::AlignLeft);
    if (widget)
        m_line->addWidget(widget, 1);
    else
        m_line->addStretch(1);
}

void FieldRow::setMessage(FieldMessage::Kind kind, const QString &text)
{
    m_message->say(kind, text);
    setInvalid(m_marked, m_message->kind() == FieldMessage::Kind::Bad);
    m_marked->setAccessibleDescription(m_message->text());
}

int FieldRow::labelWidth() const
{
    return m_label->sizeHint().width();
}

void FieldRow::arrange(bool isStacked, int labelWidth)
{
    m_label->setVisible(!isStacked || !m_label->text().isEmpty());
    m_row->setDirection(isStacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_row->setSpacing(isStacked ? Metrics::labelGap : labelColumnGap);
    m_label->setMinimumSize(isStacked ? 0 : labelWidth, isStacked ? 0 : Metrics::controlHeight);
}
