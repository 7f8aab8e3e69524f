#include "ui/style/consolestyle.h"
#include "ui/widgets/button.h"
#include "ui/widgets/tokenfield.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDrag>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

namespace {

constexpr char sample[] = "sample_text_0123456789_that_is_no_token";

QAccessibleInterface *accessible(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget);
}

} // namespace

class tst_TokenField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isAReadOnlyTextNamedToken();
    void givesNoTextToAccessibilityWhileMasked();
    void givesItsTextToAccessibilityWhileShown();
    void looksTheSameForEveryLengthWhileMasked();
    void showsAndHidesByItsButton();
    void masksItselfWhenHidden();
    void masksANewToken();
    void showsNothingWithoutAToken();
    void letsNobodySelectIt();
    void masksItselfAfterATimeWithoutInput();
    void staysShownWhileThereIsInput();
    void masksItselfWhenAWindowIsMinimised_data();
    void masksItselfWhenAWindowIsMinimised();
    void asksForACopyByKeyAndByMenu();
    void offersNoCopyWithoutAToken();
    void cannotBeDraggedAway();

private:
    static void give(TokenField &field, QByteArrayView text = sample)
    {
        field.setToken(SecretText::fromUtf8(text));
    }
};

void tst_TokenField::initTestCase()
{
    ConsoleStyle::install(*qApp);
}

void tst_TokenField::isAReadOnlyTextNamedToken()
{
    TokenField field;
    give(field);
    QAccessibleInterface *interface = accessible(&field);
    QVERIFY(interface);
    QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Token"));
    QCOMPARE(interface->role(), QAccessible::EditableText);
    QVERIFY(interface->state().readOnly);
}

void tst_TokenField::givesNoTextToAccessibilityWhileMasked()
{
    TokenField field;
    give(field);
    QAccessibleInterface *interface = accessible(&field);
    for (QAccessible::Text kind : {QAccessible::Name, QAccessible::Value, QAccessible::Description,
                                   QAccessible::Help, QAccessible::Accelerator})
        QVERIFY(!interface->text(kind).contains(QLatin1String("sample")));
    QAccessibleTextInterface *text = interface->textInterface();
    QVERIFY(text);
    QCOMPARE(text->characterCount(), 0);
    QCOMPARE(text->text(0, 100), QString());
    QVERIFY(interface->state().passwordEdit);
}

void tst_TokenField::givesItsTextToAccessibilityWhileShown()
{
    TokenField field;
    give(field);
    field.setShown(true);
    QAccessibleInterface *interface = accessible(&field);
    QCOMPARE(interface->text(QAccessible::Value), QLatin1String(sample));
    QAccessibleTextInterface *text = interface->textInterface();
    QCOMPARE(text->text(0, text->characterCount()), QLatin1String(sample));
    QCOMPARE(text->text(0, 6), QStringLiteral("sample"));
    field.setShown(false);
    QCOMPARE(text->characterCount(), 0);
}

void tst_TokenField::looksTheSameForEveryLengthWhileMasked()
{
    TokenField field;
    field.resize(500, 40);
    give(field, "short");
    const QImage one = field.grab().toImage();
    give(field, "a much longer text than the one before");
    QCOMPARE(field.grab().toImage(), one);
    field.setShown(true);
    QVERIFY(field.grab().toImage() != one);
}

void tst_TokenField::showsAndHidesByItsButton()
{
    TokenField field;
    give(field);
    auto *button = field.findChild<Button *>();
    QVERIFY(button);
    QCOMPARE(button->text(), QStringLiteral("Show"));
    QSignalSpy changed(&field, &TokenField::shownChanged);
    button->click();
    QVERIFY(field.isShown());
    QCOMPARE(button->text(), QStringLiteral("Hide"));
    button->click();
    QVERIFY(!field.isShown());
    QCOMPARE(changed.count(), 2);
}

void tst_TokenField::masksItselfWhenHidden()
{
    TokenField field;
    give(field);
    field.show();
    field.setShown(true);
    field.hide();
    QVERIFY(!field.isShown());
}

void tst_TokenField::masksANewToken()
{
    TokenField field;
    give(field);
    field.setShown(true);
    give(field, "another");
    QVERIFY(!field.isShown());
    QCOMPARE(field.readableText(), QString());
}

void tst_TokenField::showsNothingWithoutAToken()
{
    TokenField field;
    give(field);
    field.setToken(SecretText());
    field.setShown(true);
    QVERIFY(!field.isShown());
    QVERIFY(!field.findChild<Button *>()->isEnabled());
}

void tst_TokenField::letsNobodySelectIt()
{
    QClipboard *clipboard = QApplication::clipboard();
    const QClipboard::Mode modes[] = {QClipboard::Selection, QClipboard::Clipboard};
    for (QClipboard::Mode mode : modes)
        clipboard->setText(QStringLiteral("before"), mode);
    TokenField field;
    field.resize(500, 40);
    give(field);
    field.show();
    QVERIFY(QTest::qWaitForWindowExposed(&field));
    field.setShown(true);
    field.setFocus();
    QTest::mouseDClick(&field, Qt::LeftButton, {}, QPoint(60, 20));
    QTest::mousePress(&field, Qt::LeftButton, {}, QPoint(20, 20));
    QTest::mouseMove(&field, QPoint(200, 20));
    QTest::mouseRelease(&field, Qt::LeftButton, {}, QPoint(200, 20));
    QTest::keySequence(&field, QKeySequence::SelectAll);
    QTest::keySequence(&field, QKeySequence::Copy);
    QCOMPARE(clipboard->text(QClipboard::Clipboard), QStringLiteral("before"));
    if (clipboard->supportsSelection())
        QCOMPARE(clipboard->text(QClipboard::Selection), QStringLiteral("before"));
    QCOMPARE(accessible(&field)->textInterface()->selectionCount(), 0);
}

void tst_TokenField::masksItselfAfterATimeWithoutInput()
{
    TokenField field;
    field.setHideAfter(50ms);
    give(field);
    field.show();
    field.setShown(true);
    QTRY_VERIFY(!field.isShown());
}

void tst_TokenField::staysShownWhileThereIsInput()
{
    TokenField field;
    field.setHideAfter(2s);
    give(field);
    field.show();
    field.setShown(true);
    // What counts is the time since the last input, wherever in the program.
    QWidget elsewhere;
    elsewhere.show();
    for (int key = 0; key < 4; ++key) {
        QTest::qWait(700);
        QVERIFY(field.isShown());
        QTest::keyClick(&elsewhere, Qt::Key_A);
    }
}

void tst_TokenField::masksItselfWhenAWindowIsMinimised_data()
{
    QTest::addColumn<int>("depth");
    QTest::newRow("its own") << 0;
    QTest::newRow("the one that its dialog lies over") << 1;
    QTest::newRow("the one below that") << 2;
}

void tst_TokenField::masksItselfWhenAWindowIsMinimised()
{
    QFETCH(int, depth);
    QWidget lowest;
    QDialog middle(&lowest);
    QDialog top(&middle);
    QWidget other;
    auto *field = new TokenField(&top);
    give(*field);
    const QList<QWidget *> windows = {&top, &middle, &lowest};
    for (QWidget *window : {&other, &lowest, static_cast<QWidget *>(&middle), static_cast<QWidget *>(&top)})
        window->show();
    field->setShown(true);
    other.setWindowState(Qt::WindowMinimized);
    QTRY_VERIFY(other.isMinimized());
    QVERIFY(field->isShown());
    windows.at(depth)->setWindowState(Qt::WindowMinimized);
    QTRY_VERIFY(!field->isShown());
}

void tst_TokenField::asksForACopyByKeyAndByMenu()
{
    QClipboard *clipboard = QApplication::clipboard();
    clipboard->setText(QStringLiteral("before"));
    TokenField field;
    give(field);
    field.show();
    field.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&field));
    field.setFocus();
    QSignalSpy asked(&field, &TokenField::copyRequested);
    QTest::keySequence(&field, QKeySequence::Copy);
    QCOMPARE(asked.count(), 1);
    QTest::keyClick(&field, Qt::Key_Insert, Qt::ControlModifier);
    QCOMPARE(asked.count(), 2);
    // The menu holds the actions of the field.
    QCOMPARE(field.contextMenuPolicy(), Qt::ActionsContextMenu);
    QCOMPARE(field.actions().size(), 1);
    field.actions().constFirst()->trigger();
    QCOMPARE(asked.count(), 3);
    // Whoever is asked copies: with the marks, and for a time. The field itself does not.
    QCOMPARE(clipboard->text(), QStringLiteral("before"));
}

void tst_TokenField::offersNoCopyWithoutAToken()
{
    TokenField field;
    QVERIFY(!field.actions().constFirst()->isEnabled());
    give(field);
    QVERIFY(field.actions().constFirst()->isEnabled());
    field.setToken(SecretText());
    QVERIFY(!field.actions().constFirst()->isEnabled());
}

void tst_TokenField::cannotBeDraggedAway()
{
    TokenField field;
    field.resize(500, 40);
    give(field);
    field.show();
    QVERIFY(QTest::qWaitForWindowExposed(&field));
    field.setShown(true);
    QTest::mousePress(&field, Qt::LeftButton, {}, QPoint(20, 20));
    for (int x = 20; x < 200; x += 20)
        QTest::mouseMove(&field, QPoint(x, 20));
    QVERIFY(!field.findChild<QDrag *>());
    QTest::mouseRelease(&field, Qt::LeftButton, {}, QPoint(200, 20));
    QVERIFY(!field.acceptDrops());
}

QTEST_MAIN(tst_TokenField)

#include "tst_tokenfield.moc"
