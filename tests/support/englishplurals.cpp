// Part of every test program: "1 account", "2 accounts", as people read them.

#include "resources/translations/translations.h"

#include <QCoreApplication>

// The macro takes a plain name.
static void installTranslations()
{
    Translations::install();
}
Q_COREAPP_STARTUP_FUNCTION(installTranslations)
