#include "app/local_api/pagetoken.h"
#include "app/local_api/tokenmint.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

using localapi::SecretBytes;
using localapi::TokenMint;

class TokenMintTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsAWellFormedToken_data();
    void knowsAWellFormedToken();
    void mintsWellFormedTokens();
    void mintsWhatTheContractSays();
    void theSameInputsGiveTheSameToken();
    void everyInputChangesTheToken();
    void hashesForDifferentPurposesDiffer();
    void aCursorIsOnlyReadAsItWasWritten();

private:
    static SecretBytes keyOf(char byte) { return SecretBytes::copyOf(std::string(TokenMint::keySize, byte)); }

    const TokenMint m_mint{keyOf('k')};
};

namespace {

QByteArray bytes(const localapi::WipedBytes &text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

/// The number that a digest is, modulo 62 to the power of 30, in base62; written in another way than the mint
/// does it: digit by digit in decimal long division.
QByteArray lastThirtyDigits(const QByteArray &digest)
{
    const QByteArray digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    QList<int> base62(60, 0);
    for (const char byte : digest) {
        int carry = static_cast<unsigned char>(byte);
        for (int &digit : base62) {
            const int value = digit * 256 + carry;
            digit = value % 62;
            carry = value / 62;
        }
    }
    QByteArray text;
    for (int position = 29; position >= 0; --position)
        text += digits.at(base62.at(position));
    return text;
}

} // namespace

void TokenMintTest::knowsAWellFormedToken_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<bool>("isWellFormed");
    // The checksums were computed with Python's zlib.crc32.
    QTest::newRow("letters") << QByteArray("apono_sa_abcdefghijklmnopqrstuvwxyzABCD4dNndU") << true;
    QTest::newRow("digits first") << QByteArray("apono_sa_0123456789ABCDEFGHIJKLMNOPQRST4PMbyp") << true;
    QTest::newRow("zeros") << QByteArray("apono_sa_0000000000000000000000000000002C8GjS") << true;
    QTest::newRow("padded checksum") << QByteArray("apono_sa_000000000000000000000000000001010Ohw") << true;
    QTest::newRow("mistyped") << QByteArray("apono_sa_abcdefghijklmnopqrstuvwxyzABCE4dNndU") << false;
    QTest::newRow("two characters swapped")
        << QByteArray("apono_sa_bacdefghijklmnopqrstuvwxyzABCD4dNndU") << false;
    QTest::newRow("mistyped checksum")
        << QByteArray("apono_sa_abcdefghijklmnopqrstuvwxyzABCD4dNndV") << false;
    QTest::newRow("other prefix") << QByteArray("apono_pt_abcdefghijklmnopqrstuvwxyzABCD4dNndU") << false;
    QTest::newRow("no prefix") << QByteArray("abcdefghijklmnopqrstuvwxyzABCD4dNndU") << false;
    QTest::newRow("too short") << QByteArray("apono_sa_abcdefghijklmnopqrstuvwxyzABCD4dNnd") << false;
    QTest::newRow("too long") << QByteArray("apono_sa_abcdefghijklmnopqrstuvwxyzABCD4dNndUU") << false;
    QTest::newRow("other characters") << QByteArray("apono_sa_abcdefghijklmnopqrstuvwxyzAB-D4dNndU") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TokenMintTest::knowsAWellFormedToken()
{
    QFETCH(QByteArray, token);
    QFETCH(bool, isWellFormed);
    QCOMPARE(TokenMint::isWellFormed({token.constData(), static_cast<std::size_t>(token.size())}),
             isWellFormed);
}

void TokenMintTest::mintsWellFormedTokens()
{
    static const QRegularExpression form(QStringLiteral("^apono_sa_[0-9A-Za-z]{36}$"));
    QSet<QByteArray> tokens;
    QSet<char> characters;
    for (int i = 0; i < 1000; ++i) {
        const auto token = m_mint.mint(TokenMint::newNonce(), "id", "key");
        QVERIFY(TokenMint::isWellFormed(localapi::viewOf(token)));
        QVERIFY(form.match(QString::fromLatin1(bytes(token))).hasMatch());
        tokens.insert(bytes(token));
        for (const char character : bytes(token).sliced(9))
            characters.insert(character);
    }
    QCOMPARE(tokens.size(), 1000);
    QCOMPARE(characters.size(), 62);
}

void TokenMintTest::mintsWhatTheContractSays()
{
    const QByteArray nonce(32, 'n');
    const QByteArray digest = QMessageAuthenticationCode::hash(
        nonce + "account-id" + "idempotency-key", QByteArray(32, 'k'), QCryptographicHash::Sha256);
    QCOMPARE(bytes(m_mint.mint(nonce, "account-id", "idempotency-key")).sliced(9, 30),
             lastThirtyDigits(digest));
}

void TokenMintTest::theSameInputsGiveTheSameToken()
{
    const QByteArray nonce = TokenMint::newNonce();
    QCOMPARE(nonce.size(), TokenMint::nonceSize);
    QCOMPARE(bytes(m_mint.mint(nonce, "id", "key")), bytes(TokenMint(keyOf('k')).mint(nonce, "id", "key")));
}

void TokenMintTest::everyInputChangesTheToken()
{
    const QByteArray nonce(32, 'n');
    const QByteArray token = bytes(m_mint.mint(nonce, "id", "key"));
    QVERIFY(bytes(m_mint.mint(QByteArray(32, 'o'), "id", "key")) != token);
    QVERIFY(bytes(m_mint.mint(nonce, "ie", "key")) != token);
    QVERIFY(bytes(m_mint.mint(nonce, "id", "kez")) != token);
    QVERIFY(bytes(TokenMint(keyOf('l')).mint(nonce, "id", "key")) != token);
}

void TokenMintTest::hashesForDifferentPurposesDiffer()
{
    const QSet<QByteArray> hashes = {m_mint.hashOfToken("x"),     m_mint.hashOfBody("x"),
                                     m_mint.hashOfCursor("x"),    m_mint.hashOfKey("x", ""),
                                     m_mint.hashOfKey("", "x"),   m_mint.hashOfKey("xy", "z"),
                                     m_mint.hashOfKey("x", "yz"), m_mint.proofOfKey()};
    QCOMPARE(hashes.size(), 8);
    QCOMPARE(m_mint.hashOfToken("x").size(), 32);
}

void TokenMintTest::aCursorIsOnlyReadAsItWasWritten()
{
    const localapi::PageToken accounts(m_mint, "accounts");
    const localapi::PageToken events(m_mint, "events");
    for (const qint64 sequence : {qint64(0), qint64(1), qint64(46), std::numeric_limits<qint64>::max()}) {
        const std::string token = accounts.after(sequence);
        QCOMPARE(accounts.sequenceIn(token), std::optional(sequence));
        QCOMPARE(events.sequenceIn(token), std::nullopt);
        for (std::size_t i = 0; i < token.size(); ++i) {
            std::string changed = token;
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            QCOMPARE(accounts.sequenceIn(changed), std::nullopt);
        }
    }
}

QTEST_GUILESS_MAIN(TokenMintTest)
#include "tst_tokenmint.moc"
