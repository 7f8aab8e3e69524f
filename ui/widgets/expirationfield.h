#pragma once

#include "models/accounts/expirationchoice.h"
#include "models/connections/connectionpolicy.h"
#include "ui/widgets/fieldmessage.h"

#include <QTimer>
#include <QWidget>

class Box;
class ChoiceCard;
class Clock;
class ExpirationPopup;
class ExpiresInButton;
class IconView;
class TextLabel;

/// "Unlimited" or "Limited"; Limited shows the blue box with the button "Expires in" and the date that the
/// choice means now. Starts with Limited and 30 days. The date is counted again each minute.
class ExpirationField final : public QWidget
{
    Q_OBJECT

public:
    /// @p clock must outlive the field.
    explicit ExpirationField(const Clock &clock, QWidget *parent = nullptr);

    ExpirationChoice choice() const { return m_choice; }
    void setChoice(const ExpirationChoice &choice);

    /// What is over the policy of the connection named @p connectionName cannot be chosen and says why. A
    /// choice that is there already stays: what is wrong with it, setMessage() says.
    void setPolicy(const ConnectionPolicy &policy, const QString &connectionName);

    /// Under the field; a bad one turns the blue box red.
    void setMessage(FieldMessage::Kind kind, const QString &text);

    /// The date in the blue box, as it is shown. Empty when unlimited.
    QString endText() const;

Q_SIGNALS:
    void changed();

private:
    void openPopup();
    void refresh();
    void take(const ExpirationChoice &choice);

    const Clock &m_clock;
    ConnectionPolicy m_policy;
    ExpirationChoice m_choice;
    /// What Limited goes back to after Unlimited was tried.
    ExpirationChoice m_limited;
    ChoiceCard *m_unlimitedCard;
    ChoiceCard *m_limitedCard;
    Box *m_box;
    IconView *m_icon;
    ExpiresInButton *m_button;
    TextLabel *m_end;
    /// Why "Unlimited" cannot be chosen.
    FieldMessage *m_policyNote;
    FieldMessage *m_message;
    ExpirationPopup *m_popup = nullptr;
    QTimer m_minute;
};
