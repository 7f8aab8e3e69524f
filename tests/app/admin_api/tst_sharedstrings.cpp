#include "app/admin_api/sharedstrings.h"

#include <QTest>

class TestSharedStrings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesOneCopyOfATextOut();
    void keepsDifferentRolesApart();
    void staysSmallWhenNothingRepeats();
};

void TestSharedStrings::givesOneCopyOfATextOut()
{
    SharedStrings shared;
    const std::string one = "ädä";
    const std::string other = one;
    const QString first = shared.text(one);
    const QString second = shared.text(other);
    QCOMPARE(first, QStringLiteral("ädä"));
    QCOMPARE(static_cast<const void *>(first.constData()), static_cast<const void *>(second.constData()));
    QVERIFY(shared.text({}).isEmpty());
}

void TestSharedStrings::keepsDifferentRolesApart()
{
    const AccountRole admin(QStringLiteral("Admin"));
    const AccountRole byId(QStringLiteral("Admin"), QStringLiteral("r1"));
    const AccountRole viewer(QStringLiteral("Viewer"));
    const QList<QPair<QByteArray, QList<AccountRole>>> rows = {
        {"", {}},
        {"Admin\xFF\xFF", {admin}},
        {"Admin\xFFr1\xFF", {byId}},
        {"Admin\xFF\xFFViewer\xFF\xFF", {admin, viewer}},
        {"Viewer\xFF\xFF"
         "Admin\xFF\xFF",
         {viewer, admin}}};
    SharedStrings shared;
    for (const auto &[parts, roles] : rows) {
        QCOMPARE(shared.roles(parts), roles);
        QCOMPARE(shared.roles(parts), roles);
    }
}

void TestSharedStrings::staysSmallWhenNothingRepeats()
{
    SharedStrings shared;
    const QString kept = shared.text("0");
    for (int i = 0; i < 20000; ++i)
        QCOMPARE(shared.text(std::to_string(i)), QString::number(i));
    // The first one was let go of: it is made again.
    const QString again = shared.text("0");
    QCOMPARE(again, kept);
    QVERIFY(static_cast<const void *>(again.constData()) != static_cast<const void *>(kept.constData()));
}

QTEST_GUILESS_MAIN(TestSharedStrings)
#include "tst_sharedstrings.moc"
