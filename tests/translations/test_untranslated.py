"""untranslated.py finds what it is for, and nothing else."""

import unittest

import untranslated

FOUND = [
    'label->setText(QStringLiteral("Ready"));',
    'label->setText(u"Ready"_s);',
    'new TextLabel(QStringLiteral("Nothing was found"));',
    'menu->addAction(QStringLiteral("refresh"));',
    'setWindowTitle(QStringLiteral("About"));',
    'QString a = isNew ? tr("New account") : QStringLiteral("Old account");',
    'return QStringLiteral("The server does not answer.");',
    'return QStringLiteral("Two literals "\n    "are one sentence");',
    'return QStringLiteral("Unlimited");',
    'box->setAccessibleName(QStringLiteral("name of ") + name);',
]
NOT_FOUND = [
    'label->setText(tr("Ready"));',
    'label->setText(Texts::tr("The server %1 does not answer.", "a host").arg(u"x y"_s));',
    'QCoreApplication::translate("main", "There is no connection.");',
    'qCInfo(log, "a page was read");',
    '// label->setText("Ready now");',
    '#include "ui/style/tokens.h"',
    'Icons::icon(QStringLiteral("folder-open"));',
    'object.insert(QStringLiteral("created_by"), u\'x\');',
    'setObjectName(QStringLiteral("Token"));',
    'label->setText(QStringLiteral("%1 · %2").arg(a, b));',
    'label->setText({});',
    'setText(QStringLiteral("<span>%1</span>").arg(text));',
]


class Untranslated(unittest.TestCase):
    def test_finds_texts_for_people(self):
        for code in FOUND:
            with self.subTest(code=code):
                self.assertEqual(len(list(untranslated.check_source("ui/planted.cpp", code))), 1)

    def test_leaves_the_rest_alone(self):
        for code in NOT_FOUND:
            with self.subTest(code=code):
                self.assertEqual([str(finding) for finding in untranslated.check_source("ui/planted.cpp", code)], [])

    def test_says_where(self):
        finding = next(untranslated.check_source("ui/planted.cpp", '\n\n    setText(QStringLiteral("Ready"));'))
        self.assertEqual(str(finding), 'ui/planted.cpp:3: "Ready" does not go through tr()')

    def test_an_icon_is_no_text(self):
        code = 'foot()->addButton(tr("Copy"), QStringLiteral("copy"));'
        self.assertEqual(len(list(untranslated.check_source("ui/planted.cpp", code))), 1)
        self.assertEqual(list(untranslated.check_source("ui/planted.cpp", code, {"copy"})), [])


if __name__ == "__main__":
    unittest.main()
