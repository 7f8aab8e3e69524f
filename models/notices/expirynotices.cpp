#include "models/notices/expirynotices.h"

#include "models/accounts/timetext.h"
#include "models/connections/currentconnection.h"
#include "models/list/accountlist.h"
#include "models/ports/settings.h"

#include <QLocale>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace {

/// Changes come in bursts, and a start has more important things to do.
constexpr auto afterAChange = 500ms;
/// A window that is open all day sees tokens come near their end without any change.
constexpr auto meanwhile = 15min;
constexpr qsizetype mostNames = 3;
/// Names come from a server, in any form and length.
constexpr qsizetype longestName = 60;

QString shortened(const QString &name)
{
    const QString line = name.simplified();
    return line.size() <= longestName ? line : line.first(longestName - 1) + u'…';
}

} // namespace

ExpiryNotices::ExpiryNotices(const AccountList &list, const CurrentConnection &connection,
                             const Settings &settings, Notices &notices, NoticeMemory &memory,
                             QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_connection(connection)
    , m_settings(settings)
    , m_notices(notices)
    , m_memory(memory)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(afterAChange);
    m_nowAndThen.setInterval(meanwhile);
    m_nowAndThen.start();
    const auto lookSoon = [this] { m_soon.start(); };
    connect(&m_soon, &QTimer::timeout, this, &ExpiryNotices::look);
    connect(&m_nowAndThen, &QTimer::timeout, this, &ExpiryNotices::look);
    connect(&list, &AccountList::stateChanged, this, lookSoon);
    connect(list.model(), &AccountTableModel::accountsChanged, this, lookSoon);
    connect(&connection, &CurrentConnection::sessionChanged, this, lookSoon);
    connect(&settings, &Settings::changed, this, lookSoon);
}

void ExpiryNotices::look()
{
    // Rows of a server that is gone may have been replaced meanwhile: they are no news.
    if (!m_settings.isOn(Setting::DesktopNotices) || m_list.state() != AccountList::State::Loaded ||
        !m_connection.connection() || m_list.api() != m_connection.api() || m_call.isRunning() ||
        m_ownCall.isRunning())
        return;
    QList<Due> own;
    const QList<Due> others = due(&own);
    if (!own.isEmpty())
        tell(ownNotice(own.constFirst()), own, &m_ownCall);
    if (others.size() == 1)
        tell(noticeOf(others.constFirst()), others, &m_call);
    else if (!others.isEmpty())
        tell(noticeOfMany(others), others, &m_call);
}

QList<ExpiryNotices::Due> ExpiryNotices::due(QList<Due> *own) const
{
    const int days = m_settings.value(Setting::NoticeDays);
    const QDateTime now = m_list.model()->serverNow();
    const QDateTime horizon = now.addDuration(days * 24h);
    const QList<GivenNotice> given = m_memory.given(m_connection.connection()->key);
    QHash<QString, GivenNotice> givenById;
    for (const GivenNotice &notice : given)
        givenById.insert(notice.accountId, notice);

    QList<Due> others;
    const AccountStore &accounts = m_list.model()->accounts();
    for (int row = 0; row < accounts.size(); ++row) {
        const ServiceAccount &account = accounts.at(row);
        if (!account.expiryDate || *account.expiryDate <= now || *account.expiryDate > horizon)
            continue;
        const auto told = givenById.constFind(account.id);
        if (told != givenById.cend() && told->end == *account.expiryDate && told->days <= days)
            continue;
        QList<Due> &place = m_connection.signsInWith(account) ? *own : others;
        place.append({account.id, account.name, *account.expiryDate});
    }
    std::sort(others.begin(), others.end(),
              [](const Due &one, const Due &other) { return one.end < other.end; });
    return others;
}

Notice ExpiryNotices::ownNotice(const Due &account) const
{
    const QString until = timeUntil(account.end, m_list.model()->serverNow());
    return {tr("The token of this console expires %1", "in 3 days").arg(until),
            tr("%1 signs the console in to %2, until %3. Use another token before that.")
                .arg(shortened(account.name), m_connection.connection()->name, shortDateTime(account.end))};
}

Notice ExpiryNotices::noticeOf(const Due &account) const
{
    const QString until = timeUntil(account.end, m_list.model()->serverNow());
    return {tr("%1 expires %2", "a service account; in 3 days").arg(shortened(account.name), until),
            tr("On %1, its token works until %2.")
                .arg(m_connection.connection()->name, shortDateTime(account.end))};
}

Notice ExpiryNotices::noticeOfMany(const QList<Due> &accounts) const
{
    const int count = static_cast<int>(accounts.size());
    QStringList names;
    for (const Due &account : accounts.first(std::min(accounts.size(), mostNames)))
        names.append(shortened(account.name));
    const int more = count - static_cast<int>(names.size());
    const QString first =
        more > 0 ? names.join(tr(", ", "between names")) : QLocale().createSeparatedList(names);
    const QString all = more > 0 ? tr("%1 and %Ln more", nullptr, more).arg(first) : first;
    const QString days = settingInfo(Setting::NoticeDays).valueText(m_settings.value(Setting::NoticeDays));
    return {tr("%Ln token(s) expire within %1", "14 days", count).arg(days),
            tr("On %1: %2.", "a connection, names of service accounts")
                .arg(m_connection.connection()->name, all)};
}

void ExpiryNotices::tell(const Notice &notice, const QList<Due> &accounts, Call *call)
{
    QList<GivenNotice> told;
    for (const Due &account : accounts)
        told.append({account.id, account.end, m_settings.value(Setting::NoticeDays)});
    const QString key = m_connection.connection()->key;
    *call = m_notices.show(notice, this, [this, key, told](const Result<Done> &shown) {
        if (shown)
            remember(key, told);
    });
}

void ExpiryNotices::remember(const QString &connectionKey, const QList<GivenNotice> &told)
{
    const QDateTime now = m_list.model()->serverNow();
    QList<GivenNotice> all = m_memory.given(connectionKey);
    all.removeIf([&](const GivenNotice &old) {
        return old.end < now || std::any_of(told.cbegin(), told.cend(), [&old](const GivenNotice &news) {
                   return news.accountId == old.accountId;
               });
    });
    // Where it cannot be kept, a later start says it again: better twice than never.
    (void)m_memory.keepGiven(connectionKey, all + told);
}
