#include "models/list/accountlist.h"

namespace {

/// The first page is small, so that rows are on the screen soon.
constexpr int firstPageSize = 100;
constexpr int pageSize = 1000;
/// A server that never stops giving pages is not believed.
constexpr int maximumPages = 10000;

} // namespace

AccountList::AccountList(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_model(clock)
{
}

void AccountList::setApi(std::shared_ptr<AdminApi> api)
{
    if (api == m_api)
        return;
    m_call.cancel();
    m_api = std::move(api);
    m_arrived.clear();
    m_model.clear();
    m_loadedAt = {};
    m_triedAt = {};
    m_isFailing = false;
    setState(State::Idle);
}

void AccountList::refresh()
{
    if (!m_api)
        return;
    m_arrived.clear();
    m_seenPageTokens.clear();
    m_touched.clear();
    m_isFirstLoad = !m_loadedAt.isValid();
    if (m_isFirstLoad)
        m_model.clear();
    m_triedAt = m_clock.now();
    readPage({});
    setState(State::Loading);
}

void AccountList::readPage(const QString &pageToken)
{
    const int limit = pageToken.isEmpty() ? firstPageSize : pageSize;
    m_call =
        m_api->listServiceAccounts(pageToken, limit, standardDeadline, this,
                                   [this](Result<AccountPage> result) { pageArrived(std::move(result)); });
}

void AccountList::pageArrived(Result<AccountPage> result)
{
    if (!result) {
        fail(result.error());
        return;
    }
    const AccountPage page = std::move(result).value();
    m_isFailing = false;
    keepServerTime(page.serverTime);
    m_arrived += page.accounts;
    if (m_isFirstLoad) {
        m_model.put(page.accounts);
        Q_EMIT stateChanged();
    }
    if (page.nextPageToken.isEmpty()) {
        pagesComplete();
        return;
    }
    if (m_seenPageTokens.contains(page.nextPageToken) || m_seenPageTokens.size() >= maximumPages) {
        fail(Error(ErrorKind::Unreadable, tr("The list has no end: a page came twice.")));
        return;
    }
    m_seenPageTokens.insert(page.nextPageToken);
    readPage(page.nextPageToken);
}

void AccountList::pagesComplete()
{
    m_model.reconcile(m_arrived, m_touched);
    m_arrived.clear();
    m_loadedAt = m_clock.now();
    setState(State::Loaded);
}

void AccountList::keepServerTime(const QDateTime &serverTime)
{
    if (!serverTime.isValid())
        return;
    // The Date header has whole seconds; half a second is the best guess for what it cut off.
    const std::chrono::milliseconds ahead(m_clock.now().msecsTo(serverTime) + 500);
    const bool isClear = std::chrono::abs(ahead) > std::chrono::seconds(2);
    m_model.setServerClockOffset(isClear ? ahead : std::chrono::milliseconds(0));
}

void AccountList::stop()
{
    if (m_state == State::Loading)
        fail(Error(ErrorKind::Cancelled));
}

void AccountList::fail(const Error &error)
{
    m_call.cancel();
    m_arrived.clear();
    m_error = error;
    m_isFailing = true;
    setState(State::Failed);
}

void AccountList::accountChanged(const ServiceAccount &account)
{
    m_touched.insert(account.id);
    m_model.put({account});
}

void AccountList::accountDeleted(const QString &id)
{
    m_touched.insert(id);
    m_model.remove(id);
}

void AccountList::setState(State state)
{
    m_state = state;
    m_nextTryAt = {};
    if (state == State::Loaded || state == State::Failed)
        Q_EMIT attemptEnded();
    Q_EMIT stateChanged();
}
