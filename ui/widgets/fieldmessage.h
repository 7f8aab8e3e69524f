#pragma once

#include "ui/widgets/icontext.h"

/// The line under a field, or in a dialog's foot: what is wrong and what is allowed. Hidden while it says
/// nothing.
class FieldMessage final : public IconText
{
    Q_OBJECT

public:
    enum class Kind { None, Hint, Ok, Bad };

    explicit FieldMessage(QWidget *parent = nullptr);

    void say(Kind kind, const QString &text);
    void clear() { say(Kind::None, {}); }
    Kind kind() const { return m_kind; }

private:
    Kind m_kind = Kind::None;
};
