#include "tests/ui/support/consolefixture.h"
#include "ui/settings/settingeffects.h"
#include "ui/style/consolestyle.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

class tst_SettingEffects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theChosenThemeWinsOverTheDesktop();
    void forgetsWhatTheDesktopPrefersNoMore();
    void theClipboardHoldsAsLongAsChosen();
    void expiringSoonMeansWhatWasChosen();

private:
    void choose(ConsoleFixture &world, ThemeChoice choice)
    {
        QVERIFY(world.settings.set(Setting::Theme, static_cast<int>(choice)).ok());
    }

    ConsoleStyle *m_style = nullptr;
};

void tst_SettingEffects::initTestCase()
{
    m_style = ConsoleStyle::install(*qApp);
}

void tst_SettingEffects::theChosenThemeWinsOverTheDesktop()
{
    ConsoleFixture world;
    SettingEffects effects(world.settings, m_style, world.clipboard, world.list);
    effects.setDesktopPrefersDark(true);
    QCOMPARE(m_style->theme(), Theme::Dark);
    choose(world, ThemeChoice::Light);
    QCOMPARE(m_style->theme(), Theme::Light);
    effects.setDesktopPrefersDark(true);
    QCOMPARE(m_style->theme(), Theme::Light);
    choose(world, ThemeChoice::System);
    QCOMPARE(m_style->theme(), Theme::Dark);
    effects.setDesktopPrefersDark(false);
    choose(world, ThemeChoice::Dark);
    QCOMPARE(m_style->theme(), Theme::Dark);
}

void tst_SettingEffects::forgetsWhatTheDesktopPrefersNoMore()
{
    ConsoleFixture world;
    SettingEffects effects(world.settings, m_style, world.clipboard, world.list);
    const Theme ofThePalette = m_style->theme();
    QVERIFY(ofThePalette != Theme::Dark);
    effects.setDesktopPrefersDark(true);
    QCOMPARE(m_style->theme(), Theme::Dark);
    effects.setDesktopPrefersDark(std::nullopt);
    QCOMPARE(m_style->theme(), ofThePalette);
}

void tst_SettingEffects::theClipboardHoldsAsLongAsChosen()
{
    ConsoleFixture world;
    SettingEffects effects(world.settings, nullptr, world.clipboard, world.list);
    QSignalSpy started(&world.clipboard, &TokenClipboard::started);
    QVERIFY(world.settings.set(Setting::ClipboardSeconds, 10).ok());
    world.clipboard.copy(SecretText::fromUtf8("no_token_at_all"));
    QCOMPARE(started.first().first().toInt(), 10);
    world.clipboard.clearNow();
}

void tst_SettingEffects::expiringSoonMeansWhatWasChosen()
{
    ConsoleFixture world;
    SettingEffects effects(world.settings, nullptr, world.clipboard, world.list);
    ServiceAccount account;
    account.id = QStringLiteral("id_ci");
    account.name = QStringLiteral("ci");
    account.expiryDate = world.clock.now().addDays(20);
    AccountTableModel &model = *world.list.model();
    model.put({account});
    QCOMPARE(model.statusOfRow(0), Status::Active);
    QCOMPARE(model.counts().of(StatusChoice::ExpiringSoon), 0);
    QVERIFY(world.settings.set(Setting::ExpiringSoonDays, 30).ok());
    QCOMPARE(model.statusOfRow(0), Status::ExpiringSoon);
    QCOMPARE(model.counts().of(StatusChoice::ExpiringSoon), 1);
    const auto status = model.index(0, static_cast<int>(AccountColumn::Status));
    QCOMPARE(status.data().toString(), QStringLiteral("Expiring soon"));
}

QTEST_MAIN(tst_SettingEffects)
#include "tst_settingeffects.moc"
