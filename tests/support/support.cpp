#include "tests/support/fixedclock.h"
