#include "tests/support/memorysettings.h"
#include "tests/ui/support/accessiblewalk.h"
#include "ui/settings/settingsdialog.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/dropdownbutton.h"

#include <QMenu>
#include <QPointer>
#include <QTest>

namespace {

struct Opened
{
    MemorySettings settings;
    QWidget window;
    SettingsDialog *dialog = new SettingsDialog(settings, &window);

    Opened() { dialog->open(); }

    DropDownButton *control(const QString &name)
    {
        for (auto *button : dialog->findChildren<DropDownButton *>()) {
            if (button->accessibleName() == name)
                return button;
        }
        return nullptr;
    }
    QStringList choices(const QString &name)
    {
        QStringList texts;
        for (const QAction *action : control(name)->choices()->actions())
            texts.append(action->text());
        return texts;
    }
    void choose(const QString &name, const QString &value)
    {
        for (QAction *action : control(name)->choices()->actions()) {
            if (action->text() == value)
                action->trigger();
        }
    }
};

const auto theme = QStringLiteral("Theme");

} // namespace

class tst_SettingsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEverySettingWithItsValue();
    void keepsAtOnceWhatIsChosen();
    void offersAValueThatSomebodyWroteIntoTheFile();
    void keepsAChoiceAsLongAsItSpeaks();
    void saysWhenItCannotBeKept();
    void followsAChangeFromElsewhere();
    void everyControlHasANameOfItsOwn();
    void canBeMadeSmall();
};

void tst_SettingsDialog::showsEverySettingWithItsValue()
{
    Opened opened;
    for (const SettingInfo &info : settingTable()) {
        const DropDownButton *control = opened.control(info.label());
        QVERIFY2(control, qPrintable(info.label()));
        QCOMPARE(control->accessibleDescription(), info.valueText(info.fallback));
    }
}

void tst_SettingsDialog::keepsAtOnceWhatIsChosen()
{
    Opened opened;
    opened.choose(theme, QStringLiteral("Dark"));
    QCOMPARE(opened.settings.value(Setting::Theme), static_cast<int>(ThemeChoice::Dark));
    QCOMPARE(opened.control(theme)->value(), QStringLiteral("Dark"));
    for (const QAction *action : opened.control(theme)->choices()->actions())
        QCOMPARE(action->isChecked(), action->text() == QStringLiteral("Dark"));
}

void tst_SettingsDialog::offersAValueThatSomebodyWroteIntoTheFile()
{
    Opened opened;
    const QString name = settingInfo(Setting::ClipboardSeconds).label();
    QVERIFY(opened.settings.set(Setting::ClipboardSeconds, 45).ok());
    QStringList expected;
    for (const int value : {10, 30, 45, 60, 120})
        expected.append(settingInfo(Setting::ClipboardSeconds).valueText(value));
    QCOMPARE(opened.choices(name), expected);
}

void tst_SettingsDialog::keepsAChoiceAsLongAsItSpeaks()
{
    Opened opened;
    // The choices change with the value: the odd one is not offered any more.
    QVERIFY(opened.settings.set(Setting::ClipboardSeconds, 45).ok());
    const QString name = settingInfo(Setting::ClipboardSeconds).label();
    const QPointer<QAction> speaking = opened.control(name)->choices()->actions().constFirst();
    bool isThere = false;
    connect(&opened.settings, &Settings::changed, this, [&] { isThere = !speaking.isNull(); });
    speaking->trigger();
    QVERIFY(isThere);
    QVERIFY(!opened.choices(name).contains(settingInfo(Setting::ClipboardSeconds).valueText(45)));
}

void tst_SettingsDialog::saysWhenItCannotBeKept()
{
    Opened opened;
    opened.settings.failWith(Error(ErrorKind::FileUnwritable, QStringLiteral("The disk is full.")));
    opened.choose(theme, QStringLiteral("Dark"));
    auto *foot = opened.dialog->findChild<DialogFoot *>();
    QVERIFY2(foot->message().startsWith(QStringLiteral("This holds until you quit")),
             qPrintable(foot->message()));
    QVERIFY(foot->message().contains(QStringLiteral("The disk is full.")));
    QCOMPARE(opened.control(theme)->value(), QStringLiteral("Dark"));
    opened.settings.failWith({});
    opened.choose(theme, QStringLiteral("Light"));
    QCOMPARE(foot->message(), QString());
}

void tst_SettingsDialog::followsAChangeFromElsewhere()
{
    Opened opened;
    QVERIFY(opened.settings.set(Setting::Theme, static_cast<int>(ThemeChoice::Light)).ok());
    QCOMPARE(opened.control(theme)->value(), QStringLiteral("Light"));
}

void tst_SettingsDialog::everyControlHasANameOfItsOwn()
{
    Opened opened;
    QCOMPARE(AccessibleWalk::unclear(opened.dialog), QStringList());
}

void tst_SettingsDialog::canBeMadeSmall()
{
    Opened opened;
    opened.dialog->resize(640, 400);
    QCOMPARE(opened.dialog->size(), QSize(640, 400));
}

QTEST_MAIN(tst_SettingsDialog)
#include "tst_settingsdialog.moc"
