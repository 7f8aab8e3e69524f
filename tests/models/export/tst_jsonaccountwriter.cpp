#include "models/accounts/status.h"
#include "models/export/jsonaccountwriter.h"
#include "tests/models/export/exportsamples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

class tst_JsonAccountWriter : public QObject
{
    Q_OBJECT

private:
    const JsonAccountWriter m_writer{
        {QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC), expiringSoonWithin}};

    QByteArray written(const QList<ServiceAccount> &accounts) const
    {
        QByteArray result = m_writer.begin();
        for (qsizetype at = 0; at < accounts.size(); ++at)
            result += m_writer.account(accounts.at(at), at == 0);
        return result + m_writer.end();
    }
    QJsonArray read(const QList<ServiceAccount> &accounts) const
    {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(written(accounts), &error);
        return error.error == QJsonParseError::NoError ? document.array() : QJsonArray();
    }

private Q_SLOTS:
    void writesAnArrayOfObjects()
    {
        QCOMPARE(written({ExportSamples::account(u"ci_deploy"_s, u"Deploys"_s)}),
                 "[\n  {\"name\": \"ci_deploy\", \"description\": \"Deploys\", \"roles\": [\"Deployment\", "
                 "\"Viewer\"], \"status\": \"active\", \"expiry_date\": \"2027-01-01T12:30:05Z\", "
                 "\"last_used_date\": null, \"creation_date\": \"2026-07-05T08:00:00.250Z\", "
                 "\"update_date\": \"2026-07-06T08:00:00Z\", \"created_by\": \"Test Person\", "
                 "\"id\": \"3f1c0a52-0000-4000-8000-000000000001\"}\n]\n");
    }

    void judgesTheStatusByWhatCountsAsSoon()
    {
        const QDateTime now(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC);
        ServiceAccount account = ExportSamples::account(u"ci_deploy"_s);
        account.expiryDate = now.addDays(20);
        const auto status = [&](int days) {
            return AccountWriter::of(ExportFormat::Json, now, std::chrono::hours(days * 24))
                ->account(account, true);
        };
        QVERIFY(status(14).contains("\"status\": \"active\""));
        QVERIFY(status(30).contains("\"status\": \"expiring_soon\""));
    }

    void isAnEmptyArrayWithoutAccounts()
    {
        QVERIFY(QJsonDocument::fromJson(written({})).isArray());
        QCOMPARE(read({}).size(), 0);
    }

    void everyTextComesBackAsItWas()
    {
        QList<ServiceAccount> accounts;
        for (const QString &text : ExportSamples::texts())
            accounts.append(ExportSamples::account(text, text));
        const QJsonArray array = read(accounts);
        QCOMPARE(array.size(), accounts.size());
        for (qsizetype at = 0; at < accounts.size(); ++at) {
            QCOMPARE(array.at(at)["name"_L1].toString(), accounts.at(at).name);
            QCOMPARE(array.at(at)["description"_L1].toString(), accounts.at(at).description);
        }
    }

    void holdsNoPartOfAToken() { QVERIFY(!written({ExportSamples::account(u"a"_s)}).contains("wxyz")); }
};

QTEST_GUILESS_MAIN(tst_JsonAccountWriter)
#include "tst_jsonaccountwriter.moc"
