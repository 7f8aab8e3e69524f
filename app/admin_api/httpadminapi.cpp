#include "app/admin_api/httpadminapi.h"

#include "app/admin_api/errorreader.h"
#include "app/admin_api/headervalue.h"
#include "app/admin_api/networklog.h"
#include "app/admin_api/oneshotbody.h"
#include "app/admin_api/outboundproxies.h"
#include "app/admin_api/requestbody.h"
#include "app/admin_api/retryschedule.h"
#include "app/admin_api/sessionreader.h"

#include <QPointer>

namespace {

constexpr int largestPage = 1000;

/// The account is not there (any more).
bool isGone(const HttpAnswer &answer)
{
    return answer.status() == 404 || answer.status() == 410;
}

/// An account that is gone is what was asked for. A page of HTML comes from something in between, whatever
/// its status, and says nothing.
Result<Done> readDeletion(const HttpAnswer &answer)
{
    const bool expected = answer.status() == 200 || answer.status() == 204 || isGone(answer);
    if (!expected || answer.isHtml())
        return Error(ErrorKind::Unreadable);
    return Done{};
}

/// Of a request that is stopped during the handshake Qt keeps the connection for the next one, to which it
/// does not tell that it is encrypted: nobody would check its certificate. @p network lives as long as
/// @p reply.
void leaveUncheckedConnection(QNetworkReply *reply, const std::shared_ptr<QNetworkAccessManager> &network,
                              Route &route)
{
    const auto isChecked = std::make_shared<bool>(reply->url().scheme() != QStringLiteral("https"));
    const auto check = [isChecked] { *isChecked = true; };
    QObject::connect(reply, &QNetworkReply::encrypted, reply, check);
    QObject::connect(reply, &QNetworkReply::requestSent, reply, check);
    QObject::connect(reply, &QNetworkReply::finished, reply, [isChecked, reply, network, &route] {
        if (!*isChecked && reply->error() == QNetworkReply::OperationCanceledError)
            route.leaveConnections();
    });
}

} // namespace

QString HttpAdminApi::methodName(Verb verb)
{
    switch (verb) {
    case Verb::Get:
        return QStringLiteral("GET");
    case Verb::Post:
        return QStringLiteral("POST");
    case Verb::Put:
        return QStringLiteral("PUT");
    case Verb::Delete:
        return QStringLiteral("DELETE");
    }
    Q_UNREACHABLE();
}

HttpAdminApi::HttpAdminApi(const HttpLimits &limits, std::shared_ptr<TrustedAuthorities> authorities)
    : m_limits(limits)
    , m_authorities(std::move(authorities))
{
}

HttpAdminApi::~HttpAdminApi()
{
    const auto exchanges = m_exchanges.findChildren<PatientExchange *>();
    for (PatientExchange *exchange : exchanges)
        exchange->fail(Error(ErrorKind::Cancelled));
}

void HttpAdminApi::setTarget(const ApiTarget &target, SecretText credential)
{
    // What one server proved holds for it alone.
    const bool sameServer = m_target->settings.address == target.address;
    const bool proved = sameServer && m_target->honoursIdempotencyKeys;
    const bool answered = sameServer && m_target->hasAnswered;
    m_target =
        std::make_shared<Target>(Target{target, BearerCredential(std::move(credential)),
                                        proved || target.honoursIdempotencyKeys, answered, routeTo(target)});
}

Route *HttpAdminApi::routeTo(const ApiTarget &target)
{
    if (m_routes.empty() || !m_routes.back()->leadsTo(target)) {
        if (m_exchanges.children().isEmpty())
            m_routes.clear();
        m_routes.push_back(std::make_unique<Route>(target, m_authorities));
    }
    return m_routes.back().get();
}

Call HttpAdminApi::listServiceAccounts(const QString &pageToken, int limit, Deadline deadline,
                                       QObject *context, Continuation<AccountPage> then)
{
    return readPage(ApiAddress(m_target->settings).list(pageToken, limit), deadline, context,
                    std::move(then));
}

Call HttpAdminApi::serviceAccountsNamed(const QString &name, const QString &pageToken, Deadline deadline,
                                        QObject *context, Continuation<AccountPage> then)
{
    return readPage(ApiAddress(m_target->settings).list(pageToken, largestPage, name), deadline, context,
                    std::move(then));
}

Call HttpAdminApi::readPage(const QUrl &url, Deadline deadline, QObject *context,
                            Continuation<AccountPage> then)
{
    Outgoing outgoing{Verb::Get, url};
    outgoing.largestAnswer = m_limits.list;
    return send<AccountPage>(outgoing, deadline, context, std::move(then),
                             [this](const HttpAnswer &answer) { return m_reader.page(answer); });
}

Call HttpAdminApi::serviceAccount(const QString &id, Deadline deadline, QObject *context,
                                  Continuation<ServiceAccount> then)
{
    return send<ServiceAccount>({Verb::Get, ApiAddress(m_target->settings).item(id)}, deadline, context,
                                std::move(then),
                                [this](const HttpAnswer &answer) { return m_reader.account(answer); });
}

Call HttpAdminApi::createServiceAccount(const NewServiceAccount &account, const QString &idempotencyKey,
                                        Deadline deadline, QObject *context, Continuation<CreatedToken> then)
{
    const auto target = m_target;
    const QByteArray key = idempotencyKey.toUtf8();
    Outgoing outgoing{Verb::Post, ApiAddress(target->settings).collection()};
    outgoing.body = createBody(account, target->settings.dateStyle);
    if (!key.isEmpty() && isHeaderValue(key))
        outgoing.headers.append({"Idempotency-Key", key});
    return send<CreatedToken>(outgoing, deadline, context, std::move(then),
                              [this, target, key](const HttpAnswer &answer) {
                                  if (!key.isEmpty() && answer.header("Idempotency-Key") == key)
                                      target->honoursIdempotencyKeys = true;
                                  return m_reader.created(answer);
                              });
}

Call HttpAdminApi::updateServiceAccount(const QString &id, const AccountChanges &changes, const QString &etag,
                                        Deadline deadline, QObject *context,
                                        Continuation<ServiceAccount> then)
{
    Outgoing outgoing{Verb::Put, ApiAddress(m_target->settings).item(id)};
    outgoing.body = updateBody(changes);
    const QByteArray condition = etag.toLatin1();
    if (!condition.isEmpty() && isHeaderValue(condition))
        outgoing.headers.append({"If-Match", condition});
    return send<ServiceAccount>(outgoing, deadline, context, std::move(then),
                                [this](const HttpAnswer &answer) { return m_reader.account(answer); });
}

Call HttpAdminApi::deleteServiceAccount(const QString &id, Deadline deadline, QObject *context,
                                        Continuation<Done> then)
{
    return send<Done>({Verb::Delete, ApiAddress(m_target->settings).item(id)}, deadline, context,
                      std::move(then), &readDeletion);
}

Call HttpAdminApi::session(Deadline deadline, QObject *context, Continuation<Session> then)
{
    return send<Session>({Verb::Get, ApiAddress(m_target->settings).session()}, deadline, context,
                         std::move(then), &readSession);
}

Error HttpAdminApi::Outset::told(Error facts, bool succeeded) const
{
    facts.method = methodName(verb);
    facts.host = url.port() < 0 ? url.host() : url.host() + u':' + QString::number(url.port());
    facts.path = url.path(QUrl::FullyEncoded);
    // Qt says "refused" or "unknown" for a proxy that is not there or opens no tunnel, and before the
    // tunnel is open nobody else was spoken to.
    const bool isProxyUsed = OutboundProxies::isUsed(target->settings.proxy, url.host());
    if (isProxyUsed && facts.kind == ErrorKind::Unreachable)
        facts.kind = ErrorKind::ProxyFailed;
    if (isProxyUsed && facts.kind == ErrorKind::ProxyFailed)
        facts.target = target->settings.proxy;
    facts = target->credential.removedFrom(std::move(facts));
    NetworkLog::exchanged(facts, succeeded, std::chrono::milliseconds(since.elapsed()));
    return facts;
}

template <class T>
Call HttpAdminApi::send(const Outgoing &outgoing, Deadline deadline, QObject *context, Continuation<T> then,
                        Read<T> read)
{
    const Promise<T> promise(context, std::move(then));
    Outset outset{m_target, outgoing.verb, outgoing.url.value_or(m_target->settings.address), {}};
    outset.since.start();
    if (const auto kind = refusal(outgoing)) {
        promise.finishLater(outset.told(Error(*kind)));
        return promise.call();
    }

    // Answered at the event loop's next turn, also from here: the continuation may destroy this object.
    const auto finish = [promise, outset, read = std::move(read)](Result<HttpAnswer> answer) {
        if (!answer) {
            promise.finishLater(outset.told(answer.error()));
            return;
        }
        outset.target->hasAnswered = true;
        const HttpAnswer &got = answer.value();
        const bool isForReading = got.isSuccess() || (outset.verb == Verb::Delete && isGone(got));
        Result<T> result =
            isForReading ? read(got) : Result<T>(readError(got, QDateTime::currentDateTimeUtc()));
        Error facts = result ? Error() : result.error();
        facts.httpStatus = got.status();
        facts.requestId = QString::fromLatin1(got.requestId());
        facts.isWebPage = got.isHtml();
        facts = outset.told(std::move(facts), result.ok());
        promise.finishLater(result ? std::move(result) : Result<T>(std::move(facts)));
    };
    const qint64 largest = outgoing.largestAnswer > 0 ? outgoing.largestAnswer : m_limits.answer;
    const bool encrypted = outgoing.url->scheme() == QStringLiteral("https");
    const QPointer<PatientExchange> exchange =
        new PatientExchange([this, outgoing, target = m_target] { return start(outgoing, *target); },
                            m_limits, largest, deadline, againAfter(outset, deadline), finish, &m_exchanges);
    promise.onAbandon([exchange] {
        if (exchange)
            exchange->abandon();
    });
    TrustedAuthorities &authorities = m_target->route->authorities();
    if (encrypted && !authorities.isReady()) {
        QObject::connect(&authorities, &TrustedAuthorities::over, exchange.data(), [exchange, &authorities] {
            if (authorities.problem())
                exchange->fail(*authorities.problem());
            else
                exchange->begin();
        });
        authorities.load();
    } else {
        exchange->begin();
    }
    return promise.call();
}

PatientExchange::Again HttpAdminApi::againAfter(const Outset &outset, Deadline deadline)
{
    if (outset.verb != Verb::Get)
        return {};
    return [outset, schedule = RetrySchedule(deadline)](
               const Result<HttpAnswer> &result,
               std::chrono::milliseconds elapsed) mutable -> std::optional<std::chrono::milliseconds> {
        if (result && result.value().isSuccess())
            return std::nullopt;
        Error error = result ? readError(result.value(), QDateTime::currentDateTimeUtc()) : result.error();
        if (result) {
            error.httpStatus = result.value().status();
            outset.target->hasAnswered = true;
        }
        const auto pause = schedule.pause(error, elapsed, outset.target->hasAnswered);
        if (pause)
            outset.told(std::move(error));
        return pause;
    };
}

std::optional<ErrorKind> HttpAdminApi::refusal(const Outgoing &outgoing) const
{
    if (const auto problem = ApiAddress(m_target->settings).problem())
        return problem;
    if (!m_target->credential.isSendable())
        return ErrorKind::Unauthorized;
    if (!outgoing.url)
        return ErrorKind::NotFound;
    return std::nullopt;
}

Exchange::Started HttpAdminApi::start(const Outgoing &outgoing, const Target &target)
{
    QNetworkRequest request = target.credential.request(*outgoing.url);
    if (target.route->authorities().isReady())
        request.setSslConfiguration(target.route->authorities().configuration());
    const auto network = target.route->network();
    for (const auto &[name, value] : outgoing.headers)
        request.setRawHeader(name, value);
    Exchange::Started started;
    if (outgoing.verb == Verb::Get) {
        started.reply = network->get(request);
    } else if (outgoing.verb == Verb::Delete) {
        started.reply = network->deleteResource(request);
    } else {
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        request.setHeader(QNetworkRequest::ContentLengthHeader, outgoing.body.size());
        started.body = new OneShotBody(outgoing.body);
        started.reply = outgoing.verb == Verb::Post ? network->post(request, started.body)
                                                    : network->put(request, started.body);
        started.body->setParent(started.reply);
    }
    leaveUncheckedConnection(started.reply, network, *target.route);
    return started;
}
