#include "models/secrets/secrettext.h"

#include <QDebug>
#include <QFile>
#include <QTest>

#include <type_traits>

class SecretTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cannotBeCopiedPrintedOrConverted();
    void givesBackWhatItWasMadeOf();
    void takesTheTextAwayFromItsSource();
    void leavesNothingWhereTheTextLay();
    void isEmptyOnceMovedFrom();
    void comparesByContent();
    void tellsItsEnd();
    void aCloneOutlivesItsOriginal();
};

/// The end of what lay there, read through the kernel: the memory has been given back, so no pointer may
/// look.
static QByteArray endOfMemory(const void *begin, qint64 size)
{
    constexpr qint64 looked = 64;
    QFile memory(QStringLiteral("/proc/self/mem"));
    if (!memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ||
        !memory.seek(static_cast<qint64>(reinterpret_cast<quintptr>(begin)) + size - looked))
        return {};
    return memory.read(looked);
}

template <class T>
concept Streamable = requires(QDebug debug, const T &value)
{
    debug << value;
};

void SecretTextTest::cannotBeCopiedPrintedOrConverted()
{
    static_assert(!std::is_copy_constructible_v<SecretText>);
    static_assert(!std::is_convertible_v<SecretText, QString>);
    static_assert(!std::is_convertible_v<SecretText, QByteArray>);
    static_assert(!Streamable<SecretText>);
    static_assert(std::is_nothrow_move_constructible_v<SecretText>);
}

void SecretTextTest::givesBackWhatItWasMadeOf()
{
    QString typed = QStringLiteral("p\u00e4ss \U0001F511");
    const QByteArray utf8 = typed.toUtf8();
    const SecretText secret = SecretText::takeFrom(typed);
    QCOMPARE(secret.reveal().toByteArray(), utf8);
    QCOMPARE(secret.size(), utf8.size());
    QVERIFY(SecretText().reveal().isEmpty());
    QVERIFY(SecretText::fromUtf8({}).isEmpty());
}

void SecretTextTest::takesTheTextAwayFromItsSource()
{
    QByteArray source("open sesame");
    const SecretText secret = SecretText::takeFrom(source);
    QCOMPARE(secret.reveal().toByteArray(), QByteArray("open sesame"));
    QVERIFY(source.isEmpty());

    QString typed(32, u's');
    const QString shared = typed;
    const SecretText taken = SecretText::takeFrom(typed);
    QVERIFY(typed.isEmpty());
    // A shared text cannot be overwritten without changing the other's: that one stays whole.
    QCOMPARE(shared, QString(32, u's'));
    QCOMPARE(taken.size(), 32);
}

void SecretTextTest::leavesNothingWhereTheTextLay()
{
    const QByteArray nothing(64, '\0');

    QByteArray source(4000, 's');
    const char *bytes = source.constData();
    QCOMPARE(endOfMemory(bytes, source.size()), QByteArray(64, 's'));
    QCOMPARE(SecretText::takeFrom(source).size(), 4000);
    QCOMPARE(endOfMemory(bytes, 4000), nothing);

    QString typed(4000, u's');
    const QChar *characters = typed.constData();
    QCOMPARE(SecretText::takeFrom(typed).size(), 4000);
    QCOMPARE(endOfMemory(characters, qint64{4000 * sizeof(QChar)}), nothing);
}

void SecretTextTest::isEmptyOnceMovedFrom()
{
    SecretText source = SecretText::fromUtf8("token");
    const SecretText target = std::move(source);
    QVERIFY(source.isEmpty()); // NOLINT(bugprone-use-after-move): that is the question
    QCOMPARE(source.size(), 0);
    QCOMPARE(target.size(), 5);
}

void SecretTextTest::tellsItsEnd()
{
    const SecretText token = SecretText::fromUtf8("apn_0123wxyz");
    QVERIFY(token.endsWith("wxyz"));
    QVERIFY(token.endsWith("apn_0123wxyz"));
    QVERIFY(!token.endsWith("wxy"));
    QVERIFY(!token.endsWith("a longer one than apn_0123wxyz"));
    QVERIFY(!SecretText().endsWith("z"));
}

void SecretTextTest::comparesByContent()
{
    const SecretText one = SecretText::fromUtf8("token");
    QVERIFY(one.equals(SecretText::fromUtf8("token")));
    QVERIFY(!one.equals(SecretText::fromUtf8("toke")));
    QVERIFY(!one.equals(SecretText::fromUtf8("tokem")));
    QVERIFY(!one.equals(SecretText()));
    QVERIFY(SecretText().equals(SecretText()));
}

void SecretTextTest::aCloneOutlivesItsOriginal()
{
    SecretText copy;
    {
        const SecretText original = SecretText::fromUtf8("token");
        copy = original.clone();
    }
    QCOMPARE(copy.reveal().toByteArray(), QByteArray("token"));
}

QTEST_APPLESS_MAIN(SecretTextTest)
#include "tst_secrettext.moc"
