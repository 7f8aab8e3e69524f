#pragma once

#include "models/secrets/secrettext.h"

#include <QLineEdit>

/// Where a person types or pastes a token: masked, kept from what input methods learn.
class TokenEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit TokenEdit(QWidget *parent = nullptr);

    /// What was typed, without white space around it; the field keeps it.
    SecretText secret() const;
};
