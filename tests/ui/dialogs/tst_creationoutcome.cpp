#include "tests/ui/dialogs/revealeddialog.h"

#include <QLineEdit>
#include <QPushButton>
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
};

QTEST_MAIN(tst_CreationOutcome)
#include "tst_creationoutcome.moc"
