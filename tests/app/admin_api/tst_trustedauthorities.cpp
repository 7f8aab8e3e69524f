#include "app/admin_api/trustedauthorities.h"

#include <QSignalSpy>
#include <QTest>

class TestTrustedAuthorities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheSystemsListOnce();
    void mayGoAwayWhileItReads();
};

void TestTrustedAuthorities::readsTheSystemsListOnce()
{
    TrustedAuthorities authorities;
    QSignalSpy over(&authorities, &TrustedAuthorities::over);
    authorities.load();
    authorities.load();
    QVERIFY(!authorities.isReady());
    QVERIFY(over.wait(30000));
    QVERIFY(authorities.isReady());
    QCOMPARE(authorities.configuration().caCertificates(), QSslConfiguration::systemCaCertificates());
    QCOMPARE(authorities.configuration().protocol(), QSsl::TlsV1_2OrLater);
    QCOMPARE(authorities.configuration().peerVerifyMode(), QSslSocket::VerifyPeer);
    authorities.load();
    QCOMPARE(over.count(), 1);
}

void TestTrustedAuthorities::mayGoAwayWhileItReads()
{
    auto authorities = std::make_unique<TrustedAuthorities>();
    authorities->load();
    authorities.reset();
    QVERIFY(!authorities);
}

QTEST_GUILESS_MAIN(TestTrustedAuthorities)
#include "tst_trustedauthorities.moc"
