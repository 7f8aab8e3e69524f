#include "tests/ui/dialogs/revealeddialog.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Verb = MemoryAdminApi::Verb;

namespace {

enum Way { DoneButton, Escape, WindowsCross };

} // namespace

/// The guard of "Add Service Account": what is asked before a token is left, and what goes on when nobody
/// can ask any more.
class tst_LeavingAToken : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RevealedDialog> m_opened;

    AddServiceAccountDialog *dialog() const { return m_opened->dialog; }
    DialogParts &parts() { return m_opened->parts; }
    QPushButton *button(const QString &name) const { return m_opened->button(name); }
    QDialog *question() const { return m_opened->question(); }
    void leave(Way way)
    {
        if (way == DoneButton)
            button(u"Done"_s)->click();
        else if (way == Escape)
            QTest::keyClick(dialog(), Qt::Key_Escape);
        else
            dialog()->close();
    }
    void addWays()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("Done") << int(DoneButton);
        QTest::newRow("Esc") << int(Escape);
        QTest::newRow("the window's cross") << int(WindowsCross);
    }
    bool isWiped() const { return !m_opened->parts.creations.findChild<TokenCreation *>(); }

private Q_SLOTS:
    void init() { m_opened = std::make_unique<RevealedDialog>(); }
    void cleanup() { m_opened.reset(); }

    void asksBeforeATokenIsLeftThatNobodyKept_data() { addWays(); }
    void asksBeforeATokenIsLeftThatNobodyKept()
    {
        QFETCH(int, way);
        m_opened->reveal();
        leave(static_cast<Way>(way));
        QVERIFY(dialog()->isVisible());
        QVERIFY(question());
        QVERIFY(Controls::says(question(), u"Leave without keeping the token?"_s));
        QVERIFY(Controls::get<QPushButton>(question(), u"Keep the Token"_s)->isDefault());
        QTest::keyClick(question(), Qt::Key_Escape);
        QVERIFY(!question());
        QVERIFY(dialog()->isVisible());
        QVERIFY(Controls::find(dialog(), u"Token"_s));
        QVERIFY(parts().creations.unfinished());
    }

    void enterInTheQuestionKeepsTheToken()
    {
        m_opened->reveal();
        leave(Escape);
        QTest::keyClick(question(), Qt::Key_Return);
        QVERIFY(!question());
        QVERIFY(dialog()->isVisible());
    }

    void leavesAnywayWhenToldTo()
    {
        m_opened->reveal();
        const QSignalSpy created(dialog(), &AddServiceAccountDialog::created);
        leave(DoneButton);
        Controls::press(question(), u"Leave Anyway"_s);
        QCOMPARE(created.count(), 1);
        QTRY_VERIFY(!dialog());
        QTRY_VERIFY(isWiped());
    }

    void leavesWithoutAQuestionOnceTheTokenIsKept_data()
    {
        QTest::addColumn<int>("way");
        QTest::addColumn<QString>("keep");
        for (const QString &keep : {u"Copy"_s, u"Save to Keychain"_s}) {
            QTest::addRow("Done, %s", qPrintable(keep)) << int(DoneButton) << keep;
            QTest::addRow("Esc, %s", qPrintable(keep)) << int(Escape) << keep;
            QTest::addRow("cross, %s", qPrintable(keep)) << int(WindowsCross) << keep;
        }
    }

    void leavesWithoutAQuestionOnceTheTokenIsKept()
    {
        QFETCH(int, way);
        QFETCH(QString, keep);
        m_opened->reveal();
        const QSignalSpy created(dialog(), &AddServiceAccountDialog::created);
        button(keep)->click();
        QTRY_COMPARE(m_opened->foot(), QString());
        leave(static_cast<Way>(way));
        QCOMPARE(created.count(), 1);
        QCOMPARE(created.first().first().toString(), parts().listed(u"deploy_bot"_s)->id);
        QTRY_VERIFY(!dialog());
        QTRY_VERIFY(isWiped());
    }

    void withdrawsTheQuestionWhenTheKeychainConfirmsMeanwhile()
    {
        m_opened->reveal();
        parts().vault.hold();
        button(u"Save to Keychain"_s)->click();
        leave(DoneButton);
        QVERIFY(question());
        parts().vault.release();
        QVERIFY(!question());
        QVERIFY(dialog()->isVisible());
    }

    void asksWhileTheAnswerIsOnItsWay()
    {
        parts().api->hold(Verb::Create);
        m_opened->generate();
        Controls::press(dialog(), u"Cancel"_s);
        QVERIFY(Controls::says(question(), u"Leave while deploy_bot is being created?"_s));
        parts().api->release();
        QVERIFY(!question());
        QVERIFY(Controls::find(dialog(), u"Done"_s));
    }

    void aCreationGoesOnWithoutItsWindow_data()
    {
        QTest::addColumn<bool>("destroyed");
        QTest::newRow("left") << false;
        QTest::newRow("destroyed") << true;
    }

    void aCreationGoesOnWithoutItsWindow()
    {
        QFETCH(bool, destroyed);
        QSignalSpy needed(&parts().creations, &TokenCreations::needsPerson);
        parts().api->hold(Verb::Create);
        m_opened->generate();
        if (destroyed) {
            delete dialog();
        } else {
            leave(Escape);
            Controls::press(question(), u"Leave Anyway"_s);
            QTRY_VERIFY(!dialog());
        }
        QCOMPARE(parts().api->waiting(), 1);
        parts().api->release();
        QVERIFY(parts().listed(u"deploy_bot"_s));
        // The token waits for another window.
        TokenCreation *waiting = parts().creations.unfinished();
        QVERIFY(waiting);
        QTRY_COMPARE(needed.size(), 1);
        QVERIFY(!waiting->token().isEmpty());
        waiting->confirm();
        QTRY_VERIFY(isWiped());
    }

    void anAccountOfAnotherConnectionStaysOutOfTheList()
    {
        parts().api->hold(Verb::Create);
        m_opened->generate();
        delete dialog();
        parts().list.setApi(std::make_shared<MemoryAdminApi>(parts().clock));
        parts().api->release();
        QCOMPARE(parts().list.model()->total(), 0);
    }

    void aSaveGoesOnWithoutItsWindow()
    {
        m_opened->reveal();
        parts().vault.hold();
        button(u"Save to Keychain"_s)->click();
        delete dialog();
        parts().vault.release();
        QVERIFY(parts().saved.find(DialogParts::connectionKey(), u"deploy_bot"_s));
        QTRY_VERIFY(isWiped());
    }

    void asksBeforeWhatWasTypedIsDiscarded()
    {
        leave(Escape);
        QVERIFY(Controls::says(question(), u"Discard what you typed?"_s));
        Controls::press(question(), u"Continue Editing"_s);
        QVERIFY(dialog()->isVisible());
        QCOMPARE(Controls::get<QLineEdit>(dialog(), u"Name"_s)->text(), u"deploy_bot"_s);
    }

    void cancelDiscardsAtOnce()
    {
        Controls::press(dialog(), u"Cancel"_s);
        QTRY_VERIFY(!dialog());
        QCOMPARE(parts().api->calls(Verb::Create), 0);
    }
};

QTEST_MAIN(tst_LeavingAToken)
#include "tst_leavingatoken.moc"
