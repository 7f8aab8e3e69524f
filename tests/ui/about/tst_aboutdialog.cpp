#include "tests/ui/support/consolefixture.h"
#include "ui/about/aboutdialog.h"
#include "ui/style/consolestyle.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

namespace {

struct Shown
{
    ConsoleFixture world;
    AboutDialog dialog{world.parts, nullptr};

    Shown() { dialog.show(); }

    Button *button(const QString &text)
    {
        for (Button *candidate : dialog.findChildren<Button *>()) {
            if (candidate->isVisible() && candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }
    bool says(const QString &words)
    {
        for (const TextLabel *label : dialog.findChildren<TextLabel *>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        return false;
    }
};

} // namespace

class AboutDialogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void tellsTheVersions_data();
    void tellsTheVersions();
    void opensAndClosesTheLicences();
};

void AboutDialogTest::initTestCase()
{
    QApplication::setApplicationVersion(QStringLiteral("7.8.9"));
    ConsoleStyle::install(*qApp);
}

void AboutDialogTest::tellsTheVersions_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("program") << QStringLiteral("Version") << QStringLiteral("7.8.9");
    QTest::newRow("Qt") << QStringLiteral("Qt") << QString::fromLatin1(qVersion());
    QTest::newRow("QtKeychain") << QStringLiteral("QtKeychain") << QStringLiteral("0.13.2");
}

void AboutDialogTest::tellsTheVersions()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    Shown shown;
    QStringList values;
    for (const QLineEdit *field : shown.dialog.findChildren<QLineEdit *>()) {
        if (field->accessibleName() == name)
            values.append(field->text());
    }
    QCOMPARE(values, QStringList{value});
}

void AboutDialogTest::opensAndClosesTheLicences()
{
    Shown shown;
    QVERIFY(!shown.says(QStringLiteral("LGPL")));
    Button *licences = shown.button(QStringLiteral("Licences"));
    QVERIFY(licences);
    licences->click();
    for (const QString &words :
         {QStringLiteral("This program: MIT"), QStringLiteral("Qt: GNU LGPL 3"),
          QStringLiteral("QtKeychain: BSD"), QStringLiteral("Boost: "),
          QStringLiteral("simdjson: Apache 2.0"), QStringLiteral("libsodium: ISC"),
          QStringLiteral("SQLite: "), QStringLiteral("Permission is hereby granted, free of charge"),
          QStringLiteral("Lucide Icons and Contributors")})
        QTRY_VERIFY2(shown.says(words), qPrintable(words));
    QCOMPARE(licences->accessibleDescription(), QStringLiteral("Open"));
    licences->click();
    QTRY_VERIFY(!shown.says(QStringLiteral("LGPL")));
    QCOMPARE(licences->accessibleDescription(), QStringLiteral("Closed"));
}

QTEST_MAIN(AboutDialogTest)
#include "tst_aboutdialog.moc"
