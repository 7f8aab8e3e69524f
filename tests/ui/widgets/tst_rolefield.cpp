#include "ui/style/consolestyle.h"
#include "ui/widgets/rolefield.h"
#include "ui/widgets/roleoption.h"
#include "ui/widgets/rolespopup.h"

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

namespace {

QStringList names(const QList<AccountRole> &roles)
{
    QStringList result;
    for (const AccountRole &role : roles)
        result += role.name;
    return result;
}

RolesPopup *popupOf(const RoleField &field)
{
    return field.findChild<RolesPopup *>();
}

RoleOption *option(const RoleField &field, const QString &name)
{
    for (RoleOption *option : popupOf(field)->findChildren<RoleOption *>()) {
        if (option->role().name == name)
            return option;
    }
    return nullptr;
}

} // namespace

class tst_RoleField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isNamedRoleAndDescribedByItsRoles();
    void opensByTheKeyboard_data();
    void opensByTheKeyboard();
    void offersACheckBoxForEachRole();
    void keepsTheAmpersandOfARole();
    void togglesWithSpace();
    void closesWithEscAndKeepsWhatWasChosen();
    void removesTheLastChipWithBackspace();
    void removesAChipByItsCross();
    void keepsTheOrderOfTheRoles();
    void keepsUnknownRolesAndTheirIds();
    void opensByAScreenReadersPress();

private:
    static void show(RoleField &field)
    {
        field.resize(500, field.sizeHint().height());
        field.show();
        field.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&field));
        field.setFocus();
    }
};

void tst_RoleField::initTestCase()
{
    ConsoleStyle::install(*qApp);
}

void tst_RoleField::isNamedRoleAndDescribedByItsRoles()
{
    RoleField field;
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&field);
    QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Role"));
    QCOMPARE(interface->text(QAccessible::Description), QString());
    field.setRoles({AccountRole(Role::Deployment), AccountRole(Role::Viewer)});
    QCOMPARE(interface->text(QAccessible::Description), QStringLiteral("Deployment, Viewer"));
    field.setAccessibleDescription(QStringLiteral("Choose at least one role."));
    field.setRoles({});
    QCOMPARE(interface->text(QAccessible::Description), QStringLiteral("Choose at least one role."));
}

void tst_RoleField::opensByTheKeyboard_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Space") << Qt::Key_Space;
    QTest::newRow("Enter") << Qt::Key_Return;
    QTest::newRow("Down") << Qt::Key_Down;
}

void tst_RoleField::opensByTheKeyboard()
{
    QFETCH(Qt::Key, key);
    RoleField field;
    show(field);
    QTest::keyClick(&field, key);
    QVERIFY(popupOf(field));
    QVERIFY(popupOf(field)->isVisible());
}

void tst_RoleField::offersACheckBoxForEachRole()
{
    RoleField field;
    show(field);
    field.setRoles({AccountRole(Role::Viewer)});
    field.openList();
    for (Role role : allRoles()) {
        const RoleOption *box = option(field, roleName(role));
        QVERIFY(box);
        QCOMPARE(box->text(), roleName(role));
        QCOMPARE(box->accessibleDescription(), roleAllows(role));
        QCOMPARE(box->isChecked(), role == Role::Viewer);
    }
}

void tst_RoleField::keepsTheAmpersandOfARole()
{
    RoleOption box(AccountRole(QStringLiteral("R&D")));
    QCOMPARE(box.text(), QStringLiteral("R&&D"));
    QVERIFY(box.shortcut().isEmpty());
    QCOMPARE(QAccessible::queryAccessibleInterface(&box)->text(QAccessible::Name), QStringLiteral("R&D"));
}

void tst_RoleField::togglesWithSpace()
{
    RoleField field;
    show(field);
    QSignalSpy changed(&field, &RoleField::changed);
    QTest::keyClick(&field, Qt::Key_Space);
    QTRY_VERIFY(option(field, QStringLiteral("Admin"))->hasFocus());
    QTest::keyClick(popupOf(field)->focusWidget(), Qt::Key_Space);
    QCOMPARE(names(field.roles()), QStringList{QStringLiteral("Admin")});
    QTest::keyClick(popupOf(field)->focusWidget(), Qt::Key_Down);
    QTest::keyClick(popupOf(field)->focusWidget(), Qt::Key_Space);
    QCOMPARE(names(field.roles()), (QStringList{QStringLiteral("Admin"), QStringLiteral("Power User")}));
    QTest::keyClick(popupOf(field)->focusWidget(), Qt::Key_Space);
    QCOMPARE(names(field.roles()), QStringList{QStringLiteral("Admin")});
    QCOMPARE(changed.count(), 3);
    QVERIFY(popupOf(field)->isVisible());
}

void tst_RoleField::closesWithEscAndKeepsWhatWasChosen()
{
    RoleField field;
    show(field);
    field.openList();
    option(field, QStringLiteral("Viewer"))->click();
    QTest::keyClick(popupOf(field)->focusWidget(), Qt::Key_Escape);
    QVERIFY(!popupOf(field)->isVisible());
    QCOMPARE(names(field.roles()), QStringList{QStringLiteral("Viewer")});
}

void tst_RoleField::removesTheLastChipWithBackspace()
{
    RoleField field;
    show(field);
    field.setRoles({AccountRole(Role::Deployment), AccountRole(Role::Viewer)});
    QSignalSpy changed(&field, &RoleField::changed);
    QTest::keyClick(&field, Qt::Key_Backspace);
    QCOMPARE(names(field.roles()), QStringList{QStringLiteral("Deployment")});
    QTest::keyClick(&field, Qt::Key_Backspace);
    QTest::keyClick(&field, Qt::Key_Backspace);
    QVERIFY(field.roles().isEmpty());
    QCOMPARE(changed.count(), 2);
}

void tst_RoleField::removesAChipByItsCross()
{
    RoleField field;
    show(field);
    field.setRoles({AccountRole(Role::Deployment), AccountRole(Role::Viewer)});
    const int firstWidth = ChipPainter().width(QStringLiteral("Deployment"), true);
    QTest::mouseClick(&field, Qt::LeftButton, {}, QPoint(6 + firstWidth - 10, field.height() / 2));
    QCOMPARE(names(field.roles()), QStringList{QStringLiteral("Viewer")});
    QVERIFY(!popupOf(field) || !popupOf(field)->isVisible());
}

void tst_RoleField::keepsTheOrderOfTheRoles()
{
    RoleField field;
    show(field);
    field.openList();
    for (const char *name : {"Viewer", "Admin", "Deployment"})
        option(field, QString::fromLatin1(name))->click();
    QCOMPARE(field.rolesText(), QStringLiteral("Admin, Deployment, Viewer"));
}

void tst_RoleField::keepsUnknownRolesAndTheirIds()
{
    RoleField field;
    show(field);
    const AccountRole unknown(QStringLiteral("Auditor"), QStringLiteral("id-7"));
    const AccountRole viewer(QStringLiteral("Viewer"), QStringLiteral("id-4"));
    field.setRoles({viewer, unknown});
    field.openList();
    QVERIFY(option(field, QStringLiteral("Auditor")));
    QVERIFY(option(field, QStringLiteral("Auditor"))->isChecked());
    option(field, QStringLiteral("Admin"))->click();
    QCOMPARE(field.roles(), (QList<AccountRole>{AccountRole(Role::Admin), viewer, unknown}));
    option(field, QStringLiteral("Viewer"))->click();
    option(field, QStringLiteral("Viewer"))->click();
    QCOMPARE(field.roles(), (QList<AccountRole>{AccountRole(Role::Admin), viewer, unknown}));
    option(field, QStringLiteral("Auditor"))->click();
    QCOMPARE(field.roles(), (QList<AccountRole>{AccountRole(Role::Admin), viewer}));
}

void tst_RoleField::opensByAScreenReadersPress()
{
    RoleField field;
    show(field);
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&field);
    QVERIFY(interface->actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction()));
    interface->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QVERIFY(popupOf(field)->isVisible());
}

QTEST_MAIN(tst_RoleField)

#include "tst_rolefield.moc"
