#pragma once

#include "models/secrets/secrettext.h"

#include <QWidget>

class Button;
class TokenEdit;
class ValueField;

/// The token of a connection: where it is, with "Replace…", or the masked field for another one. Both are
/// named "Token"; one of them is shown.
class CredentialField final : public QWidget
{
    Q_OBJECT

public:
    explicit CredentialField(QWidget *parent = nullptr);

    /// @p where says where the token is; empty when one is to be typed. Forgets what was typed.
    void say(const QString &where);

    /// The line edit; its text goes with say().
    TokenEdit *edit() const { return m_edit; }
    bool isTyping() const;
    SecretText secret() const;

Q_SIGNALS:
    /// "Replace…" was pressed: from now on a token is to be typed.
    void replaceRequested();
    /// Of the field for a token.
    void edited();

private:
    ValueField *m_where;
    Button *m_replace;
    TokenEdit *m_edit;
};
