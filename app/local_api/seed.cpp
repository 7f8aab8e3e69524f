#include "app/local_api/seed.h"

#include <QUuid>

#include <array>
#include <random>

namespace localapi {

namespace {

constexpr std::array places = {"prod", "staging", "dev", "test", "qa", "sandbox", "eu_west", "us_east"};
constexpr std::array systems = {"ci",       "github",   "gitlab",    "jenkins",  "terraform",
                                "argo",     "datadog",  "grafana",   "postgres", "kafka",
                                "vault",    "airflow",  "warehouse", "billing",  "search",
                                "payments", "identity", "edge",      "backup",   "monitoring"};
constexpr std::array tasks = {"deploy", "reader",  "sync",    "audit",    "rotate", "export",
                              "import", "release", "migrate", "scanner",  "report", "cleanup",
                              "probe",  "runner",  "webhook", "inventory"};
constexpr std::array creators = {"platform_team", "release_engineering", "security_team",
                                 "data_platform", "site_reliability",    "integrations_team"};
constexpr std::array<Timestamp, 6> lifetimesInDays = {7, 30, 60, 90, 180, 365};

constexpr Timestamp day = 24LL * 60 * 60 * 1000;

/// Where the last seeding ended.
QString countName()
{
    return QStringLiteral("seeded_accounts");
}

class SeedMaker
{
public:
    SeedMaker(Timestamp now, Timestamp created, quint32 index)
        : m_now(now)
        , m_created(created)
        , m_index(index)
        , m_random(index)
    {
    }

    Account make()
    {
        Account account;
        account.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        account.name = name();
        account.roles = roles();
        account.created = account.updated = m_created;
        account.createdBy = QString::fromLatin1(pick(creators));
        account.expiry = expiry(account.created);
        account.lastUsed = lastUsed(account);
        account.lastFour = lastFour();
        account.description = description();
        return account;
    }

private:
    quint32 below(quint32 bound) { return static_cast<quint32>(m_random() % bound); }

    template <typename Choices>
    typename Choices::value_type pick(const Choices &choices)
    {
        return choices[below(static_cast<quint32>(choices.size()))];
    }

    /// Every combination once, neighbours in the list being different; then again with a number behind it.
    QString name() const
    {
        constexpr quint32 combinations = places.size() * systems.size() * tasks.size();
        // Has no factor in common with the number of combinations.
        constexpr quint32 stride = 1009;
        const quint32 round = m_index / combinations;
        const quint32 combination = (m_index % combinations) * stride % combinations;
        const QString base = QString::fromLatin1(places[combination % places.size()]) + u'_' +
                             QString::fromLatin1(systems[combination / places.size() % systems.size()]) +
                             u'_' +
                             QString::fromLatin1(tasks[combination / (places.size() * systems.size())]);
        return round == 0 ? base : base + u'_' + QString::number(round + 1);
    }

    RoleBits roles()
    {
        constexpr std::array<RoleBits, 10> common = {8, 8, 8, 4, 4, 4, 12, 2, 10, 6};
        return below(40) == 0 ? roleBit(Role::Admin) : pick(common);
    }

    std::optional<Timestamp> expiry(Timestamp created)
    {
        switch (below(10)) {
        case 0:
        case 1:
        case 2:
            return std::nullopt;
        case 3:
            return m_now + Timestamp(below(13 * 24 * 60) + 60) * 60 * 1000;
        case 4:
        case 5:
            return m_now + pick(lifetimesInDays) * day;
        default:
            return created + pick(lifetimesInDays) * day;
        }
    }

    std::optional<Timestamp> lastUsed(const Account &account)
    {
        if (below(6) == 0)
            return std::nullopt;
        const Timestamp end = std::min(m_now, account.expiry.value_or(m_now));
        const Timestamp span = std::max<Timestamp>(end - account.created, 1);
        return end - Timestamp(below(1000)) * Timestamp(below(1000)) * span / 1'000'000;
    }

    QString lastFour()
    {
        const QString digits =
            QStringLiteral("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
        QString text;
        for (int i = 0; i < 4; ++i)
            text += digits[static_cast<qsizetype>(below(62))];
        return text;
    }

    QString description()
    {
        switch (below(5)) {
        case 0:
            return {};
        case 1:
            return QStringLiteral("Used by the nightly job; look after it before the end of the quarter.");
        case 2:
            return QStringLiteral("Calls the Admin API from the pipeline.");
        case 3:
            return QStringLiteral("Read-only access for the dashboards.");
        default:
            return QStringLiteral("Owned by ") + QString::fromLatin1(pick(creators)) + u'.';
        }
    }

    Timestamp m_now;
    Timestamp m_created;
    quint32 m_index;
    std::mt19937 m_random;
};

} // namespace

void seed(Store &store, const TokenMint &mint, const Clock &clock, int count)
{
    // The oldest first, so that the list's order is that of the times.
    constexpr Timestamp age = 700 * day;
    const Timestamp now = clock();
    const qint64 last = store.accounts.lastSequence();
    quint32 index = store.properties.value(countName()).toUInt();
    store.database.begin();
    for (int added = 0; added < count; ++index) {
        // The hash of a text that has not the form of a token: it is never looked up.
        const QByteArray hash = mint.hashOfToken("seed " + std::to_string(index));
        const Timestamp created = now - age * (count - added) / count;
        if (store.accounts.add(SeedMaker(now, created, index).make(), hash))
            ++added;
    }
    store.properties.set(countName(), QByteArray::number(index));
    store.events.addCreatedForAllAfter(last);
}

} // namespace localapi
