#include "tests/ui/dialogs/dialogparts.h"
#include "tests/ui/support/controls.h"
#include "ui/dialogs/editserviceaccountdialog.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/rolefield.h"
#include "ui/widgets/versioncard.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Verb = MemoryAdminApi::Verb;

namespace {

const AccountRole unknownRole(u"Robot Overseer"_s, u"role-77"_s);

} // namespace

class tst_EditServiceAccountDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DialogParts> m_parts;
    QPointer<EditServiceAccountDialog> m_dialog;

    void open(const QList<AccountRole> &roles = {AccountRole(Role::Deployment)})
    {
        ServiceAccount account = m_parts->account(u"prod_ci_deploy"_s, u"Deploys the front end"_s, roles);
        account.expiryDate = QDateTime(QDate(2027, 1, 1), QTime(12, 0), Qt::UTC);
        m_parts->api->put(account);
        m_parts->loadList();
        m_dialog = new EditServiceAccountDialog(m_parts->api, m_parts->list,
                                                *m_parts->listed(u"prod_ci_deploy"_s), &m_parts->window);
        m_dialog->open();
        // Not qWaitForWindowActive(): the window below is enough for that.
        QTRY_COMPARE(QApplication::activeWindow(), m_dialog);
    }
    QLineEdit *description() const { return Controls::get<QLineEdit>(m_dialog, u"Description"_s); }
    RoleField *roles() const { return Controls::get<RoleField>(m_dialog, u"Role"_s); }
    QPushButton *save() const { return Controls::get<QPushButton>(m_dialog, u"Save Changes"_s); }
    VersionCard *card(const QString &name) const { return Controls::get<VersionCard>(m_dialog, name); }
    bool says(const QString &text) const { return Controls::says(m_dialog, text); }
    QString foot() const { return m_dialog->foot()->message(); }
    ServiceAccount atServer() const { return *m_parts->api->find(u"prod_ci_deploy"_s); }
    void othersChange(const QString &text, const QList<AccountRole> &newRoles)
    {
        ServiceAccount account = atServer();
        account.description = text;
        account.roles = newRoles;
        account.updateDate = QDateTime(QDate(2026, 11, 24), QTime(9, 38), Qt::UTC);
        m_parts->api->put(account);
    }
    void makeConflict()
    {
        open();
        QTRY_COMPARE(m_parts->api->calls(Verb::Read), 1);
        QTRY_COMPARE(m_parts->api->waiting(), 0);
        QCoreApplication::processEvents();
        description()->setText(u"Deploys the front end and the API"_s);
        Controls::toggleRole(m_dialog, u"Power User"_s);
        othersChange(u"Deploys the front end; owner: Web"_s,
                     {AccountRole(Role::Deployment), AccountRole(Role::Viewer)});
        save()->click();
        QTRY_VERIFY(Controls::find(m_dialog, u"Your description"_s));
    }

private Q_SLOTS:
    void init() { m_parts = std::make_unique<DialogParts>(); }
    void cleanup()
    {
        delete m_dialog;
        m_parts.reset();
    }

    void showsNameAndExpirationWithoutEditingThem()
    {
        open();
        QCOMPARE(m_dialog->windowTitle(), u"Edit Service Account"_s);
        const auto *name = Controls::get<QLineEdit>(m_dialog, u"Name"_s);
        QCOMPARE(name->text(), u"prod_ci_deploy"_s);
        QVERIFY(name->isReadOnly());
        const auto *expiration = Controls::get<QLineEdit>(m_dialog, u"Expiration"_s);
        QCOMPARE(expiration->text(), u"1 Jan 2027, in 38 days"_s);
        QVERIFY(expiration->isReadOnly());
        QVERIFY(says(u"Name and expiration cannot be edited."_s));
        QVERIFY(description()->hasFocus());
        QVERIFY(!save()->isEnabled());
        QCOMPARE(Controls::repeatedNames(m_dialog), QStringList());
    }

    void savesDescriptionAndRolesAlone()
    {
        open({AccountRole(Role::Deployment), unknownRole});
        const ServiceAccount before = atServer();
        const QSignalSpy saved(m_dialog, &EditServiceAccountDialog::saved);
        description()->setText(u"Deploys everything"_s);
        Controls::toggleRole(m_dialog, u"Viewer"_s);
        save()->click();
        QTRY_COMPARE(saved.count(), 1);
        ServiceAccount expected = before;
        expected.description = u"Deploys everything"_s;
        expected.roles = {AccountRole(Role::Deployment), AccountRole(Role::Viewer), unknownRole};
        expected.updateDate = m_parts->clock.now();
        QCOMPARE(atServer().name, before.name);
        QCOMPARE(atServer().expiryDate, before.expiryDate);
        QCOMPARE(atServer().description, expected.description);
        QVERIFY(sameRoles(atServer().roles, expected.roles));
        QVERIFY(atServer().roles.contains(unknownRole));
        QCOMPARE(m_parts->listed(u"prod_ci_deploy"_s)->description, u"Deploys everything"_s);
        QTRY_VERIFY(!m_dialog);
    }

    void canSaveOnlyWhatIsChangedAndValid()
    {
        open();
        description()->setText(u"Other"_s);
        QVERIFY(save()->isEnabled());
        description()->setText(u"Deploys the front end"_s);
        QVERIFY(!save()->isEnabled());
        description()->setText(QString(501, u'a'));
        QVERIFY(!save()->isEnabled());
        QCOMPARE(description()->accessibleDescription(),
                 u"Use at most 500 characters; this description has 501."_s);
        description()->setText(u"Other"_s);
        Controls::toggleRole(m_dialog, u"Deployment"_s);
        QCOMPARE(roles()->accessibleDescription(), u"Choose at least one role."_s);
        QCOMPARE(foot(), u"1 field needs a change."_s);
        QVERIFY(!save()->isEnabled());
    }

    void theConsolesOwnAccountKeepsAdmin()
    {
        open({AccountRole(Role::Admin), AccountRole(Role::Viewer)});
        m_dialog->setSignsInWithIt(true);
        Controls::toggleRole(m_dialog, u"Admin"_s);
        QVERIFY(!save()->isEnabled());
        QCOMPARE(roles()->accessibleDescription(),
                 u"This console signs in with it, so it has to keep the role Admin."_s);
    }

    void anUntouchedFormShowsTheNewerVersion()
    {
        m_parts->api->hold(Verb::Read);
        open();
        // The answer under way was made before the change: the one that counts comes with saving.
        ServiceAccount newer = *m_parts->listed(u"prod_ci_deploy"_s);
        m_parts->list.accountChanged(newer);
        delete m_dialog;
        newer.description = u"Old text"_s;
        m_parts->api->release();
        m_dialog = new EditServiceAccountDialog(m_parts->api, m_parts->list, newer, &m_parts->window);
        m_dialog->open();
        QCOMPARE(description()->text(), u"Old text"_s);
        QTRY_COMPARE(description()->text(), u"Deploys the front end"_s);
        QVERIFY(!save()->isEnabled());
    }

    void aTouchedFormKeepsWhatWasTyped()
    {
        open();
        ServiceAccount older = *m_parts->listed(u"prod_ci_deploy"_s);
        delete m_dialog;
        older.description = u"Old text"_s;
        m_dialog = new EditServiceAccountDialog(m_parts->api, m_parts->list, older, &m_parts->window);
        m_dialog->open();
        description()->setText(u"Mine"_s);
        QTRY_COMPARE(m_parts->api->calls(Verb::Read), 2);
        QCoreApplication::processEvents();
        QCOMPARE(description()->text(), u"Mine"_s);
        save()->click();
        QTRY_VERIFY(Controls::find(m_dialog, u"Their description"_s));
        QCOMPARE(atServer().description, u"Deploys the front end"_s);
    }

    void aStaleEditIsShownFieldByField()
    {
        makeConflict();
        const QString time = QLocale().toString(
            QDateTime(QDate(2026, 11, 24), QTime(9, 38), Qt::UTC).toLocalTime().time(), u"HH:mm"_s);
        QVERIFY(says(u"Somebody else changed this account at %1, while you were editing"_s.arg(time)));
        QCOMPARE(foot(), u"0 of 2 fields chosen"_s);
        QVERIFY(!save()->isEnabled());
        QCOMPARE(Controls::name(m_dialog->focusWidget()), u"Your description"_s);
        QCOMPARE(Controls::description(card(u"Your description"_s)), u"Deploys the front end and the API"_s);
        QCOMPARE(Controls::description(card(u"Their description"_s)), u"Deploys the front end; owner: Web"_s);
        QCOMPARE(Controls::repeatedNames(m_dialog), QStringList());
        card(u"Your description"_s)->click();
        QCOMPARE(foot(), u"1 of 2 fields chosen"_s);
        QVERIFY(!save()->isEnabled());
        card(u"Their roles"_s)->click();
        QCOMPARE(foot(), u"2 of 2 fields chosen"_s);
        QCOMPARE(m_parts->api->calls(Verb::Update), 1);
        save()->click();
        QTRY_COMPARE(atServer().description, u"Deploys the front end and the API"_s);
        QVERIFY(sameRoles(atServer().roles, {AccountRole(Role::Deployment), AccountRole(Role::Viewer)}));
        QTRY_VERIFY(!m_dialog);
    }

    void choosingTheirsEverywhereSavesNothing()
    {
        makeConflict();
        card(u"Their description"_s)->click();
        card(u"Their roles"_s)->click();
        save()->click();
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_parts->api->calls(Verb::Update), 1);
        QCOMPARE(m_parts->listed(u"prod_ci_deploy"_s)->description, u"Deploys the front end; owner: Web"_s);
    }

    void aSecondChangeOfOthersIsShownAgain()
    {
        makeConflict();
        card(u"Your description"_s)->click();
        card(u"Your roles"_s)->click();
        othersChange(u"Third version"_s, {AccountRole(Role::Deployment), AccountRole(Role::Viewer)});
        save()->click();
        QTRY_COMPARE(Controls::description(card(u"Their description"_s)), u"Third version"_s);
        QCOMPARE(foot(), u"0 of 2 fields chosen"_s);
        QCOMPARE(atServer().description, u"Third version"_s);
    }

    void aStaleEditThatEqualsTheOthersIsASuccess()
    {
        open();
        QTRY_COMPARE(m_parts->api->calls(Verb::Read), 1);
        QCoreApplication::processEvents();
        description()->setText(u"The same"_s);
        othersChange(u"The same"_s, {AccountRole(Role::Deployment)});
        save()->click();
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_parts->listed(u"prod_ci_deploy"_s)->description, u"The same"_s);
    }

    void putsWhatTheServerRefusesBesideItsField()
    {
        open();
        description()->setText(u"Mine"_s);
        Error error(ErrorKind::Invalid);
        error.fields = {{u"description"_s, u"too_long"_s, {}}};
        m_parts->api->failNext(Verb::Update, error);
        save()->click();
        QTRY_COMPARE(description()->accessibleDescription(),
                     u"This is longer than the server takes. Shorten it."_s);
        QCOMPARE(description()->text(), u"Mine"_s);
    }

    void aFailureKeepsWhatWasTyped()
    {
        open();
        description()->setText(u"Mine"_s);
        m_parts->api->failNext(Verb::Update, Error(ErrorKind::Unreachable));
        save()->click();
        QCOMPARE(foot(), u"Saving…"_s);
        QVERIFY(!save()->isEnabled());
        QTRY_VERIFY(says(u"The changes were not saved"_s));
        QCOMPARE(description()->text(), u"Mine"_s);
        save()->click();
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(atServer().description, u"Mine"_s);
    }

    void saysThatTheAccountWasDeletedMeanwhile()
    {
        open();
        description()->setText(u"Mine"_s);
        m_parts->api->remove(atServer().id);
        save()->click();
        QTRY_VERIFY(says(u"prod_ci_deploy was deleted meanwhile"_s));
        QCOMPARE(description()->text(), u"Mine"_s);
        QVERIFY(!save()->isEnabled());
        QVERIFY(!m_parts->listed(u"prod_ci_deploy"_s));
    }

    void asksBeforeChangesAreDiscarded()
    {
        open();
        description()->setText(u"Mine"_s);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QWidget *question = Controls::questionWith(m_dialog, u"Continue Editing"_s);
        QVERIFY(question);
        QTest::keyClick(question, Qt::Key_Escape);
        QCOMPARE(description()->text(), u"Mine"_s);
        m_dialog->close();
        Controls::press(Controls::questionWith(m_dialog, u"Discard"_s), u"Discard"_s);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(m_parts->api->calls(Verb::Update), 0);
    }

    void closesAtOnceWithoutChanges()
    {
        open();
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
    }

    void canBeDestroyedWhileASaveIsOnItsWay()
    {
        open();
        description()->setText(u"Mine"_s);
        m_parts->api->holdAll();
        save()->click();
        delete m_dialog;
        m_parts->api->release();
        QVERIFY(m_parts->listed(u"prod_ci_deploy"_s));
    }

    void canBeMade640By400()
    {
        makeConflict();
        m_dialog->resize(640, 400);
        QCOMPARE(m_dialog->size(), QSize(640, 400));
        m_dialog->bringIntoView(card(u"Their roles"_s));
        QVERIFY(!card(u"Their roles"_s)->visibleRegion().isEmpty());
        QVERIFY(!save()->visibleRegion().isEmpty());
    }
};

QTEST_MAIN(tst_EditServiceAccountDialog)
#include "tst_editserviceaccountdialog.moc"
