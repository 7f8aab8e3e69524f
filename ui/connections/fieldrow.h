#pragma once

#include "ui/widgets/fieldmessage.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QHBoxLayout;
QT_END_NAMESPACE

class TextLabel;

/// A row of a wide form: label beside the field, message under the field. The label is the field's buddy and
/// gives it its name; the message is the field's accessible description, as in FormField. Where there is no
/// room for both the label stands above.
class FieldRow final : public QWidget
{
    Q_OBJECT

public:
    /// Takes ownership of @p field.
    FieldRow(const QString &label, QWidget *field, QWidget *parent = nullptr);

    /// Behind the field, on its line. Takes ownership.
    void addBeside(QWidget *widget);
    /// The field is not to be stretched: the room behind it is free, or goes to @p widget.
    void addStretch(QWidget *widget = nullptr);

    /// The part of a compound field that gets the edge of an error and the message as its description.
    void setMarked(QWidget *part) { m_marked = part; }
    void setMessage(FieldMessage::Kind kind, const QString &text);
    FieldMessage::Kind messageKind() const { return m_message->kind(); }

    QWidget *field() const { return m_field; }

    /// What the label needs, for the widest one to make the column.
    int labelWidth() const;
    /// @p labelWidth is of no account while stacked.
    void arrange(bool isStacked, int labelWidth);

private:
    TextLabel *m_label;
    QWidget *m_field;
    QWidget *m_marked;
    FieldMessage *m_message;
    QBoxLayout *m_row;
    QHBoxLayout *m_line;
};
