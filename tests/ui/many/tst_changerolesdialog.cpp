#include "tests/ui/many/manyparts.h"
#include "tests/ui/support/controls.h"
#include "ui/many/changerolesdialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Kind = ManyChange::Kind;
using Verb = MemoryAdminApi::Verb;

class tst_ChangeRolesDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ManyParts> m_parts;
    QPointer<ChangeRolesDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_ended;

    void open(Kind kind)
    {
        m_dialog = new ChangeRolesDialog(kind, m_parts->changes, &m_parts->window);
        m_ended = std::make_unique<QSignalSpy>(m_dialog.data(), &ChangeRolesDialog::ended);
        m_dialog->open();
        QTRY_COMPARE(QApplication::activeWindow(), m_dialog);
    }
    QPushButton *button(const QString &name) const { return Controls::get<QPushButton>(m_dialog, name); }
    void choose(const QString &role) { Controls::get<QCheckBox>(m_dialog, role)->click(); }
    bool says(const QString &text) const { return Controls::says(m_dialog, text); }
    QStringList rolesOf(const QString &name) const
    {
        QStringList names;
        for (const AccountRole &role : m_parts->listed(name)->roles)
            names.append(role.name);
        return names;
    }

private Q_SLOTS:
    void init() { m_parts = std::make_unique<ManyParts>(); }
    void cleanup()
    {
        delete m_dialog;
        m_ended.reset();
        m_parts.reset();
    }

    void asksForARoleFirst()
    {
        open(Kind::AddRoles);
        QCOMPARE(m_dialog->windowTitle(), u"Add Role"_s);
        QTRY_VERIFY(says(u"Add a role to 6 service accounts"_s));
        QTRY_VERIFY(says(u"Choose at least one role."_s));
        QVERIFY(!button(u"Add Role"_s)->isEnabled());
        QVERIFY(Controls::find(m_dialog, u"Admin"_s)->hasFocus());
        QCOMPARE(Controls::repeatedNames(m_dialog), QStringList());
    }

    void saysWhatAddingWillDo()
    {
        open(Kind::AddRoles);
        choose(u"Viewer"_s);
        QTRY_VERIFY(says(u"3 accounts get the role Viewer. 3 have it already."_s));
        choose(u"Deployment"_s);
        QTRY_VERIFY(says(u"2 accounts get the role Deployment. 4 have it already."_s));
        QTRY_VERIFY(says(u"3 accounts get the role Viewer. 3 have it already."_s));
        QVERIFY(button(u"Add Role"_s)->isEnabled());
    }

    void saysWhoIsRefusedAndWhy()
    {
        open(Kind::RemoveRoles);
        QCOMPARE(m_dialog->windowTitle(), u"Remove Role"_s);
        choose(u"Deployment"_s);
        QTRY_VERIFY(says(u"2 accounts lose the role Deployment. 2 do not have it."_s));
        QTRY_VERIFY(says(u"2 accounts are left out, because no role would be left: prod_connector_aws, "
                         "prod_connector_k8s."_s));
        choose(u"Deployment"_s);
        choose(u"Admin"_s);
        QTRY_VERIFY(says(u"console_admin is left out: this console signs in with it."_s));
        QVERIFY(!button(u"Remove Role"_s)->isEnabled());
    }

    void addsTheRolesAndCloses()
    {
        open(Kind::AddRoles);
        choose(u"Viewer"_s);
        choose(u"Power User"_s);
        button(u"Add Role"_s)->click();
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(rolesOf(u"prod_terraform_eu"_s),
                 (QStringList{u"Deployment"_s, u"Auditor"_s, u"Power User"_s, u"Viewer"_s}));
        QCOMPARE(m_ended->first().first().toStringList(), QStringList());
        QCOMPARE(m_parts->api->calls(Verb::List), 1);
    }

    void removesTheRoleAndKeepsTheRest()
    {
        open(Kind::RemoveRoles);
        choose(u"Deployment"_s);
        button(u"Remove Role"_s)->click();
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(rolesOf(u"prod_terraform_eu"_s), QStringList{u"Auditor"_s});
        QCOMPARE(rolesOf(u"prod_connector_aws"_s), QStringList{u"Deployment"_s});
        QCOMPARE(
            m_ended->first().first().toStringList(),
            (QStringList{ManyParts::id(u"prod_connector_aws"_s), ManyParts::id(u"prod_connector_k8s"_s)}));
    }

    void cancelChangesNothing()
    {
        open(Kind::AddRoles);
        choose(u"Viewer"_s);
        button(u"Cancel"_s)->click();
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_parts->api->calls(Verb::Update), 0);
        QVERIFY(m_ended->isEmpty());
    }

    void stopsWhenOneIsNoAdminAnyMore()
    {
        m_parts->api->failAlways(Error(ErrorKind::Forbidden));
        open(Kind::AddRoles);
        choose(u"Power User"_s);
        button(u"Add Role"_s)->click();
        QTRY_VERIFY(says(u"6 of 6 service accounts not given Power User"_s));
        QTRY_VERIFY(says(Error(ErrorKind::Forbidden).sentence() +
                         u" 2 were not begun. What is not done stays selected."_s));
    }

    void canBeMade640By400()
    {
        open(Kind::AddRoles);
        m_dialog->resize(640, 400);
        QCOMPARE(m_dialog->size(), QSize(640, 400));
        QVERIFY(!button(u"Add Role"_s)->visibleRegion().isEmpty());
    }
};

QTEST_MAIN(tst_ChangeRolesDialog)
#include "tst_changerolesdialog.moc"
