#pragma once

#include "models/errors/error.h"
#include "ui/style/controltraits.h"
#include "ui/widgets/fieldmessage.h"

QT_BEGIN_NAMESPACE
class QHBoxLayout;
QT_END_NAMESPACE

class Button;
class CopyDetailsButton;

/// The sunken foot of a dialog: message at the leading end, buttons at the trailing end, the main one last.
class DialogFoot final : public QWidget
{
    Q_OBJECT

public:
    explicit DialogFoot(QWidget *parent = nullptr);

    /// Owned by the foot. Buttons stand in the order in which they are added; none is the default by itself.
    Button *addButton(const QString &text, ButtonKind kind, const QString &iconName = {});

    /// Withdraws the details.
    void setMessage(FieldMessage::Kind kind, const QString &text);
    /// Says what failed, with "Copy Details" beside it.
    void setError(const Error &error);
    /// "Copy Details" alone, until the next message, where the failure is told elsewhere in the dialog.
    /// @p details is Error::details(), of one or of several.
    void offerDetails(const QString &details);
    void clearMessage() { setMessage(FieldMessage::Kind::None, {}); }
    QString message() const { return m_message->text(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    FieldMessage *m_message;
    CopyDetailsButton *m_details;
    QHBoxLayout *m_row;
};
