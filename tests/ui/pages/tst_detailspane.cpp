#include "tests/ui/support/consolefixture.h"
#include "ui/pages/detailspane.h"
#include "ui/style/consolestyle.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/valuefield.h"
#include "ui/widgets/wrappedvalue.h"

#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace {

ServiceAccount sample(const QDateTime &now)
{
    ServiceAccount account;
    account.id = QStringLiteral("id_prod_ci_deploy");
    account.name = QStringLiteral("prod_ci_deploy");
    account.description = QStringLiteral("Deploys the web front end from GitLab CI");
    account.roles = {AccountRole(Role::Deployment)};
    account.maskedToken = QStringLiteral("apono_…aB3d");
    account.creationDate = now.addDays(-142);
    account.createdBy = QStringLiteral("Dana Levi");
    account.expiryDate = now.addDays(38);
    account.lastUsedDate = now.addSecs(-4 * 60);
    return account;
}

struct Shown
{
    ConsoleFixture world;
    AccountTableModel &model = *world.list.model();
    ServiceAccount account = sample(world.clock.now());
    DetailsPane pane{model};

    Shown()
    {
        model.put({account});
        pane.resize(280, 400);
        pane.build();
        pane.show();
    }
    void showIt() { pane.setAccount(account.id); }
    QString value(const QString &caption)
    {
        for (const QLineEdit *field : pane.findChildren<QLineEdit *>()) {
            if (field->isVisibleTo(&pane) && field->accessibleName() == caption)
                return field->text();
        }
        return {};
    }
    bool says(const QString &text)
    {
        for (const TextLabel *label : pane.findChildren<TextLabel *>()) {
            if (label->isVisibleTo(&pane) && label->text() == text)
                return true;
        }
        return false;
    }
    Button *button(const QString &name)
    {
        for (Button *candidate : pane.findChildren<Button *>()) {
            if (candidate->text() == name || candidate->accessibleName() == name)
                return candidate;
        }
        return nullptr;
    }
};

} // namespace

class tst_DetailsPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsEachValueUnderItsCaption();
    void saysWhatToDoWhileThereIsNoRow();
    void followsAChangeAndStaysWhereItIs();
    void tellsInWordsHowMuchOfTheTimeHasGone();
    void showsAnythingAServerReports();
    void breaksALongWordOfTheDescription();
    void valuesStandUnderTheirCaptions();
    void leadsOn();
};

void tst_DetailsPane::initTestCase()
{
    ConsoleStyle::install(*qApp);
}

void tst_DetailsPane::showsEachValueUnderItsCaption()
{
    Shown shown;
    shown.showIt();
    QVERIFY(shown.says(QStringLiteral("prod_ci_deploy")));
    QVERIFY(shown.says(QStringLiteral("Active")));
    QTRY_VERIFY(shown.says(roleAllows(Role::Deployment)));
    QCOMPARE(shown.pane.findChild<WrappedValue *>()->toPlainText(), shown.account.description);
    QCOMPARE(shown.pane.findChild<WrappedValue *>()->accessibleName(), QStringLiteral("Description"));
    QVERIFY(shown.value(QStringLiteral("Expiration")).endsWith(QStringLiteral(", in 38 days")));
    QVERIFY(shown.value(QStringLiteral("Last used")).startsWith(QStringLiteral("4 min ago, 24 Nov 2026 ")));
    QCOMPARE(shown.value(QStringLiteral("Created")), QStringLiteral("5 Jul 2026 by Dana Levi"));
    QCOMPARE(shown.value(QStringLiteral("Keychain")), QStringLiteral("Not saved on this computer"));
    QCOMPARE(shown.value(QStringLiteral("Token")), shown.account.maskedToken);
    QCOMPARE(shown.value(QStringLiteral("ID")), shown.account.id);
    shown.model.setSavedIds({shown.account.id});
    QCOMPARE(shown.value(QStringLiteral("Keychain")), QStringLiteral("Saved on this computer"));
}

void tst_DetailsPane::saysWhatToDoWhileThereIsNoRow()
{
    Shown shown;
    const QString sentence = QStringLiteral("Choose a service account to see its details here.");
    QVERIFY(shown.says(sentence));
    QVERIFY(!shown.button(QStringLiteral("Edit"))->isVisible());
    shown.showIt();
    QVERIFY(!shown.says(sentence));
    shown.pane.setAccount({});
    QVERIFY(shown.says(sentence));
}

void tst_DetailsPane::followsAChangeAndStaysWhereItIs()
{
    Shown shown;
    shown.pane.resize(280, 200);
    shown.showIt();
    QTRY_VERIFY(shown.pane.verticalScrollBar()->maximum() > 50);
    shown.pane.verticalScrollBar()->setValue(50);
    shown.account.createdBy = QStringLiteral("Noam Katz");
    shown.model.put({shown.account});
    QCOMPARE(shown.value(QStringLiteral("Created")), QStringLiteral("5 Jul 2026 by Noam Katz"));
    QCOMPARE(shown.pane.verticalScrollBar()->value(), 50);
}

void tst_DetailsPane::tellsInWordsHowMuchOfTheTimeHasGone()
{
    Shown shown;
    shown.showIt();
    for (const ValueField *field : shown.pane.findChildren<ValueField *>()) {
        if (field->accessibleName() == QStringLiteral("Expiration"))
            QCOMPARE(field->accessibleDescription(), QStringLiteral("79 % of its time has gone."));
    }
}

void tst_DetailsPane::showsAnythingAServerReports()
{
    Shown shown;
    shown.account.description.clear();
    shown.account.roles = {AccountRole(QStringLiteral("Auditor"))};
    shown.account.expiryDate.reset();
    shown.account.lastUsedDate.reset();
    shown.account.creationDate = {};
    shown.account.createdBy.clear();
    shown.account.maskedToken.clear();
    shown.model.put({shown.account});
    shown.showIt();
    QCOMPARE(shown.pane.findChild<WrappedValue *>()->toPlainText(), QStringLiteral("No description"));
    QCOMPARE(shown.value(QStringLiteral("Expiration")), QStringLiteral("Unlimited"));
    QCOMPARE(shown.value(QStringLiteral("Last used")), QStringLiteral("Never"));
    QTRY_VERIFY(shown.says(QStringLiteral("This program does not know what this role allows.")));
    QCOMPARE(shown.value(QStringLiteral("Token")), QString());
    shown.account.roles.clear();
    shown.model.put({shown.account});
    QTRY_VERIFY(shown.says(QStringLiteral("None")));
}

void tst_DetailsPane::breaksALongWordOfTheDescription()
{
    Shown shown;
    shown.showIt();
    const auto *description = shown.pane.findChild<WrappedValue *>();
    const int before = description->height();
    shown.account.description = QString(1000, u'w');
    shown.model.put({shown.account});
    QTRY_VERIFY(description->height() > 5 * before);
    QVERIFY(shown.pane.widget()->width() <= shown.pane.viewport()->width());
}

void tst_DetailsPane::valuesStandUnderTheirCaptions()
{
    Shown shown;
    shown.showIt();
    const auto *description = shown.pane.findChild<WrappedValue *>();
    const auto *field = shown.pane.findChild<ValueField *>();
    QCOMPARE(field->alignment() & Qt::AlignHorizontal_Mask, Qt::AlignLeft | Qt::AlignAbsolute);
    shown.pane.setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(field->alignment() & Qt::AlignHorizontal_Mask, Qt::AlignRight | Qt::AlignAbsolute);
    QCOMPARE(description->document()->defaultTextOption().alignment(), Qt::AlignRight | Qt::AlignAbsolute);
}

void tst_DetailsPane::leadsOn()
{
    Shown shown;
    shown.showIt();
    QSignalSpy edit(&shown.pane, &DetailsPane::editRequested);
    QSignalSpy close(&shown.pane, &DetailsPane::closeRequested);
    shown.button(QStringLiteral("Edit"))->click();
    QCOMPARE(edit.size(), 1);
    QCOMPARE(edit.constFirst().constFirst().toString(), shown.account.id);
    shown.button(QStringLiteral("Close Details"))->click();
    QCOMPARE(close.size(), 1);
}

QTEST_MAIN(tst_DetailsPane)
#include "tst_detailspane.moc"
