#include "app/storage/jsonlist.h"

#include <QTest>

class TestJsonList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheEntryWithEveryFieldOfTheKey();
    void putsAnEntryInThePlaceOfItsFormer();
    void putsANewEntryAtTheEnd();
    void removesOneEntryAndNothingElse();
    void leavesTheRestOfTheObjectAsItWas();

private:
    static QJsonObject entry(const QString &a, int b, const QString &text)
    {
        return {{QStringLiteral("a"), a}, {QStringLiteral("b"), b}, {QStringLiteral("text"), text}};
    }
    static QJsonObject key(const QString &a, int b)
    {
        return {{QStringLiteral("a"), a}, {QStringLiteral("b"), b}};
    }

    const QJsonObject m_one = entry(QStringLiteral("x"), 1, QStringLiteral("one"));
    const QJsonObject m_two = entry(QStringLiteral("x"), 2, QStringLiteral("two"));
    const QJsonObject m_object{{QStringLiteral("list"), QJsonArray{m_one, 7, m_two}},
                               {QStringLiteral("other"), true}};
    JsonList m_list{m_object, QLatin1StringView("list")};
};

void TestJsonList::findsTheEntryWithEveryFieldOfTheKey()
{
    QCOMPARE(m_list.find(key(QStringLiteral("x"), 2)), m_two);
    QCOMPARE(m_list.find(key(QStringLiteral("y"), 2)), QJsonObject());
}

void TestJsonList::putsAnEntryInThePlaceOfItsFormer()
{
    JsonList list = m_list;
    const QJsonObject newer = entry(QStringLiteral("x"), 1, QStringLiteral("newer"));
    list.put(key(QStringLiteral("x"), 1), newer);
    QCOMPARE(list.entries(), (QJsonArray{newer, 7, m_two}));
}

void TestJsonList::putsANewEntryAtTheEnd()
{
    JsonList list = m_list;
    const QJsonObject added = entry(QStringLiteral("y"), 1, QStringLiteral("added"));
    list.put(key(QStringLiteral("y"), 1), added);
    QCOMPARE(list.entries(), (QJsonArray{m_one, 7, m_two, added}));
}

void TestJsonList::removesOneEntryAndNothingElse()
{
    JsonList list = m_list;
    QVERIFY(!list.remove(key(QStringLiteral("y"), 1)));
    QVERIFY(list.remove(key(QStringLiteral("x"), 1)));
    QCOMPARE(list.entries(), (QJsonArray{7, m_two}));
}

void TestJsonList::leavesTheRestOfTheObjectAsItWas()
{
    JsonList list = m_list;
    list.remove(key(QStringLiteral("x"), 1));
    const QJsonObject changed{{QStringLiteral("list"), QJsonArray{7, m_two}},
                              {QStringLiteral("other"), true}};
    QCOMPARE(list.in(m_object), changed);
}

QTEST_GUILESS_MAIN(TestJsonList)
#include "tst_jsonlist.moc"
