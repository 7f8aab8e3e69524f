#include "ui/widgets/tokenclipboard.h"

#include <QApplication>
#include <QImage>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

namespace {

constexpr char sample[] = "sample_text_that_is_no_token";

SecretText secret(QByteArrayView text = sample)
{
    return SecretText::fromUtf8(text);
}

} // namespace

// Run twice: without a display, and under Xvfb, where there is a PRIMARY selection too.
class tst_TokenClipboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void copiesToTheClipboardAlone();
    void asksHistoriesToLeaveItOut();
    void clearsAfterItsTime();
    void countsDown();
    void leavesTextAloneThatWasCopiedLater();
    void leavesAnImageAlone();
    void clearsTheSameTextWhoeverHoldsIt();
    void leavesTheSelectionAlone();
    void startsItsTimeAnewWithASecondCopy();
    void clearsWhenTheProgramQuits();
    void doesNothingWithoutAToken();

private:
    QClipboard *m_clipboard = nullptr;
};

void tst_TokenClipboard::init()
{
    m_clipboard = QApplication::clipboard();
    m_clipboard->clear(QClipboard::Clipboard);
    m_clipboard->clear(QClipboard::Selection);
}

void tst_TokenClipboard::copiesToTheClipboardAlone()
{
    m_clipboard->setText(QStringLiteral("selected"), QClipboard::Selection);
    TokenClipboard tokens(m_clipboard);
    QSignalSpy started(&tokens, &TokenClipboard::started);
    tokens.copy(secret());
    QCOMPARE(m_clipboard->text(QClipboard::Clipboard), QLatin1String(sample));
    if (m_clipboard->supportsSelection())
        QCOMPARE(m_clipboard->text(QClipboard::Selection), QStringLiteral("selected"));
    QVERIFY(tokens.holdsToken());
    QCOMPARE(started.count(), 1);
    QCOMPARE(started.first().first().toInt(), 30);
}

void tst_TokenClipboard::asksHistoriesToLeaveItOut()
{
    TokenClipboard tokens(m_clipboard);
    tokens.copy(secret());
    const QMimeData *data = m_clipboard->mimeData(QClipboard::Clipboard);
    QVERIFY(data->hasFormat(QStringLiteral("x-kde-passwordManagerHint")));
    QCOMPARE(data->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArrayLiteral("secret"));
    QVERIFY(!data->hasHtml());
}

void tst_TokenClipboard::clearsAfterItsTime()
{
    TokenClipboard tokens(m_clipboard, 1s);
    QSignalSpy ended(&tokens, &TokenClipboard::ended);
    tokens.copy(secret());
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(ended.first().first().value<TokenClipboard::End>(), TokenClipboard::End::Cleared);
    QCOMPARE(m_clipboard->text(QClipboard::Clipboard), QString());
    QVERIFY(!tokens.holdsToken());
}

void tst_TokenClipboard::countsDown()
{
    TokenClipboard tokens(m_clipboard, 3s);
    QSignalSpy left(&tokens, &TokenClipboard::secondsLeft);
    QSignalSpy ended(&tokens, &TokenClipboard::ended);
    tokens.copy(secret());
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 20'000);
    QVERIFY(!left.isEmpty());
    int before = 3;
    for (const QList<QVariant> &tick : left) {
        const int now = tick.first().toInt();
        QVERIFY(now > 0 && now <= before);
        before = now;
    }
}

void tst_TokenClipboard::leavesTextAloneThatWasCopiedLater()
{
    TokenClipboard tokens(m_clipboard);
    QSignalSpy ended(&tokens, &TokenClipboard::ended);
    tokens.copy(secret());
    m_clipboard->setText(QStringLiteral("mine"), QClipboard::Clipboard);
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(ended.first().first().value<TokenClipboard::End>(), TokenClipboard::End::Replaced);
    tokens.clearNow();
    QCOMPARE(m_clipboard->text(QClipboard::Clipboard), QStringLiteral("mine"));
}

void tst_TokenClipboard::leavesAnImageAlone()
{
    TokenClipboard tokens(m_clipboard);
    tokens.copy(secret());
    QImage image(2, 2, QImage::Format_RGB32);
    image.fill(Qt::red);
    m_clipboard->setImage(image, QClipboard::Clipboard);
    tokens.clearNow();
    QVERIFY(!m_clipboard->image(QClipboard::Clipboard).isNull());
}

// A clipboard manager takes the text over as its own: it is still the token.
void tst_TokenClipboard::clearsTheSameTextWhoeverHoldsIt()
{
    TokenClipboard tokens(m_clipboard);
    tokens.copy(secret());
    m_clipboard->setText(QLatin1String(sample), QClipboard::Clipboard);
    QVERIFY(tokens.holdsToken());
    tokens.clearNow();
    QCOMPARE(m_clipboard->text(QClipboard::Clipboard), QString());
}

void tst_TokenClipboard::leavesTheSelectionAlone()
{
    if (!m_clipboard->supportsSelection())
        QSKIP("This platform has no selection; the run under Xvfb has one");
    TokenClipboard tokens(m_clipboard);
    tokens.copy(secret());
    m_clipboard->setText(QStringLiteral("selected"), QClipboard::Selection);
    tokens.clearNow();
    QCOMPARE(m_clipboard->text(QClipboard::Clipboard), QString());
    QCOMPARE(m_clipboard->text(QClipboard::Selection), QStringLiteral("selected"));

    // The token's own text in the selection only is none of our doing.
    tokens.copy(secret());
    m_clipboard->setText(QStringLiteral("mine"), QClipboard::Clipboard);
    m_clipboard->setText(QLatin1String(sample), QClipboard::Selection);
    tokens.clearNow();
    QCOMPARE(m_clipboard->text(QClipboard::Clipboard), QStringLiteral("mine"));
    QCOMPARE(m_clipboard->text(QClipboard::Selection), QLatin1String(sample));
}

void tst_TokenClipboard::startsItsTimeAnewWithASecondCopy()
{
    TokenClipboard tokens(m_clipboard);
    QSignalSpy started(&tokens, &TokenClipboard::started);
    QSignalSpy ended(&tokens, &TokenClipboard::ended);
    tokens.copy(secret());
    tokens.copy(secret("another"));
    QCOMPARE(started.count(), 2);
    QCOMPARE(ended.count(), 0);
    QCOMPARE(m_clipboard->text(QClipboard::Clipboard), QStringLiteral("another"));
    tokens.clearNow();
    QCOMPARE(m_clipboard->text(QClipboard::Clipboard), QString());
}

void tst_TokenClipboard::clearsWhenTheProgramQuits()
{
    TokenClipboard tokens(m_clipboard);
    tokens.copy(secret());
    QVERIFY(QMetaObject::invokeMethod(qApp, "aboutToQuit", Qt::DirectConnection));
    QCOMPARE(m_clipboard->text(QClipboard::Clipboard), QString());
}

void tst_TokenClipboard::doesNothingWithoutAToken()
{
    m_clipboard->setText(QStringLiteral("mine"), QClipboard::Clipboard);
    TokenClipboard tokens(m_clipboard);
    tokens.clearNow();
    tokens.copy(SecretText());
    tokens.clearNow();
    QCOMPARE(m_clipboard->text(QClipboard::Clipboard), QStringLiteral("mine"));
}

QTEST_MAIN(tst_TokenClipboard)

#include "tst_tokenclipboard.moc"
