#include "tests/support/memoryadminapi.h"

#include <utility>

MemoryAdminApi::MemoryAdminApi(const Clock &clock)
    : m_clock(clock)
{
    m_session.userName = QStringLiteral("dana");
    m_session.accountName = QStringLiteral("example");
    m_session.roles = {roleName(Role::Admin)};
}

void MemoryAdminApi::put(const ServiceAccount &account)
{
    const bool isNew = ++m_versions[account.id] == 1;
    const qsizetype at = isNew ? -1 : indexOf(account.id);
    if (at >= 0)
        m_accounts[at] = account;
    else
        m_accounts.append(account);
}

void MemoryAdminApi::remove(const QString &id)
{
    const qsizetype at = indexOf(id);
    if (at >= 0)
        m_accounts.removeAt(at);
}

const ServiceAccount *MemoryAdminApi::find(const QString &name) const
{
    for (const ServiceAccount &account : m_accounts) {
        if (account.name == name)
            return &account;
    }
    return nullptr;
}

void MemoryAdminApi::fill(int count)
{
    for (int number = 1; number <= count; ++number) {
        ServiceAccount account;
        account.name = QStringLiteral("account_%1").arg(number, 3, 10, QLatin1Char('0'));
        account.id = QStringLiteral("id_") + account.name;
        account.description = QStringLiteral("Number %1").arg(number);
        account.roles = {AccountRole(Role::Viewer)};
        account.creationDate = m_clock.now().addDays(-100);
        account.updateDate = account.creationDate;
        account.expiryDate = m_clock.now().addDays(200);
        account.lastUsedDate = m_clock.now().addDays(-1);
        account.createdBy = QStringLiteral("dana");
        put(account);
    }
}

void MemoryAdminApi::holdAll()
{
    for (const Verb verb : {Verb::List, Verb::Read, Verb::Create, Verb::Update, Verb::Delete, Verb::Session})
        hold(verb);
}

void MemoryAdminApi::release()
{
    m_held.clear();
    // A continuation may start new calls; those do not belong to the ones that waited.
    const auto waitingAnswers = std::exchange(m_waiting, {});
    for (const Waiting &answer : waitingAnswers)
        answer.give();
}

int MemoryAdminApi::waiting() const
{
    int count = 0;
    for (const Waiting &answer : m_waiting)
        count += answer.isOver() ? 0 : 1;
    return count;
}

void MemoryAdminApi::failNext(Verb verb, const Error &error, Work work)
{
    m_failures[verb].append(Failure{error, work});
}

void MemoryAdminApi::failNextOf(const QString &id, Verb verb, const Error &error, Work work)
{
    m_failuresById[verb][id].append(Failure{error, work});
}

int MemoryAdminApi::calls(Verb verb) const
{
    const auto found = m_calls.find(verb);
    return found == m_calls.cend() ? 0 : found->second;
}

std::optional<MemoryAdminApi::Failure> MemoryAdminApi::nextFailure(Verb verb, const QString &id)
{
    if (QList<Failure> &ofAccount = m_failuresById[verb][id]; !ofAccount.isEmpty())
        return ofAccount.takeFirst();
    QList<Failure> &failures = m_failures[verb];
    if (!failures.isEmpty())
        return failures.takeFirst();
    if (m_failure)
        return Failure{*m_failure, Work::NotDone};
    return std::nullopt;
}

template <class T>
Call MemoryAdminApi::answer(Verb verb, QObject *context, Continuation<T> then,
                            const std::function<Result<T>()> &work, const QString &id)
{
    ++m_calls[verb];
    const Promise<T> promise(context, std::move(then));
    const std::optional<Failure> failure = nextFailure(verb, id);
    const auto result = [&]() -> std::shared_ptr<Result<T>> {
        if (failure && failure->work == Work::Done)
            static_cast<void>(work());
        if (failure)
            return std::make_shared<Result<T>>(failure->error);
        return std::make_shared<Result<T>>(work());
    }();
    if (m_held[verb]) {
        m_waiting.push_back({[promise, result] { promise.finish(std::move(*result)); },
                             [promise] { return promise.isOver(); }});
        m_mostWaiting = std::max(m_mostWaiting, waiting());
    } else {
        promise.finishLater(std::move(*result));
    }
    return promise.call();
}

Call MemoryAdminApi::listServiceAccounts(const QString &pageToken, int limit, Deadline /*deadline*/,
                                         QObject *context, Continuation<AccountPage> then)
{
    return answer<AccountPage>(Verb::List, context, std::move(then), [this, pageToken, limit] {
        return Result<AccountPage>(page(m_accounts, pageToken, limit));
    });
}

Call MemoryAdminApi::serviceAccountsNamed(const QString &name, const QString &pageToken,
                                          Deadline /*deadline*/, QObject *context,
                                          Continuation<AccountPage> then)
{
    return answer<AccountPage>(Verb::List, context, std::move(then), [this, name, pageToken] {
        QList<ServiceAccount> named = m_accounts;
        if (m_filtersByName)
            named.removeIf([&name](const ServiceAccount &account) { return account.name != name; });
        return Result<AccountPage>(page(named, pageToken, 1000));
    });
}

AccountPage MemoryAdminApi::page(const QList<ServiceAccount> &accounts, const QString &pageToken,
                                 int limit) const
{
    AccountPage result;
    const qsizetype begin = pageToken.toInt();
    result.accounts = accounts.mid(begin, limit);
    if (begin + limit < accounts.size())
        result.nextPageToken = QString::number(begin + limit);
    result.serverTime = m_serverTime.isValid() ? m_serverTime : m_clock.now();
    return result;
}

Call MemoryAdminApi::serviceAccount(const QString &id, Deadline /*deadline*/, QObject *context,
                                    Continuation<ServiceAccount> then)
{
    return answer<ServiceAccount>(
        Verb::Read, context, std::move(then),
        [this, id]() -> Result<ServiceAccount> {
            const qsizetype at = indexOf(id);
            if (at < 0)
                return Error(ErrorKind::NotFound);
            return withEtag(m_accounts.at(at));
        },
        id);
}

Call MemoryAdminApi::createServiceAccount(const NewServiceAccount &account, const QString &idempotencyKey,
                                          Deadline /*deadline*/, QObject *context,
                                          Continuation<CreatedToken> then)
{
    m_keys.append(idempotencyKey);
    return answer<CreatedToken>(Verb::Create, context, std::move(then),
                                [this, account, idempotencyKey] { return create(account, idempotencyKey); });
}

Result<CreatedToken> MemoryAdminApi::create(const NewServiceAccount &account, const QString &idempotencyKey)
{
    const QString name = account.name.text();
    const QByteArray token =
        m_nextToken.isEmpty() ? "apono_sa_" + name.toUtf8() + "_0123456789abcdef" : m_nextToken;
    const bool isReplay = m_honoursKeys && m_createdByKey.value(idempotencyKey) == name;
    if (!isReplay) {
        if (find(name))
            return Error(ErrorKind::NameTaken);
        ServiceAccount made;
        made.id = QStringLiteral("made_%1").arg(++m_made);
        made.name = name;
        made.description = account.description.text();
        made.roles = account.roles.asAccountRoles();
        made.expiryDate = account.expiration.end();
        made.creationDate = m_clock.now();
        made.updateDate = made.creationDate;
        made.createdBy = m_session.userName;
        put(made);
        m_createdByKey.insert(idempotencyKey, name);
    }
    return CreatedToken{withEtag(*find(name)), SecretText::fromUtf8(token)};
}

Call MemoryAdminApi::updateServiceAccount(const QString &id, const AccountChanges &changes,
                                          const QString &etag, Deadline /*deadline*/, QObject *context,
                                          Continuation<ServiceAccount> then)
{
    m_lastIfMatch = etag;
    return answer<ServiceAccount>(
        Verb::Update, context, std::move(then),
        [this, id, changes, etag] { return update(id, changes, etag); }, id);
}

Result<ServiceAccount> MemoryAdminApi::update(const QString &id, const AccountChanges &changes,
                                              const QString &etag)
{
    const qsizetype at = indexOf(id);
    if (at < 0)
        return Error(ErrorKind::NotFound);
    ServiceAccount account = m_accounts.at(at);
    if (!etag.isEmpty() && etag != withEtag(account).etag)
        return Error(ErrorKind::Stale);
    account.description = changes.description().text();
    account.roles = changes.roles();
    account.updateDate = m_clock.now();
    put(account);
    return withEtag(account);
}

Call MemoryAdminApi::deleteServiceAccount(const QString &id, Deadline /*deadline*/, QObject *context,
                                          Continuation<Done> then)
{
    return answer<Done>(
        Verb::Delete, context, std::move(then),
        [this, id] {
            remove(id);
            return Result<Done>(Done());
        },
        id);
}

Call MemoryAdminApi::session(Deadline /*deadline*/, QObject *context, Continuation<Session> then)
{
    return answer<Session>(Verb::Session, context, std::move(then),
                           [this] { return Result<Session>(m_session); });
}

ServiceAccount MemoryAdminApi::withEtag(const ServiceAccount &account) const
{
    ServiceAccount result = account;
    result.etag = QStringLiteral("\"v%1\"").arg(m_versions.value(account.id));
    return result;
}

qsizetype MemoryAdminApi::indexOf(const QString &id) const
{
    for (qsizetype at = 0; at < m_accounts.size(); ++at) {
        if (m_accounts.at(at).id == id)
            return at;
    }
    return -1;
}
