#pragma once

/// The program's words in the language of the person: QLocale() chooses among the files that are compiled in
/// under the prefix :/translations. The source is English and needs a file for its plurals only.
namespace Translations {

/// For the application that exists, once, before the first window: nothing has to be painted anew then.
/// The environment variable APONO_CONSOLE_TRANSLATION takes the path of one .qm file in their place, for
/// tests and for translators.
void install();

} // namespace Translations
