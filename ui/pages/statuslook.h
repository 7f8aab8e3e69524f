#pragma once

#include "models/accounts/status.h"
#include "ui/style/tokens.h"

/// How a status looks: icon and word, and never the colour alone.
struct StatusLook
{
    QString icon;
    Token iconInk;
    Token ink;
};

StatusLook statusLook(Status status);
