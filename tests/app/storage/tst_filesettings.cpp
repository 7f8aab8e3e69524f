#include "app/storage/filesettings.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestFileSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void beginsWithEachSettingsOwnValueAndWritesNothing();
    void isReadAgainByTheNextStart();
    void writesWordsAndFlagsAsPeopleWould();
    void takesItsOwnValueForOneThatMakesNoSense_data();
    void takesItsOwnValueForOneThatMakesNoSense();
    void saysWhatChangedOnce();
    void keepsWhatItDoesNotUnderstand();
    void setsABrokenFileAsideAndSaysSo();
    void worksForThisRunWhereItCannotWrite();

private:
    QJsonObject content() const;
    void write(const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestFileSettings::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"settings.json"_s);
}

QJsonObject TestFileSettings::content() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void TestFileSettings::write(const QByteArray &bytes) const
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TestFileSettings::beginsWithEachSettingsOwnValueAndWritesNothing()
{
    const FileSettings settings(m_path);
    for (const SettingInfo &info : settingTable())
        QCOMPARE(settings.value(info.setting), info.fallback);
    QVERIFY(!QFile::exists(m_path));
    QVERIFY(settings.notices().isEmpty());
}

void TestFileSettings::isReadAgainByTheNextStart()
{
    FileSettings first(m_path);
    QVERIFY(first.set(Setting::Theme, static_cast<int>(ThemeChoice::Dark)));
    QVERIFY(first.set(Setting::ClipboardSeconds, 60));
    QVERIFY(first.set(Setting::DesktopNotices, 0));
    const FileSettings second(m_path);
    QCOMPARE(second.value(Setting::Theme), static_cast<int>(ThemeChoice::Dark));
    QCOMPARE(second.value(Setting::ClipboardSeconds), 60);
    QVERIFY(!second.isOn(Setting::DesktopNotices));
    QCOMPARE(second.value(Setting::RefreshMinutes), 5);
}

void TestFileSettings::writesWordsAndFlagsAsPeopleWould()
{
    FileSettings settings(m_path);
    QVERIFY(settings.set(Setting::Theme, static_cast<int>(ThemeChoice::Light)));
    QVERIFY(settings.set(Setting::DesktopNotices, 0));
    QCOMPARE(content().value(u"theme"_s), QJsonValue(u"light"_s));
    QCOMPARE(content().value(u"desktop_notices"_s), QJsonValue(false));
}

void TestFileSettings::takesItsOwnValueForOneThatMakesNoSense_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<Setting>("setting");
    QTest::newRow("a word that is none") << QByteArray(R"("theme": "pink")") << Setting::Theme;
    QTest::newRow("a number for a word") << QByteArray(R"("theme": 2)") << Setting::Theme;
    QTest::newRow("too large") << QByteArray(R"("clipboard_seconds": 86400)") << Setting::ClipboardSeconds;
    QTest::newRow("too small") << QByteArray(R"("hide_after_minutes": 0)") << Setting::HideAfterMinutes;
    QTest::newRow("a fraction") << QByteArray(R"("refresh_minutes": 1.5)") << Setting::RefreshMinutes;
    QTest::newRow("a text") << QByteArray(R"("refresh_minutes": "5")") << Setting::RefreshMinutes;
    QTest::newRow("not a flag") << QByteArray(R"("desktop_notices": 0)") << Setting::DesktopNotices;
    QTest::newRow("nothing") << QByteArray(R"("notice_days": null)") << Setting::NoticeDays;
}

void TestFileSettings::takesItsOwnValueForOneThatMakesNoSense()
{
    QFETCH(const QByteArray, entry);
    QFETCH(const Setting, setting);
    write("{\"version\": 1, " + entry + "}");
    const FileSettings settings(m_path);
    QCOMPARE(settings.value(setting), settingInfo(setting).fallback);
}

void TestFileSettings::saysWhatChangedOnce()
{
    FileSettings settings(m_path);
    QSignalSpy changed(&settings, &Settings::changed);
    QVERIFY(settings.set(Setting::RefreshMinutes, 15));
    QVERIFY(settings.set(Setting::RefreshMinutes, 15));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().value<Setting>(), Setting::RefreshMinutes);
}

void TestFileSettings::keepsWhatItDoesNotUnderstand()
{
    write(R"({"version": 1, "theme": "pink", "of_a_later_version": {"a": [1, 2]}})");
    FileSettings settings(m_path);
    QVERIFY(settings.set(Setting::RefreshMinutes, 15));
    QCOMPARE(content().value(u"theme"_s), QJsonValue(u"pink"_s));
    QCOMPARE(content().value(u"of_a_later_version"_s).toObject().value(u"a"_s).toArray().size(), 2);
}

void TestFileSettings::setsABrokenFileAsideAndSaysSo()
{
    write("{\"version\": 1, \"theme\": ");
    FileSettings settings(m_path);
    QCOMPARE(settings.notices().size(), 1);
    QVERIFY(QFile::exists(m_path + u".broken-1"_s));
    QCOMPARE(settings.value(Setting::Theme), static_cast<int>(ThemeChoice::System));
    QVERIFY(settings.set(Setting::Theme, static_cast<int>(ThemeChoice::Dark)));
}

void TestFileSettings::worksForThisRunWhereItCannotWrite()
{
    FileSettings settings(m_folder->filePath(u"no such folder/settings.json"_s));
    QSignalSpy changed(&settings, &Settings::changed);
    const Result<Done> kept = settings.set(Setting::RefreshMinutes, 60);
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, ErrorKind::FileUnwritable);
    QCOMPARE(settings.value(Setting::RefreshMinutes), 60);
    QCOMPARE(changed.size(), 1);
}

QTEST_GUILESS_MAIN(TestFileSettings)

#include "tst_filesettings.moc"
