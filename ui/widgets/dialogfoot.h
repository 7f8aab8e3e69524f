#pragma once

#include "ui/style/controltraits.h"
#include "ui/widgets/fieldmessage.h"

QT_BEGIN_NAMESPACE
class QHBoxLayout;
QT_END_NAMESPACE

class Button;

/// The sunken foot of a dialog: message at the leading end, buttons at the trailing end, the main one last.
class DialogFoot final : public QWidget
{
    Q_OBJECT

public:
    explicit DialogFoot(QWidget *parent = nullptr);

    /// Owned by the foot. Buttons stand in the order in which they are added; none is the default by itself.
    Button *addButton(const QString &text, ButtonKind kind, const QString &iconName = {});

    void setMessage(FieldMessage::Kind kind, const QString &text);
    void clearMessage() { setMessage(FieldMessage::Kind::None, {}); }
    QString message() const { return m_message->text(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    FieldMessage *m_message;
    QHBoxLayout *m_row;
};
