#include "ui/style/consolestyle.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicecard.h"
#include "ui/widgets/dropdownbutton.h"
#include "ui/widgets/filterbutton.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/valuefield.h"
#include "ui/widgets/versioncard.h"

#include <QAccessible>
#include <QApplication>
#include <QMenu>
#include <QTest>
#include <QToolButton>

#include <functional>

namespace {

using Make = std::function<QWidget *()>;

QWidget *pill()
{
    auto *pill = new Pill(QStringLiteral("Expiring soon"));
    pill->setCount(11);
    return pill;
}

QWidget *dropDown()
{
    auto *button = new DropDownButton(QStringLiteral("Connection"));
    button->setValue(QStringLiteral("Local"));
    return button;
}

QWidget *filter(const QString &value)
{
    auto *button = new FilterButton(QStringLiteral("Status"));
    button->setValue(value);
    return button;
}

QWidget *versionOfDescription()
{
    auto *card = new VersionCard(QStringLiteral("Your description"));
    card->setWords({{QStringLiteral("Deploys "), false}, {QStringLiteral("the API"), true}});
    return card;
}

} // namespace

Q_DECLARE_METATYPE(Make)

class tst_AccessibleNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ConsoleStyle::install(*qApp); }
    void areTheVisibleWords_data();
    void areTheVisibleWords();
    void leavesNoButtonWithoutAName();
    void opensAMenuByAScreenReadersPress();
    void opensAMenuByThePressOfTheMouse();
    void keepsTheColourOfALabelInTheTheme();
};

void tst_AccessibleNames::areTheVisibleWords_data()
{
    QTest::addColumn<Make>("make");
    QTest::addColumn<QAccessible::Role>("role");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("description");
    const auto add = [](const char *row, const Make &make, QAccessible::Role role, const char *name,
                        const char *description) {
        QTest::newRow(row) << make << role << QString::fromUtf8(name) << QString::fromUtf8(description);
    };
    add(
        "button", [] { return new Button(QStringLiteral("Copy"), ButtonKind::Plain); },
        QAccessible::PushButton, "Copy", "");
    add(
        "icon button",
        [] { return Button::iconOnly(QStringLiteral("refresh-cw"), QStringLiteral("Refresh")); },
        QAccessible::PushButton, "Refresh", "Refresh");
    add("pill", pill, QAccessible::CheckBox, "Expiring soon", "11");
    add("drop-down", dropDown, QAccessible::ButtonMenu, "Connection", "Local");
    add(
        "filter at rest", [] { return filter({}); }, QAccessible::ButtonMenu, "Status", "");
    add(
        "filter that is set", [] { return filter(QStringLiteral("Expired")); }, QAccessible::ButtonMenu,
        "Status", "Expired");
    add(
        "choice card",
        [] { return new ChoiceCard(QStringLiteral("Limited"), QStringLiteral("Time-bound token")); },
        QAccessible::RadioButton, "Limited", "Time-bound token");
    add("version card", versionOfDescription, QAccessible::RadioButton, "Your description",
        "Deploys the API");
    add(
        "value", [] { return new ValueField(QStringLiteral("Created by"), QStringLiteral("admin")); },
        QAccessible::EditableText, "Created by", "");
    add(
        "search", [] { return new SearchField; }, QAccessible::EditableText, "Search", "Search");
    add(
        "label", [] { return new TextLabel(QStringLiteral("Welcome")); }, QAccessible::StaticText, "Welcome",
        "");
}

void tst_AccessibleNames::areTheVisibleWords()
{
    QFETCH(Make, make);
    QFETCH(QAccessible::Role, role);
    QFETCH(QString, name);
    QFETCH(QString, description);
    const std::unique_ptr<QWidget> widget(make());
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget.get());
    QVERIFY(interface);
    QCOMPARE(interface->role(), role);
    QCOMPARE(interface->text(QAccessible::Name), name);
    QCOMPARE(interface->text(QAccessible::Description), description);
}

void tst_AccessibleNames::leavesNoButtonWithoutAName()
{
    SearchField field;
    field.setText(QStringLiteral("prod"));
    field.show();
    for (QToolButton *button : field.findChildren<QToolButton *>())
        QCOMPARE(button->accessibleName(), QStringLiteral("Clear Search"));
}

void tst_AccessibleNames::opensAMenuByAScreenReadersPress()
{
    DropDownButton button(QStringLiteral("Connection"));
    button.choices()->addAction(QStringLiteral("Local"));
    button.show();
    QVERIFY(QTest::qWaitForWindowExposed(&button));
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&button);
    // It comes back at once, with the menu open.
    interface->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QVERIFY(button.choices()->isVisible());
    QVERIFY(button.isDown());
    button.choices()->close();
    QVERIFY(!button.isDown());
}

void tst_AccessibleNames::opensAMenuByThePressOfTheMouse()
{
    FilterButton button(QStringLiteral("Role"));
    button.choices()->addAction(QStringLiteral("Viewer"));
    button.show();
    QVERIFY(QTest::qWaitForWindowExposed(&button));
    QTest::mousePress(&button, Qt::LeftButton);
    QVERIFY(button.choices()->isVisible());
    QVERIFY(button.choices()->width() >= button.width());
    QTest::mouseRelease(&button, Qt::LeftButton);
    QVERIFY(button.choices()->isVisible());
    button.choices()->close();
}

void tst_AccessibleNames::keepsTheColourOfALabelInTheTheme()
{
    auto *style = qobject_cast<ConsoleStyle *>(QApplication::style());
    QVERIFY(style);
    TextLabel label(QStringLiteral("Expired"), TextStyle::Label, Token::Bad);
    label.show();
    style->setTheme(Theme::Dark);
    QTRY_COMPARE(label.palette().color(QPalette::WindowText), color(Token::Bad, Theme::Dark));
    style->setTheme(Theme::Light);
    QTRY_COMPARE(label.palette().color(QPalette::WindowText), color(Token::Bad, Theme::Light));
    label.setEnabled(false);
    QTRY_COMPARE(label.palette().color(QPalette::WindowText), color(Token::DisabledText, Theme::Light));
}

QTEST_MAIN(tst_AccessibleNames)

#include "tst_accessiblenames.moc"
