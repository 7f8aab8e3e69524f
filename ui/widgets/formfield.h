#pragma once

#include "ui/widgets/fieldmessage.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
QT_END_NAMESPACE

class TextLabel;

/// Label above, field, message below. The label is the field's buddy and gives it its accessible name; the
/// message is the field's accessible description; a bad message gives the field the edge of an error
/// (setInvalid).
class FormField final : public QWidget
{
    Q_OBJECT

public:
    /// Takes ownership of @p field. @p remark stands quietly behind the label: "optional".
    FormField(const QString &label, QWidget *field, const QString &remark = {}, QWidget *parent = nullptr);

    void setMessage(FieldMessage::Kind kind, const QString &text);
    void clearMessage() { setMessage(FieldMessage::Kind::None, {}); }
    FieldMessage::Kind messageKind() const { return m_message->kind(); }
    QString message() const { return m_message->text(); }

    /// Below the message: a box that belongs to the field, as "What these roles allow". Takes ownership.
    void addBelow(QWidget *widget);

    QWidget *field() const { return m_field; }

private:
    TextLabel *m_label;
    QWidget *m_field;
    FieldMessage *m_message;
    QBoxLayout *m_column;
};
