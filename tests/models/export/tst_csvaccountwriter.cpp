#include "models/accounts/status.h"
#include "models/export/csvaccountwriter.h"
#include "models/export/exportfield.h"
#include "tests/models/export/exportsamples.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Reads what RFC 4180 allows and nothing else: an empty result for anything else.
QList<QStringList> rfc4180(const QString &text)
{
    QList<QStringList> rows;
    QStringList row;
    qsizetype at = 0;
    while (at < text.size()) {
        QString cell;
        if (text.at(at) == u'"') {
            for (++at;; ++at) {
                if (at >= text.size())
                    return {};
                if (text.at(at) == u'"' && (at + 1 == text.size() || text.at(at + 1) != u'"'))
                    break;
                if (text.at(at) == u'"')
                    ++at;
                cell += text.at(at);
            }
            ++at;
        } else {
            while (at < text.size() && text.at(at) != u',' && text.at(at) != u'\r') {
                if (text.at(at) == u'"' || text.at(at) == u'\n')
                    return {};
                cell += text.at(at++);
            }
        }
        row.append(cell);
        if (at < text.size() && text.at(at) == u',') {
            ++at;
            continue;
        }
        if (!QStringView(text).mid(at).startsWith(u"\r\n"))
            return {};
        at += 2;
        rows.append(std::exchange(row, {}));
    }
    return rows;
}

} // namespace

class tst_CsvAccountWriter : public QObject
{
    Q_OBJECT

private:
    const CsvAccountWriter m_writer{
        {QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC), expiringSoonWithin}};

    QStringList cellsOf(const ServiceAccount &account) const
    {
        const QList<QStringList> rows = rfc4180(QString::fromUtf8(m_writer.account(account, true)));
        return rows.size() == 1 ? rows.first() : QStringList();
    }
    static int column(QLatin1StringView key)
    {
        for (size_t at = 0; at < exportFields().size(); ++at) {
            if (exportFields()[at].key == key)
                return static_cast<int>(at);
        }
        return -1;
    }
    QString cell(const ServiceAccount &account, const char *key) const
    {
        return cellsOf(account).value(column(QLatin1StringView(key)));
    }

private Q_SLOTS:
    void writesOneLineOfNamesFirst()
    {
        QCOMPARE(m_writer.begin(),
                 "name,description,roles,status,expiry_date,last_used_date,creation_date,update_date,"
                 "created_by,id\r\n");
        QVERIFY(m_writer.end().isEmpty());
    }

    void writesDatesInUtcAndCodes()
    {
        const ServiceAccount account = ExportSamples::account(u"ci_deploy"_s, u"Deploys"_s);
        QCOMPARE(m_writer.account(account, true),
                 "ci_deploy,Deploys,\"Deployment, Viewer\",active,2027-01-01T12:30:05Z,,"
                 "2026-07-05T08:00:00.250Z,2026-07-06T08:00:00Z,Test Person,"
                 "3f1c0a52-0000-4000-8000-000000000001\r\n");
    }

    void judgesTheStatusByTheServersTime_data()
    {
        QTest::addColumn<QDateTime>("end");
        QTest::addColumn<QString>("status");
        const QDateTime now(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC);
        QTest::newRow("far") << now.addDays(200) << u"active"_s;
        QTest::newRow("near") << now.addDays(3) << u"expiring_soon"_s;
        QTest::newRow("past") << now.addDays(-3) << u"expired"_s;
    }

    void judgesTheStatusByTheServersTime()
    {
        QFETCH(QDateTime, end);
        ServiceAccount account = ExportSamples::account(u"a"_s);
        account.expiryDate = end;
        QTEST(cell(account, "status"), "status");
    }

    void convertsToUtc()
    {
        ServiceAccount account = ExportSamples::account(u"a"_s);
        account.lastUsedDate = QDateTime(QDate(2026, 11, 24), QTime(1, 0), Qt::OffsetFromUTC, 2 * 3600);
        QCOMPARE(cell(account, "last_used_date"), u"2026-11-23T23:00:00Z"_s);
    }

    void everyTextComesBackAsItWas()
    {
        for (const QString &text : ExportSamples::texts()) {
            const ServiceAccount account = ExportSamples::account(text, text);
            QCOMPARE(cellsOf(account).size(), exportFieldTotal);
            QCOMPARE(cell(account, "name"), text);
            QCOMPARE(cell(account, "description"), text);
        }
    }

    void noCellCanBeComputed()
    {
        ServiceAccount account = ExportSamples::account(u"=1+1"_s, u"@SUM(A1)"_s);
        account.createdBy = u"+cmd|' /C calc'!A0"_s;
        account.id = u"-1"_s;
        account.roles = {AccountRole(u"\uff1d1"_s)};
        QCOMPARE(cell(account, "name"), u"'=1+1"_s);
        QCOMPARE(cell(account, "description"), u"'@SUM(A1)"_s);
        QCOMPARE(cell(account, "created_by"), u"'+cmd|' /C calc'!A0"_s);
        QCOMPARE(cell(account, "id"), u"'-1"_s);
        QCOMPARE(cell(account, "roles"), u"'\uff1d1"_s);
    }

    void holdsNoPartOfAToken()
    {
        QVERIFY(!m_writer.account(ExportSamples::account(u"a"_s), true).contains("wxyz"));
    }
};

QTEST_GUILESS_MAIN(tst_CsvAccountWriter)
#include "tst_csvaccountwriter.moc"
