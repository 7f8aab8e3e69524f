#include "ui/style/literaltext.h"

#include <QTest>
#include <QTextDocument>

class tst_LiteralText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsLoseOnlyTheirMnemonic();
    void namesKeepTheirAmpersands();
    void markupIsShownAsItIsWritten();
};

void tst_LiteralText::textsLoseOnlyTheirMnemonic()
{
    QCOMPARE(plainText(QStringLiteral("Dup&licate…")), QStringLiteral("Duplicate…"));
    QCOMPARE(plainText(QStringLiteral("&Save && Close")), QStringLiteral("Save & Close"));
    QCOMPARE(plainText(QStringLiteral("Odd &")), QStringLiteral("Odd "));
}

void tst_LiteralText::namesKeepTheirAmpersands()
{
    QCOMPARE(escapedMnemonic(QStringLiteral("R&D")), QStringLiteral("R&&D"));
    for (const QString &name : {QStringLiteral("R&D"), QStringLiteral("a && b"), QStringLiteral("&")})
        QCOMPARE(plainText(escapedMnemonic(name)), name);
}

void tst_LiteralText::markupIsShownAsItIsWritten()
{
    const QString name = QStringLiteral("<b>R&amp;D</b> \"quoted\"");
    QTextDocument tip;
    tip.setHtml(escapedToolTip(name));
    QCOMPARE(tip.toPlainText(), name);
}

QTEST_GUILESS_MAIN(tst_LiteralText)
#include "tst_literaltext.moc"
