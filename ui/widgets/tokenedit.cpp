#include "ui/widgets/tokenedit.h"

TokenEdit::TokenEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhHiddenText | Qt::ImhNoPredictiveText);
}

SecretText TokenEdit::secret() const
{
    QString typed = text().trimmed();
    return SecretText::takeFrom(typed);
}
