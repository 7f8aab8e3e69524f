"""Plants arrows in a tree of its own and sees which of them are found."""

import pathlib
import tempfile
import unittest

import arrows

HEADERS = ["QtCore/QString", "QtCore/qglobal.h", "QtGui/QColor", "QtWidgets/QLabel", "QtNetwork/QNetworkReply",
           "QtSql/QSqlQuery", "QtDBus/QDBusMessage"]

# (file, its text, what the finding must say, the line): an empty sentence means that nothing may be found.
CASES = [
    ("models/list/a.h", "#pragma once\n#include <QColor>\n", "QtGui", 2),
    ("models/list/a.h", "#include <QtNetwork/QNetworkReply>\n", "QtNetwork", 1),
    ("models/list/a.cpp", "\n\n#include <QSqlQuery>\n", "QtSql", 3),
    ("models/list/a.cpp", '#include "ui/dialogs/d.h"\n', "must not use", 1),
    ("models/list/a.cpp", "#include <sodium.h>\n", "sodium", 1),
    ("models/list/a.cpp", "#include <unistd.h>\n", "system", 1),
    ("models/list/a.cpp", "#include <QString>\n#include <vector>\n", "", 0),
    ("models/secrets/s.cpp", "#include <sodium.h>\n", "", 0),
    ("models/accounts/x.h", '#include "models/list/l.h"\n', "must not use", 1),
    ("models/accounts/x.h", '#include "models/accounts/role.h"\n', "", 0),
    ("models/accounts/x.h", '#include "role.h"\n', "not a path from the root", 1),
    ("models/accounts/x.h", '#include "../list/l.h"\n', "not a path from the root", 1),
    ("ui/dialogs/e.cpp", "#include <QLabel>\n#include <QNetworkReply>\n", "QtNetwork", 2),
    ("ui/dialogs/e.cpp", "#include <QSqlQuery>\n", "QtSql", 1),
    ("ui/dialogs/e.cpp", "#include <qt6keychain/keychain.h>\n", "keychain", 1),
    ("ui/dialogs/e.cpp", '#include "app/admin_api/client.h"\n', "must not use", 1),
    ("ui/dialogs/e.cpp", '#  include "models/list/l.h"\n', "", 0),
    ("app/keychain/k.cpp", '#include "app/admin_api/client.h"\n', "must not use", 1),
    ("app/keychain/k.cpp", '#include "ui/dialogs/d.h"\n', "must not use", 1),
    ("app/keychain/k.cpp", "#include <qt6keychain/keychain.h>\n#include <QDBusMessage>\n", "", 0),
    ("app/newfolder/n.cpp", '#include "app/admin_api/client.h"\n', "must not use", 1),
    ("app/local_api/l.cpp", '#include "models/list/l.h"\n', "must not use", 1),
    ("app/local_api/l.cpp", '#include "models/accounts/role.h"\n', "", 0),
    ("app/local_api/l.cpp", "#include <boost/asio.hpp>\n", "Boost stays in", 1),
    ("app/local_api/l.cpp", '#include "app/local_api/connection.h"\n', "brings Boost along", 1),
    ("app/local_api/httpserver.h", "#include <boost/asio.hpp>\n", "Boost stays in", 1),
    ("app/local_api/httpserver.cpp", '#include "app/local_api/connection.h"\n#include <boost/asio.hpp>\n', "", 0),
    ("app/main.cpp", '#include "ui/dialogs/d.h"\n#include "app/admin_api/client.h"\n', "", 0),
    ("ui/dialogs/e.cpp", "void f() { auto t = secret.reveal(); }\n", "reveals a secret", 1),
    ("ui/dialogs/e.cpp", "auto f = &SecretText::reveal;\n", "reveals a secret", 1),
    ("app/local_api/l.cpp", "auto t = secret->reveal();\n", "reveals a secret", 1),
    ("ui/widgets/tokenfield.cpp", "auto t = secret.reveal();\n", "", 0),
    ("ui/dialogs/e.cpp", "// never secret.reveal() here\n", "", 0),
    ("ui/CMakeLists.txt", "target_link_libraries(ui PUBLIC models\n  Qt6::Network)\n", "Qt6::Network", 2),
    ("ui/CMakeLists.txt", "target_link_libraries(ui PRIVATE admin_api)\n", "admin_api", 1),
    ("ui/CMakeLists.txt", "target_link_libraries(ui PRIVATE ${MORE})\n", "stands in no table", 1),
    ("ui/CMakeLists.txt", "link_libraries(admin_api)\n", "for every target", 1),
    ("ui/CMakeLists.txt", "target_link_libraries(ui PUBLIC models Qt6::Widgets Qt6::Svg house) # admin_api\n", "", 0),
    ("app/keychain/CMakeLists.txt", "target_link_libraries(keychain admin_api)\n", "must not link admin_api", 1),
    ("app/keychain/CMakeLists.txt", "target_link_libraries(keychain models Qt6Keychain::Qt6Keychain)\n", "", 0),
    ("app/local_api/CMakeLists.txt", "target_link_libraries(local_api models)\n", "must not link models", 1),
    ("app/local_api/CMakeLists.txt", "target_link_libraries(local_api models_accounts Boost::headers)\n", "", 0),
    ("models/CMakeLists.txt", "add_library(models)\nadd_library(models_accounts)\n"
                              "target_link_libraries(models_accounts models)\n", "must not link models", 3),
    ("models/CMakeLists.txt", "add_library(models)\nadd_library(models_accounts)\n"
                              "target_link_libraries(models models_accounts PkgConfig::sodium)\n", "", 0),
    ("app/CMakeLists.txt", "add_executable(apono-console)\n"
                           "target_link_libraries(apono-console ui admin_api keychain)\n", "", 0),
]

CLEAN = {
    "models/CMakeLists.txt": "add_library(models)\nadd_library(models_accounts)\n",
    "models/accounts/role.h": "",
    "models/list/l.h": "",
    "ui/CMakeLists.txt": "add_library(ui)\n",
    "ui/dialogs/d.h": "",
    "app/CMakeLists.txt": "",
    "app/admin_api/client.h": "",
    "app/admin_api/CMakeLists.txt": "add_library(admin_api)\n",
    "app/local_api/connection.h": "#include <boost/asio.hpp>\n",
    "app/keychain/CMakeLists.txt": "add_library(keychain)\n",
    "app/local_api/CMakeLists.txt": "add_executable(local_api)\n",
    "tests/CMakeLists.txt": "target_link_libraries(tst_all ui admin_api)\n",
}

def plant(root, files):
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


class Arrows(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.root = pathlib.Path(place.name) / "project"
        headers = pathlib.Path(place.name) / "qt6"
        plant(headers, {header: "" for header in HEADERS})
        self.qt = arrows.QtHeaders(headers)
        plant(self.root, CLEAN)

    def found(self):
        return arrows.findings(self.root, self.qt)[0]

    def test_finds_nothing_in_a_clean_tree(self):
        self.assertEqual([str(finding) for finding in self.found()], [])

    def test_finds_each_planted_arrow_by_file_and_line(self):
        for number, (path, text, sentence, line) in enumerate(CASES):
            with self.subTest(number=number, path=path, text=text):
                file = self.root / path
                old = file.read_text(encoding="utf-8") if file.exists() else None
                # What the tree had stays below, so that its targets are still made.
                plant(self.root, {path: text + (old or "")})
                found = self.found()
                if sentence:
                    self.assertEqual(len(found), 1, [str(finding) for finding in found])
                    self.assertEqual((found[0].path, found[0].line), (path, line))
                    self.assertIn(sentence, found[0].sentence)
                else:
                    self.assertEqual([str(finding) for finding in found], [])
                if old is None:
                    file.unlink()
                else:
                    file.write_text(old, encoding="utf-8")

    def test_counts_the_files_it_read(self):
        self.assertEqual(arrows.findings(self.root, self.qt)[1], 5)

    def test_finds_an_exception_for_a_file_that_is_gone(self):
        gone = [str(finding) for finding in arrows.forgotten_exceptions(self.root)]
        self.assertTrue(any("bearercredential.cpp" in finding for finding in gone))
        self.assertFalse(any("connection.h" in finding for finding in gone))


if __name__ == "__main__":
    unittest.main()
