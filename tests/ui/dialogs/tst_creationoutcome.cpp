#include "tests/ui/dialogs/revealeddialog.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Verb = MemoryAdminApi::Verb;
using Work = MemoryAdminApi::Work;

/// What "Add Service Account" says and offers when the answer to its request was lost, on a server that
/// honours no keys.
class tst_CreationOutcome : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RevealedDialog> m_opened;

    AddServiceAccountDialog *dialog() const { return m_opened->dialog; }
    DialogParts &parts() { return m_opened->parts; }
    MemoryAdminApi &api() { return *parts().api; }
    QLineEdit *field(const QString &name) const { return Controls::get<QLineEdit>(dialog(), name); }
    bool canGenerate() const { return m_opened->button(u"Generate New Token"_s)->isEnabled(); }

private Q_SLOTS:
    void init()
    {
        m_opened = std::make_unique<RevealedDialog>();
        field(u"Description"_s)->setText(u"Deploys"_s);
        api().setHonoursIdempotencyKeys(false);
    }
    void cleanup() { m_opened.reset(); }

    void aLostTokenIsMadeAgainInOneStep()
    {
        const int lists = api().calls(Verb::List);
        api().failNext(Verb::Create, Error(ErrorKind::TimedOut), Work::Done);
        m_opened->generate();
        QTRY_VERIFY(Controls::says(dialog(), u"deploy_bot was made, but its token is gone."_s));
        QTRY_VERIFY(parts().listed(u"deploy_bot"_s));
        QVERIFY(api().calls(Verb::List) > lists);
        QCOMPARE(api().calls(Verb::Create), 1);
        QVERIFY(!canGenerate());
        QCOMPARE(field(u"Description"_s)->text(), u"Deploys"_s);
        Controls::press(dialog(), u"Delete It and Make It Again"_s);
        QTRY_VERIFY(Controls::find(dialog(), u"Save to Keychain"_s));
        QCOMPARE(api().calls(Verb::Create), 2);
    }

    void theDeletionOfALostTokenCanBeCancelled()
    {
        api().failNext(Verb::Create, Error(ErrorKind::TimedOut), Work::Done);
        m_opened->generate();
        QTRY_VERIFY(Controls::find(dialog(), u"Delete It and Make It Again"_s));
        api().hold(Verb::Delete);
        Controls::press(dialog(), u"Delete It and Make It Again"_s);
        QVERIFY(!Controls::find(dialog(), u"Delete It and Make It Again"_s));
        Controls::press(dialog(), u"Cancel"_s);
        QVERIFY(Controls::find(dialog(), u"Delete It and Make It Again"_s));
        QVERIFY(Controls::texts(dialog()).join(u' ').contains(u"It is not known whether it was deleted."_s));
        api().release();
        Controls::press(dialog(), u"Delete It and Make It Again"_s);
        QTRY_VERIFY(Controls::find(dialog(), u"Save to Keychain"_s));
        QCOMPARE(api().calls(Verb::Create), 2);
    }

    void somebodyElsesAccountIsNeverOfferedForDeletion()
    {
        ServiceAccount theirs = parts().account(u"deploy_bot"_s);
        theirs.createdBy = u"kim"_s;
        api().put(theirs);
        api().failNext(Verb::Create, Error(ErrorKind::Cut));
        m_opened->generate();
        QTRY_VERIFY(Controls::says(dialog(), u"It cannot be told whose deploy_bot is."_s));
        QVERIFY(!Controls::find(dialog(), u"Delete It and Make It Again"_s));
        QCOMPARE(field(u"Description"_s)->text(), u"Deploys"_s);
        field(u"Name"_s)->setText(u"deploy_bot_2"_s);
        QVERIFY(canGenerate());
    }

    void whatCannotBeFoundOutCanBeLookedForAgain()
    {
        api().failAlways(Error(ErrorKind::Cut));
        m_opened->generate();
        QTRY_VERIFY(Controls::says(dialog(), u"It is not known yet whether deploy_bot was made."_s));
        QVERIFY(!canGenerate());
        api().failAlways(std::nullopt);
        Controls::press(dialog(), u"Look Again"_s);
        QTRY_VERIFY(Controls::says(dialog(), u"deploy_bot was not made."_s));
        QCOMPARE(field(u"Name"_s)->text(), u"deploy_bot"_s);
        QVERIFY(canGenerate());
        QCOMPARE(api().calls(Verb::Create), 1);
    }

    /// The program ended while the token was on its way into the keychain, which is locked now.
    void aTokenThatTheKeychainMayHaveIsNotCalledGone()
    {
        JournalEntry entry{.idempotencyKey = u"before"_s,
                           .connectionKey = DialogParts::connectionKey(),
                           .request = {*ServiceAccountName::fromText(u"ci_deploy"_s),
                                       {},
                                       Expiration::unlimited(),
                                       *RoleSet::of({Role::Viewer})},
                           .begunAt = parts().clock.now(),
                           .stage = JournalEntry::Stage::Answered,
                           .accountId = u"made"_s,
                           .savingBegun = true};
        ServiceAccount made = parts().account(u"ci_deploy"_s);
        made.id = entry.accountId;
        made.maskedToken = u"apn_••••wxyz"_s;
        api().put(made);
        parts().vault.put(VaultEntry::forAccount(entry.connectionKey, made.name), "apn_0123wxyz");
        parts().vault.failWith(Error(ErrorKind::KeychainLocked));
        QVERIFY(parts().journal.keep(entry).ok());
        const QSignalSpy needed(&parts().creations, &TokenCreations::needsPerson);
        parts().creations.resume(parts().api, entry.connectionKey);
        QTRY_COMPARE(needed.size(), 1);
        dialog()->watch(needed.constFirst().constFirst().value<TokenCreation *>());
        QVERIFY(Controls::says(dialog(), u"ci_deploy was made, and the keychain may have its token."_s));
        QVERIFY(Controls::find(dialog(), u"Delete It and Make It Again"_s));

        parts().vault.failWith(std::nullopt);
        const QSignalSpy shown(dialog(), &AddServiceAccountDialog::created);
        Controls::press(dialog(), u"Look Again"_s);
        QTRY_COMPARE(shown.size(), 1);
        QVERIFY(parts().journal.entries().isEmpty());
        QVERIFY(parts().saved.holds(entry.connectionKey, made.name, made.id));
    }
};

QTEST_MAIN(tst_CreationOutcome)
#include "tst_creationoutcome.moc"
