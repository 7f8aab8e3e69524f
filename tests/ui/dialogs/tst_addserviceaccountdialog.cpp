#include "tests/ui/dialogs/dialogparts.h"
#include "tests/ui/support/controls.h"
#include "ui/dialogs/addserviceaccountdialog.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/expirationfield.h"
#include "ui/widgets/expirationpopup.h"
#include "ui/widgets/rolefield.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using Verb = MemoryAdminApi::Verb;

namespace {

const QString generate = u"Generate New Token"_s;

/// Of a field by its name: what stands under it.
QString messageAt(const QWidget *dialog, const QString &field)
{
    if (field == u"Expiration")
        return Controls::description(Controls::find(dialog, u"Expires in"_s)).section(u". "_s, 1);
    return Controls::find(dialog, field)->accessibleDescription();
}

} // namespace

class tst_AddServiceAccountDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DialogParts> m_parts;
    QPointer<AddServiceAccountDialog> m_dialog;

    void type(const QString &field, const QString &text)
    {
        Controls::get<QLineEdit>(m_dialog, field)->setText(text);
    }
    QString text(const QString &field) const { return Controls::get<QLineEdit>(m_dialog, field)->text(); }
    void choose(const ExpirationChoice &choice)
    {
        Controls::press(m_dialog, u"Expires in"_s);
        auto *popup = m_dialog->findChild<ExpirationPopup *>();
        Q_EMIT popup->chosen(choice);
        popup->close();
    }
    void fill(const QString &name = u"deploy_bot"_s)
    {
        type(u"Name"_s, name);
        type(u"Description"_s, u"Deploys"_s);
        Controls::toggleRole(m_dialog, u"Deployment"_s);
    }
    bool canGenerate() const { return Controls::find(m_dialog, generate)->isEnabled(); }
    QString foot() const { return m_dialog->foot()->message(); }
    int creates() const { return m_parts->api->calls(Verb::Create); }
    void fillAndFail(const Error &error)
    {
        m_parts->api->failNext(Verb::Create, error);
        fill();
        Controls::press(m_dialog, generate);
        QTRY_VERIFY(Controls::find(m_dialog, u"Name"_s)->isEnabled());
    }

private Q_SLOTS:
    void init()
    {
        m_parts = std::make_unique<DialogParts>();
        m_parts->api->put(m_parts->account(u"ci_deploy"_s));
        m_parts->loadList();
        m_dialog = new AddServiceAccountDialog(m_parts->creations, m_parts->list, m_parts->api,
                                               DialogParts::connection(), m_parts->clock, m_parts->clipboard,
                                               m_parts->logoutGuard, &m_parts->window);
        m_dialog->open();
        // Not qWaitForWindowActive(): the window below is enough for that.
        QTRY_COMPARE(QApplication::activeWindow(), m_dialog);
    }
    void cleanup()
    {
        delete m_dialog;
        m_parts.reset();
    }

    void opensWithHintsAndWithoutErrors()
    {
        QCOMPARE(m_dialog->windowTitle(), u"Add Service Account"_s);
        QCOMPARE(messageAt(m_dialog, u"Name"_s), u"Lower-case letters, numbers and underscores."_s);
        QCOMPARE(Controls::name(m_dialog->focusWidget()), u"Name"_s);
        QVERIFY(Controls::says(m_dialog, u"Create API Token"_s));
        QVERIFY(!canGenerate());
        QCOMPARE(foot(), QString());
    }

    void saysAtTheFieldWhatIsWrong_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("message");
        const QString rule = u"Use only lower-case letters, numbers and underscores. "_s;
        QTest::newRow("upper case") << u"Name"_s << u"CI-Deploy"_s
                                    << rule + u"“C”, “I”, “-” and “D” are not allowed."_s;
        QTest::newRow("dash") << u"Name"_s << u"ci-deploy2"_s << rule + u"“-” is not allowed."_s;
        QTest::newRow("space") << u"Name"_s << u"ci deploy"_s << rule + u"The space is not allowed."_s;
        QTest::newRow("emoji") << u"Name"_s << u"ci_🚀"_s << rule + u"“🚀” is not allowed."_s;
        QTest::newRow("65 characters")
            << u"Name"_s << QString(65, u'a') << u"Use at most 64 characters; this name has 65."_s;
        QTest::newRow("taken") << u"Name"_s << u"ci_deploy"_s
                               << u"ci_deploy is taken. Choose another name."_s;
        QTest::newRow("emptied") << u"Name"_s << QString() << u"Enter a name."_s;
        QTest::newRow("501 characters") << u"Description"_s << QString(501, u'é')
                                        << u"Use at most 500 characters; this description has 501."_s;
        QTest::newRow("501 emoji") << u"Description"_s << u"🚀"_s.repeated(501)
                                   << u"Use at most 500 characters; this description has 501."_s;
    }

    void saysAtTheFieldWhatIsWrong()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QString, message);
        fill();
        QVERIFY(canGenerate());
        type(field, value);
        QCOMPARE(messageAt(m_dialog, field), message);
        QVERIFY(!canGenerate());
        QCOMPARE(foot(), u"1 field needs a change."_s);
        QCOMPARE(text(field), value);
        QCOMPARE(creates(), 0);
    }

    void takesWhatIsJustAllowed()
    {
        fill();
        type(u"Name"_s, QString(64, u'z'));
        type(u"Description"_s, u"🚀"_s.repeated(500));
        QVERIFY(canGenerate());
        QCOMPARE(messageAt(m_dialog, u"Name"_s), u"This name is free."_s);
        QCOMPARE(messageAt(m_dialog, u"Description"_s), u"500 of 500 characters"_s);
    }

    void needsARole()
    {
        fill();
        Controls::toggleRole(m_dialog, u"Deployment"_s);
        QCOMPARE(messageAt(m_dialog, u"Role"_s), u"Choose at least one role."_s);
        QVERIFY(!canGenerate());
    }

    void refusesADateInThePast()
    {
        fill();
        choose(ExpirationChoice::date(QDate(2026, 11, 20)));
        QCOMPARE(messageAt(m_dialog, u"Expiration"_s),
                 u"20 November 2026 is in the past. Choose a later date."_s);
        QVERIFY(!canGenerate());
        choose(ExpirationChoice::date(QDate(2026, 11, 30)));
        QVERIFY(canGenerate());
    }

    void noticesADateThatPassedWhileTheFormWasOpen()
    {
        fill();
        choose(ExpirationChoice::date(QDate(2026, 11, 25)));
        m_parts->clock.set(QDateTime(QDate(2026, 11, 27), QTime(9, 0), Qt::UTC));
        Controls::press(m_dialog, generate);
        QCOMPARE(messageAt(m_dialog, u"Expiration"_s),
                 u"25 November 2026 is in the past. Choose a later date."_s);
        QCOMPARE(creates(), 0);
    }

    void countsTheFieldsThatNeedAChange()
    {
        type(u"Name"_s, u"CI"_s);
        type(u"Description"_s, QString(501, u'a'));
        QCOMPARE(foot(), u"2 fields need a change."_s);
    }

    void callsANameFreeOnlyWhenTheWholeListIsKnown()
    {
        type(u"Name"_s, u"new_one"_s);
        QCOMPARE(messageAt(m_dialog, u"Name"_s), u"This name is free."_s);
        m_parts->api->hold(Verb::List);
        m_parts->list.refresh();
        QCOMPARE(messageAt(m_dialog, u"Name"_s), u"Lower-case letters, numbers and underscores."_s);
        m_parts->api->put(m_parts->account(u"new_one"_s));
        m_parts->list.accountChanged(m_parts->account(u"new_one"_s));
        QCOMPARE(messageAt(m_dialog, u"Name"_s), u"new_one is taken. Choose another name."_s);
    }

    void enterInAnIncompleteFormAsksForWhatIsMissing()
    {
        QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Return);
        QCOMPARE(messageAt(m_dialog, u"Name"_s), u"Enter a name."_s);
        QCOMPARE(messageAt(m_dialog, u"Role"_s), u"Choose at least one role."_s);
        QCOMPARE(foot(), u"2 fields need a change."_s);
        QCOMPARE(creates(), 0);
    }

    void enterInACompleteFormCreates()
    {
        fill();
        QTest::keyClick(Controls::find(m_dialog, u"Name"_s), Qt::Key_Return);
        QTRY_VERIFY(Controls::find(m_dialog, u"Done"_s));
        QCOMPARE(creates(), 1);
    }

    void aDoubleClickMakesOneCall()
    {
        m_parts->api->hold(Verb::Create);
        fill();
        QWidget *button = Controls::find(m_dialog, generate);
        QTest::mouseClick(button, Qt::LeftButton);
        QTest::mouseDClick(button, Qt::LeftButton);
        Controls::get<QPushButton>(m_dialog, generate)->click();
        QCOMPARE(creates(), 1);
        QCOMPARE(m_parts->api->waiting(), 1);
    }

    void saysWhatItDoesWhileItWaits()
    {
        m_parts->api->hold(Verb::Create);
        fill();
        Controls::press(m_dialog, generate);
        QCOMPARE(foot(), u"Creating deploy_bot…"_s);
        QVERIFY(!Controls::find(m_dialog, u"Name"_s)->isEnabled());
        QCOMPARE(text(u"Name"_s), u"deploy_bot"_s);
        QVERIFY(!canGenerate());
    }

    void asksTheSessionToWaitUntilTheAnswerIsThere()
    {
        m_parts->api->hold(Verb::Create);
        m_parts->api->failNext(Verb::Create, Error(ErrorKind::NameTaken));
        fill();
        QCOMPARE(m_parts->logoutGuard.reason, QString());
        Controls::press(m_dialog, generate);
        QCOMPARE(m_parts->logoutGuard.reason, u"deploy_bot is still being made."_s);
        m_parts->api->release();
        QTRY_COMPARE(m_parts->logoutGuard.reason, QString());
    }

    void saysThatItFindsOutWhenAnAnswerWasLost()
    {
        m_parts->api->failNext(Verb::Create, Error(ErrorKind::Cut), MemoryAdminApi::Work::Done);
        fill();
        Controls::press(m_dialog, generate);
        QTRY_COMPARE(foot(), u"Finding out what happened to deploy_bot…"_s);
        QTRY_VERIFY(Controls::find(m_dialog, u"Done"_s));
        QCOMPARE(m_parts->api->accounts().size(), 2);
    }

    void sendsWhatStandsInTheForm()
    {
        fill();
        Controls::toggleRole(m_dialog, u"Viewer"_s);
        Controls::press(m_dialog, generate);
        QTRY_VERIFY(m_parts->listed(u"deploy_bot"_s));
        const ServiceAccount made = *m_parts->api->find(u"deploy_bot"_s);
        QCOMPARE(made.description, u"Deploys"_s);
        QVERIFY(sameRoles(made.roles, {AccountRole(Role::Deployment), AccountRole(Role::Viewer)}));
        // 30 days from the click, in whole seconds.
        QCOMPARE(made.expiryDate, std::optional(QDateTime(QDate(2026, 12, 24), QTime(9, 42, 10), Qt::UTC)));
    }

    void sendsNoEndForUnlimited()
    {
        fill();
        Controls::press(m_dialog, u"Unlimited"_s);
        Controls::press(m_dialog, generate);
        QTRY_VERIFY(m_parts->api->find(u"deploy_bot"_s));
        QVERIFY(!m_parts->api->find(u"deploy_bot"_s)->expiryDate);
        QTRY_VERIFY(Controls::says(m_dialog, u"Never expires"_s));
    }

    void putsWhatTheServerRefusesBesideItsField_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("refusedField");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("message");
        const int invalid = int(ErrorKind::Invalid);
        QTest::newRow("name taken") << int(ErrorKind::NameTaken) << QString() << QString() << QString()
                                    << u"Name"_s << u"deploy_bot is taken. Choose another name."_s;
        QTest::newRow("409 without a code") << int(ErrorKind::Conflict) << QString() << QString()
                                            << u"Name is in use."_s << u"Name"_s << u"Name is in use."_s;
        QTest::newRow("name") << invalid << u"name"_s << u"invalid"_s << u"Bad name."_s << u"Name"_s
                              << u"The server says: “Bad name.”"_s;
        QTest::newRow("description") << invalid << u"description"_s << u"too_long"_s << QString()
                                     << u"Description"_s
                                     << u"This is longer than the server takes. Shorten it."_s;
        QTest::newRow("end") << invalid << u"expiry_date"_s << u"not_in_future"_s << QString()
                             << u"Expiration"_s
                             << u"By the server's clock this is not in the future. Choose a later date."_s;
        QTest::newRow("a role") << invalid << u"roles[0]"_s << u"unknown_role"_s << QString() << u"Role"_s
                                << u"The server does not know one of these roles. Choose others."_s;
    }

    void putsWhatTheServerRefusesBesideItsField()
    {
        QFETCH(int, kind);
        QFETCH(QString, refusedField);
        QFETCH(QString, code);
        QFETCH(QString, said);
        QFETCH(QString, field);
        QFETCH(QString, message);
        Error error(static_cast<ErrorKind>(kind), said);
        if (!refusedField.isEmpty())
            error.fields = {{refusedField, code, said}};
        fillAndFail(error);
        QCOMPARE(messageAt(m_dialog, field), message);
        QVERIFY(!canGenerate());
        QCOMPARE(text(u"Name"_s), u"deploy_bot"_s);
        QCOMPARE(text(u"Description"_s), u"Deploys"_s);
        QCOMPARE(Controls::get<RoleField>(m_dialog, u"Role"_s)->rolesText(), u"Deployment"_s);
    }

    void aChangeEndsWhatTheServerSaid()
    {
        fillAndFail(Error(ErrorKind::NameTaken));
        type(u"Name"_s, u"deploy_bot_2"_s);
        QVERIFY(canGenerate());
    }

    void saysInABannerWhatBelongsToNoField()
    {
        const Error error(ErrorKind::Forbidden);
        fillAndFail(error);
        QVERIFY(Controls::says(m_dialog, u"deploy_bot was not made."_s));
        QVERIFY(Controls::says(m_dialog, error.sentence() + u" No account and no token was made."_s));
        QCOMPARE(text(u"Name"_s), u"deploy_bot"_s);
        QVERIFY(canGenerate());
        QVERIFY(!m_parts->listed(u"deploy_bot"_s));
    }

    void namesEachControlOnce() { QCOMPARE(Controls::repeatedNames(m_dialog), QStringList()); }

    void tabsThroughTheFormInItsOrder()
    {
        fill();
        QStringList names;
        for (int i = 0; i < 7; ++i) {
            names.append(Controls::name(m_dialog->focusWidget()));
            QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(names, QStringList({u"Name"_s, u"Description"_s, u"Limited"_s, u"Expires in"_s, u"Role"_s,
                                     u"Cancel"_s, generate}));
    }

    void canBeMade640By400()
    {
        fill();
        m_dialog->resize(640, 400);
        QCOMPARE(m_dialog->size(), QSize(640, 400));
        QWidget *button = Controls::find(m_dialog, generate);
        QVERIFY(m_dialog->rect().contains(QRect(button->mapTo(m_dialog, QPoint()), button->size())));
        QWidget *role = Controls::find(m_dialog, u"Role"_s);
        m_dialog->bringIntoView(role);
        QVERIFY(role->visibleRegion().boundingRect().contains(role->rect()));
    }
};

QTEST_MAIN(tst_AddServiceAccountDialog)
#include "tst_addserviceaccountdialog.moc"
