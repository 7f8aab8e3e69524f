#pragma once

#include "ui/style/theme.h"

#include <QPalette>

/// Every role in every group, the Disabled group and PlaceholderText too: Fusion would mix its own.
QPalette consolePalette(Theme theme);
