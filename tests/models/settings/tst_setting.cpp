#include "models/settings/setting.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSetting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasARowForEachSettingAtItsPlace();
    void hasNoKeyTwice();
    void offersOnlyWhatItTakes_data();
    void offersOnlyWhatItTakes();
    void hasAWordForEachValueOfAWordSetting();
    void saysInWordsWhatIsChosen_data();
    void saysInWordsWhatIsChosen();
};

void TestSetting::hasARowForEachSettingAtItsPlace()
{
    for (int at = 0; at < settingTotal; ++at)
        QCOMPARE(static_cast<int>(settingTable()[static_cast<size_t>(at)].setting), at);
}

void TestSetting::hasNoKeyTwice()
{
    QSet<QLatin1StringView> keys;
    for (const SettingInfo &info : settingTable())
        keys.insert(info.key);
    QCOMPARE(keys.size(), settingTotal);
}

void TestSetting::offersOnlyWhatItTakes_data()
{
    QTest::addColumn<int>("place");
    for (int at = 0; at < settingTotal; ++at)
        QTest::newRow(settingTable()[static_cast<size_t>(at)].key.data()) << at;
}

void TestSetting::offersOnlyWhatItTakes()
{
    QFETCH(const int, place);
    const SettingInfo &info = settingTable()[static_cast<size_t>(place)];
    QVERIFY(info.offered.contains(info.fallback));
    for (const int value : info.offered) {
        QVERIFY2(info.takes(value), qPrintable(QString::number(value)));
        QVERIFY(!info.valueText(value).isEmpty());
    }
    QVERIFY(!info.takes(info.least - 1));
    QVERIFY(!info.takes(info.most + 1));
    QVERIFY(!info.label().isEmpty());
    QVERIFY(!settingGroupText(info.group).isEmpty());
}

void TestSetting::hasAWordForEachValueOfAWordSetting()
{
    for (const SettingInfo &info : settingTable()) {
        if (info.type == SettingInfo::Type::Word)
            QCOMPARE(info.words.size(), info.most - info.least + 1);
    }
}

void TestSetting::saysInWordsWhatIsChosen_data()
{
    QTest::addColumn<Setting>("setting");
    QTest::addColumn<int>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("theme") << Setting::Theme << static_cast<int>(ThemeChoice::Dark) << u"Dark"_s;
    QTest::newRow("the theme of the system")
        << Setting::Theme << static_cast<int>(ThemeChoice::System) << u"System"_s;
    QTest::newRow("the other theme") << Setting::Theme << static_cast<int>(ThemeChoice::Light) << u"Light"_s;
    QTest::newRow("a theme that nobody knows") << Setting::Theme << 3 << QString();
    QTest::newRow("switched on") << Setting::DesktopNotices << 1 << u"On"_s;
    QTest::newRow("no refresh") << Setting::RefreshMinutes << 0 << u"Only on request"_s;
    QTest::newRow("flag") << Setting::DesktopNotices << 0 << u"Off"_s;
}

void TestSetting::saysInWordsWhatIsChosen()
{
    QFETCH(const Setting, setting);
    QFETCH(const int, value);
    QTEST(settingInfo(setting).valueText(value), "text");
}

QTEST_APPLESS_MAIN(TestSetting)

#include "tst_setting.moc"
