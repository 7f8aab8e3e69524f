#include "resources/translations/translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

// A macro that has to stand outside every namespace: it refers to a function of the resource's own object.
static void registerTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace {

void add(QTranslator *translator, bool isLoaded)
{
    if (isLoaded)
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

namespace Translations {

void install()
{
    registerTranslations();
    auto *application = QCoreApplication::instance();
    auto *english = new QTranslator(application);
    add(english, english->load(QStringLiteral(":/translations/apono-console_en.qm")));

    // The one that is installed last is asked first; what it does not know stays English.
    auto *words = new QTranslator(application);
    const QString path = qEnvironmentVariable("APONO_CONSOLE_TRANSLATION");
    const QLocale locale;
    if (!path.isEmpty())
        add(words, words->load(path));
    else if (locale.language() != QLocale::English && locale.language() != QLocale::C)
        add(words, words->load(locale, QStringLiteral("apono-console"), QStringLiteral("_"),
                               QStringLiteral(":/translations")));
    else
        delete words;
}

} // namespace Translations
