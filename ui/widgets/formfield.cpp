#include "ui/widgets/formfield.h"

#include "ui/style/controltraits.h"
#include "ui/style/metrics.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

FormField::FormField(const QString &label, QWidget *field, const QString &remark, QWidget *parent)
    : QWidget(parent)
    , m_label(new TextLabel(label, TextStyle::Label))
    , m_field(field)
    , m_message(new FieldMessage)
    , m_column(new QVBoxLayout(this))
{
    m_label->setBuddy(field);
    auto *head = new QHBoxLayout;
    head->setSpacing(Metrics::iconGap);
    head->addWidget(m_label);
    if (!remark.isEmpty())
        head->addWidget(new TextLabel(remark, TextStyle::Caption, Token::Text2));
    head->addStretch();

    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Metrics::labelGap);
    m_column->addLayout(head);
    m_column->addWidget(field);
    m_column->addWidget(m_message);
}

void FormField::setMessage(FieldMessage::Kind kind, const QString &text)
{
    m_message->say(kind, text);
    setInvalid(m_field, m_message->kind() == FieldMessage::Kind::Bad);
    m_field->setAccessibleDescription(text);
}

void FormField::addBelow(QWidget *widget)
{
    m_column->addWidget(widget);
}
