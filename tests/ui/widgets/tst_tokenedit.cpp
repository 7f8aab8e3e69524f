#include "ui/style/consolestyle.h"
#include "ui/widgets/tokenedit.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDrag>
#include <QMenu>
#include <QTest>

namespace {

const auto sample = QStringLiteral("sample_text_that_is_no_token");
const auto before = QStringLiteral("before");
constexpr QPoint inText(20, 15);

using Way = void (*)(TokenEdit &);

void triggerAll(TokenEdit &edit)
{
    const std::unique_ptr<QMenu> menu(edit.createStandardContextMenu());
    // Pasting is for somebody else's text.
    for (QAction *action : menu->actions()) {
        if (action->isEnabled() && !action->text().contains(QStringLiteral("Paste")))
            action->trigger();
    }
}

} // namespace

Q_DECLARE_METATYPE(Way)

/// What a person has typed can be read nowhere: the field has no way to show it.
class tst_TokenEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void givesItsTextToNobody_data();
    void givesItsTextToNobody();
    void offersNoCopyInItsMenu();
    void bringsNothingBackThatWasForgotten();
    void saysNothingToAScreenReader();
    void givesTheTokenWithoutTheSpaceAroundIt();

private:
    TokenEdit *m_edit = nullptr;
    std::unique_ptr<QWidget> m_window;
};

void tst_TokenEdit::initTestCase()
{
    ConsoleStyle::install(*qApp);
}

void tst_TokenEdit::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(400, 60);
    m_edit = new TokenEdit(m_window.get());
    m_edit->resize(400, 30);
    m_edit->setText(sample);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_edit->setFocus();
}

void tst_TokenEdit::givesItsTextToNobody_data()
{
    QTest::addColumn<Way>("way");
    const auto addWay = [](const char *name, Way way) { QTest::newRow(name) << way; };
    addWay("Ctrl+C", [](TokenEdit &edit) { QTest::keySequence(&edit, QKeySequence::Copy); });
    addWay("Ctrl+Insert",
           [](TokenEdit &edit) { QTest::keyClick(&edit, Qt::Key_Insert, Qt::ControlModifier); });
    addWay("Ctrl+X", [](TokenEdit &edit) { QTest::keySequence(&edit, QKeySequence::Cut); });
    addWay("Shift+Delete",
           [](TokenEdit &edit) { QTest::keyClick(&edit, Qt::Key_Delete, Qt::ShiftModifier); });
    addWay("Ctrl+K", [](TokenEdit &edit) {
        edit.home(false);
        QTest::keyClick(&edit, Qt::Key_K, Qt::ControlModifier);
    });
    addWay("its menu", triggerAll);
    addWay("its own slots", [](TokenEdit &edit) {
        edit.copy();
        edit.cut();
    });
    addWay("a double click", [](TokenEdit &edit) { QTest::mouseDClick(&edit, Qt::LeftButton, {}, inText); });
    addWay("selecting with the mouse", [](TokenEdit &edit) {
        QTest::mousePress(&edit, Qt::LeftButton, {}, inText);
        QTest::mouseMove(&edit, inText + QPoint(200, 0));
        QTest::mouseRelease(&edit, Qt::LeftButton, {}, inText + QPoint(200, 0));
    });
    addWay("dragging what is selected", [](TokenEdit &edit) {
        edit.setDragEnabled(true);
        QTest::mousePress(&edit, Qt::LeftButton, {}, inText);
        for (int x = 0; x < 200; x += 20)
            QTest::mouseMove(&edit, inText + QPoint(x, 0));
        QVERIFY(!edit.findChild<QDrag *>());
        QTest::mouseRelease(&edit, Qt::LeftButton, {}, inText + QPoint(200, 0));
    });
    addWay("only read", [](TokenEdit &edit) {
        edit.setReadOnly(true);
        edit.selectAll();
        QTest::keySequence(&edit, QKeySequence::Copy);
        triggerAll(edit);
    });
}

void tst_TokenEdit::givesItsTextToNobody()
{
    QFETCH(const Way, way);
    QClipboard *clipboard = QApplication::clipboard();
    clipboard->setText(before, QClipboard::Clipboard);
    if (clipboard->supportsSelection())
        clipboard->setText(before, QClipboard::Selection);
    m_edit->selectAll();
    way(*m_edit);
    QCOMPARE(clipboard->text(QClipboard::Clipboard), before);
    if (clipboard->supportsSelection())
        QCOMPARE(clipboard->text(QClipboard::Selection), before);
    QCOMPARE(m_edit->echoMode(), QLineEdit::Password);
    QVERIFY(!m_edit->displayText().contains(QStringLiteral("sample")));
}

void tst_TokenEdit::offersNoCopyInItsMenu()
{
    m_edit->selectAll();
    const std::unique_ptr<QMenu> menu(m_edit->createStandardContextMenu());
    int found = 0;
    for (const QAction *action : menu->actions()) {
        const QString text = QString(action->text()).remove(u'&');
        if (text.startsWith(QStringLiteral("Copy")) || text.startsWith(QStringLiteral("Cut"))) {
            ++found;
            QVERIFY2(!action->isEnabled(), qPrintable(text));
        }
    }
    QCOMPARE(found, 2);
}

void tst_TokenEdit::bringsNothingBackThatWasForgotten()
{
    m_edit->clear();
    QTest::keyClicks(m_edit, sample);
    m_edit->clear();
    QTest::keySequence(m_edit, QKeySequence::Undo);
    QTest::keySequence(m_edit, QKeySequence::Redo);
    QVERIFY(m_edit->secret().isEmpty());
}

void tst_TokenEdit::saysNothingToAScreenReader()
{
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(m_edit);
    for (QAccessible::Text kind : {QAccessible::Name, QAccessible::Value, QAccessible::Description})
        QVERIFY(!accessible->text(kind).contains(QStringLiteral("sample")));
    QVERIFY(!accessible->textInterface()->text(0, 100).contains(QStringLiteral("sample")));
    QVERIFY(accessible->state().passwordEdit);
}

void tst_TokenEdit::givesTheTokenWithoutTheSpaceAroundIt()
{
    m_edit->setText(u' ' + sample + u'\n');
    QVERIFY(m_edit->secret().equals(SecretText::fromUtf8(sample.toUtf8())));
}

QTEST_MAIN(tst_TokenEdit)
#include "tst_tokenedit.moc"
