#include "models/connections/drafttest.h"
#include "tests/models/connections/connectionworld.h"

#include <QSignalSpy>
#include <QTest>

using Field = ConnectionDraft::Field;
using Verb = MemoryAdminApi::Verb;

class DraftTestTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void triesWhatIsTypedAndNotWhatIsKept();
    void usesTheTokenThatTheConnectionHas();
    void saysWhyTheKeptTokenCannotBeRead();
    void saysWhatTheServerAnswers();
    void forgetsTheRunBefore();
    void aCancelledRunSaysNothing_data();
    void aCancelledRunSaysNothing();
    void knowsWhereAFailureIsToBeCorrected_data();
    void knowsWhereAFailureIsToBeCorrected();

private:
    std::unique_ptr<ConnectionWorld> m_world;
    std::unique_ptr<DraftTest> m_test;
    std::unique_ptr<QSignalSpy> m_succeeded;
    QList<ErrorKind> m_failures;
};

void DraftTestTest::init()
{
    m_succeeded.reset();
    m_test.reset();
    m_failures.clear();
    m_world = std::make_unique<ConnectionWorld>();
    m_test = std::make_unique<DraftTest>(m_world->current, m_world->apis);
    m_succeeded = std::make_unique<QSignalSpy>(m_test.get(), &DraftTest::succeeded);
    connect(m_test.get(), &DraftTest::failed, this,
            [this](const Error &error) { m_failures.append(error.kind); });
}

void DraftTestTest::triesWhatIsTypedAndNotWhatIsKept()
{
    const Connection kept = m_world->add(QStringLiteral("https://one.example"), "kept");
    ConnectionDraft draft(kept);
    draft.values().address = QStringLiteral("https://two.example");
    draft.setCredential(SecretText::fromUtf8("typed"));
    m_test->run(draft);
    QVERIFY(m_test->isRunning());
    QTRY_COMPARE(m_succeeded->size(), 1);
    QVERIFY(!m_test->isRunning());
    QCOMPARE(m_world->apis.targets().constLast().address, QUrl(QStringLiteral("https://two.example")));
    QVERIFY(m_world->apis.lastCredential().equals(SecretText::fromUtf8("typed")));
    // A test keeps nothing.
    QVERIFY(m_world->inKeychain(kept.key).equals(SecretText::fromUtf8("kept")));
    QCOMPARE(m_world->current.state(), CurrentConnection::State::None);
}

void DraftTestTest::usesTheTokenThatTheConnectionHas()
{
    ConnectionDraft draft(m_world->add(QStringLiteral("https://one.example"), "kept"));
    draft.values().resourcePath = QStringLiteral("/typed");
    m_test->run(draft);
    QVERIFY(m_test->isRunning());
    QTRY_COMPARE(m_succeeded->size(), 1);
    QCOMPARE(m_world->apis.targets().constLast().resourcePath, QStringLiteral("/typed"));
    QVERIFY(m_world->apis.lastCredential().equals(SecretText::fromUtf8("kept")));
}

void DraftTestTest::saysWhyTheKeptTokenCannotBeRead()
{
    const ConnectionDraft draft(m_world->add(QStringLiteral("https://one.example"), "kept"));
    m_world->vault.failWith(Error(ErrorKind::KeychainLocked));
    m_test->run(draft);
    QTRY_COMPARE(m_failures, QList{ErrorKind::KeychainLocked});
    QCOMPARE(m_world->api.calls(Verb::Session), 0);
    QVERIFY(!m_test->isRunning());
}

void DraftTestTest::saysWhatTheServerAnswers()
{
    const ConnectionDraft draft(m_world->add(QStringLiteral("https://one.example"), "kept"));
    m_world->api.failNext(Verb::Session, Error(ErrorKind::Unauthorized));
    m_test->run(draft);
    QTRY_COMPARE(m_failures, QList{ErrorKind::Unauthorized});
    QCOMPARE(m_succeeded->size(), 0);
}

void DraftTestTest::forgetsTheRunBefore()
{
    ConnectionDraft draft(m_world->add(QStringLiteral("https://one.example"), "kept"));
    m_test->run(draft);
    draft.setCredential(SecretText::fromUtf8("typed"));
    m_test->run(draft);
    QTRY_COMPARE(m_succeeded->size(), 1);
    QCoreApplication::processEvents();
    QCOMPARE(m_succeeded->size(), 1);
    QCOMPARE(m_world->apis.targets().size(), 1);
}

void DraftTestTest::aCancelledRunSaysNothing_data()
{
    QTest::addColumn<bool>("isInKeychain");
    QTest::newRow("while the keychain is asked") << true;
    QTest::newRow("while the server is asked") << false;
}

void DraftTestTest::aCancelledRunSaysNothing()
{
    QFETCH(bool, isInKeychain);
    ConnectionDraft draft(m_world->add(QStringLiteral("https://one.example"), "kept"));
    if (!isInKeychain)
        draft.setCredential(SecretText::fromUtf8("typed"));
    m_world->vault.hold();
    m_world->api.holdAll();
    m_test->run(draft);
    m_test->cancel();
    QVERIFY(!m_test->isRunning());
    m_world->vault.release();
    m_world->api.release();
    QCoreApplication::processEvents();
    QCOMPARE(m_succeeded->size(), 0);
    QVERIFY(m_failures.isEmpty());
}

void DraftTestTest::knowsWhereAFailureIsToBeCorrected_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<std::optional<Field>>("field");
    const auto row = [](const char *label, ErrorKind kind, std::optional<Field> field) {
        QTest::newRow(label) << kind << field;
    };
    row("a token that is refused", ErrorKind::Unauthorized, Field::Token);
    row("a token without the role", ErrorKind::Forbidden, Field::Token);
    row("a locked keychain", ErrorKind::KeychainLocked, Field::Token);
    row("nobody answers", ErrorKind::Unreachable, Field::Address);
    row("a certificate of nobody", ErrorKind::Untrusted, Field::Address);
    row("another server", ErrorKind::Redirected, Field::Address);
    row("no such path", ErrorKind::NotFound, Field::ResourcePath);
    row("the proxy", ErrorKind::ProxyFailed, Field::Proxy);
    row("the file of the authority", ErrorKind::FileUnreadable, Field::AuthorityFile);
    row("a server that fails", ErrorKind::ServerFault, std::nullopt);
}

void DraftTestTest::knowsWhereAFailureIsToBeCorrected()
{
    QFETCH(ErrorKind, kind);
    QFETCH(std::optional<Field>, field);
    QVERIFY(fieldToCorrect(Error(kind)) == field);
}

QTEST_GUILESS_MAIN(DraftTestTest)
#include "tst_drafttest.moc"
