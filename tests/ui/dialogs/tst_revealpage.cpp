#include "tests/support/loopprobe.h"
#include "tests/ui/dialogs/revealeddialog.h"
#include "ui/style/controltraits.h"
#include "ui/widgets/countdown.h"
#include "ui/widgets/tokenfield.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_RevealPage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RevealedDialog> m_opened;

    QWidget *dialog() const { return m_opened->dialog; }
    DialogParts &parts() { return m_opened->parts; }
    TokenField *field() const { return Controls::get<TokenField>(dialog(), u"Token"_s); }
    bool says(const QString &text) const { return Controls::says(dialog(), text); }
    QString countdown() const { return dialog()->findChild<Countdown *>()->sentence(); }
    QDialog *askToReplace()
    {
        const QDateTime savedOn(QDate(2026, 7, 5), QTime(10, 38), Qt::LocalTime);
        static_cast<void>(
            parts().saved.record({DialogParts::connectionKey(), u"deploy_bot"_s, u"old"_s, savedOn.toUTC()}));
        parts().vault.put(DialogParts::entry(u"deploy_bot"_s), "old value");
        m_opened->button(u"Save to Keychain"_s)->click();
        return m_opened->question();
    }

private Q_SLOTS:
    void init()
    {
        m_opened = std::make_unique<RevealedDialog>();
        m_opened->reveal();
    }
    void cleanup() { m_opened.reset(); }

    void showsWhatWasCreatedWithTheTokenMasked()
    {
        QVERIFY(says(u"deploy_bot was created"_s));
        QVERIFY(says(u"Expires on 24 December 2026, in 30 days"_s));
        QVERIFY(says(u"This is the only time the token is shown"_s));
        QVERIFY(!field()->isShown());
        QCOMPARE(field()->readableText(), QString());
        QCOMPARE(m_opened->foot(), u"Not copied and not saved yet."_s);
        QCOMPARE(buttonKind(m_opened->button(u"Copy"_s)), ButtonKind::Primary);
        QCOMPARE(buttonKind(m_opened->button(u"Done"_s)), ButtonKind::Plain);
        QCOMPARE(Controls::repeatedNames(dialog()), QStringList());
        QVERIFY(!Controls::find(dialog(), u"Name"_s));
    }

    void showsAndHidesTheToken()
    {
        Controls::press(dialog(), u"Show"_s);
        QCOMPARE(field()->readableText(), RevealedDialog::token());
        Controls::press(dialog(), u"Hide"_s);
        QCOMPARE(field()->readableText(), QString());
    }

    void masksTheTokenWhenAWindowIsMinimised_data()
    {
        QTest::addColumn<bool>("parent");
        QTest::newRow("its own") << false;
        QTest::newRow("the window it lies over") << true;
    }

    void masksTheTokenWhenAWindowIsMinimised()
    {
        QFETCH(bool, parent);
        Controls::press(dialog(), u"Show"_s);
        QVERIFY(field()->isShown());
        auto *page = field();
        (parent ? &parts().window : dialog())->setWindowState(Qt::WindowMinimized);
        QTRY_VERIFY(!page->isShown());
    }

    void copiesAndCountsDown()
    {
        m_opened->button(u"Copy"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), RevealedDialog::token());
        QCOMPARE(countdown(), u"Copied. The clipboard is cleared in 30 s."_s);
        QCOMPARE(m_opened->foot(), QString());
        QCOMPARE(buttonKind(m_opened->button(u"Copy"_s)), ButtonKind::Plain);
        QCOMPARE(buttonKind(m_opened->button(u"Done"_s)), ButtonKind::Primary);
        QVERIFY(m_opened->button(u"Done"_s)->isDefault());
        QTRY_COMPARE(countdown(), u"Copied. The clipboard is cleared in 29 s."_s);
        parts().clipboard.clearNow();
        QCOMPARE(countdown(), u"The clipboard was cleared."_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), QString());
    }

    void saysWhenSomethingElseWasCopied()
    {
        m_opened->button(u"Copy"_s)->click();
        QGuiApplication::clipboard()->setText(u"something else"_s);
        QTRY_COMPARE(countdown(), u"Something else was copied. The token is no longer on the clipboard."_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"something else"_s);
    }

    void savesToTheKeychain()
    {
        parts().vault.hold();
        m_opened->button(u"Save to Keychain"_s)->click();
        QVERIFY(says(u"Waiting for the keychain…"_s));
        QVERIFY(!m_opened->button(u"Save to Keychain"_s)->isEnabled());
        QCOMPARE(m_opened->foot(), u"Not copied and not saved yet."_s);
        parts().vault.release();
        QVERIFY(says(u"Saved in the keychain"_s));
        QCOMPARE(m_opened->foot(), QString());
        QVERIFY(!m_opened->button(u"Save to Keychain"_s)->isEnabled());
        const SecretText *kept = parts().vault.find(DialogParts::entry(u"deploy_bot"_s));
        QVERIFY(kept && kept->equals(SecretText::fromUtf8(RevealedDialog::token().toUtf8())));
        QVERIFY(parts().saved.find(DialogParts::connectionKey(), u"deploy_bot"_s));
    }

    void saysWhyItIsNotSavedAndLetsOneTryAgain_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("locked") << int(ErrorKind::KeychainLocked)
                                << u"The keychain is locked. Unlock it and save again."_s;
        QTest::newRow("missing") << int(ErrorKind::KeychainMissing)
                                 << u"No keychain was found on this computer."_s;
        QTest::newRow("another text read back")
            << int(ErrorKind::KeychainMismatch)
            << u"The keychain gave back something else than was saved. Nothing is saved; try again."_s;
        QTest::newRow("refused") << int(ErrorKind::KeychainRefused)
                                 << u"The keychain refused without saying why. Unlock it and try again."_s;
    }

    void saysWhyItIsNotSavedAndLetsOneTryAgain()
    {
        QFETCH(int, kind);
        QFETCH(QString, sentence);
        parts().vault.failWith(Error(static_cast<ErrorKind>(kind)));
        m_opened->button(u"Save to Keychain"_s)->click();
        QTRY_VERIFY(says(sentence));
        QCOMPARE(m_opened->foot(), u"Not copied and not saved yet."_s);
        parts().vault.failWith({});
        m_opened->button(u"Save to Keychain"_s)->click();
        QTRY_VERIFY(says(u"Saved in the keychain"_s));
    }

    void saysThatTheKeychainDoesNotAnswerAndCountsALateSuccess()
    {
        parts().vault.hold();
        m_opened->button(u"Save to Keychain"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(u"The keychain does not answer. The token stays here."_s), 15000);
        parts().vault.release();
        QVERIFY(says(u"Saved in the keychain"_s));
    }

    void asksBeforeItReplacesASavedToken()
    {
        QDialog *question = askToReplace();
        QVERIFY(question);
        QVERIFY(Controls::says(question, u"Replace the saved token of deploy_bot?"_s));
        QVERIFY(Controls::says(question, u"The keychain of this computer has a token of that name already, "
                                         "saved on 5 Jul 2026, 10:38. It would be lost."_s));
        QTest::keyClick(question, Qt::Key_Escape);
        QVERIFY(!m_opened->question());
        QCOMPARE(parts().vault.writes(), 0);
    }

    void asksBeforeItReplacesWhatOnlyTheKeychainHas()
    {
        const VaultEntry entry = DialogParts::entry(u"deploy_bot"_s);
        parts().vault.put(entry, "old value");
        m_opened->button(u"Save to Keychain"_s)->click();
        QTRY_VERIFY(m_opened->question());
        QVERIFY(Controls::says(m_opened->question(),
                               u"The keychain of this computer has a token of that name already, which is "
                               "not in this program's list. It would be lost."_s));
        QTest::keyClick(m_opened->question(), Qt::Key_Escape);
        QVERIFY(parts().vault.find(entry)->equals(SecretText::fromUtf8("old value")));
        QVERIFY(says(u"The keychain has a token of that name already. This one is not saved."_s));
        QCOMPARE(m_opened->foot(), u"Not copied and not saved yet."_s);

        m_opened->button(u"Save to Keychain"_s)->click();
        QTRY_VERIFY(m_opened->question());
        Controls::press(m_opened->question(), u"Replace"_s);
        QTRY_VERIFY(says(u"Saved in the keychain"_s));
        QVERIFY(parts().vault.find(entry)->equals(SecretText::fromUtf8(RevealedDialog::token().toUtf8())));
    }

    void answersAPersonWhileTheKeychainKeepsSilent()
    {
        parts().vault.hold();
        LoopProbe probe;
        m_opened->button(u"Save to Keychain"_s)->click();
        dialog()->close();
        QTRY_VERIFY(m_opened->question());
        QTest::keyClick(m_opened->question(), Qt::Key_Escape);
        QTRY_VERIFY(!m_opened->question());
        Controls::press(dialog(), u"Show"_s);
        QCOMPARE(field()->readableText(), RevealedDialog::token());
        probe.stop();
        qInfo(
            "A save that gets no answer: the window stood still for %lld ms at most (the computer: %lld ms)",
            probe.longestGap(), probe.longestGapOfTheComputer());
        QVERIFY(probe.wasFree());
        parts().vault.release();
        QVERIFY(says(u"Saved in the keychain"_s));
    }

    void replacesASavedTokenWhenToldTo()
    {
        Controls::press(askToReplace(), u"Replace"_s);
        QTRY_VERIFY(says(u"Saved in the keychain"_s));
        QVERIFY(parts()
                    .vault.find(DialogParts::entry(u"deploy_bot"_s))
                    ->equals(SecretText::fromUtf8(RevealedDialog::token().toUtf8())));
    }
};

QTEST_MAIN(tst_RevealPage)
#include "tst_revealpage.moc"
