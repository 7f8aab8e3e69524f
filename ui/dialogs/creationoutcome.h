#pragma once

#include "ui/widgets/banner.h"

class Button;
class TokenCreation;

/// Says how a creation ended when it did not end with a token, what that means, and what can be done: one
/// banner over the form. Hidden until there is something to say.
class CreationOutcome final : public Banner
{
    Q_OBJECT

public:
    explicit CreationOutcome(QWidget *parent = nullptr);

    /// For TokenGone, Undecided, NotMade, and Unknown that could not find out.
    void show(const TokenCreation &creation);

Q_SIGNALS:
    void makeAgainRequested();
    void lookAgainRequested();

private:
    void showNotMade(const QString &name, const Error &error);
    void showTokenGone(const TokenCreation &creation);
    static QString whyItDoesNotTell(const Error &error);

    Button *m_makeAgain;
    Button *m_lookAgain;
};
