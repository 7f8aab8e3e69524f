#include "app/local_api/storethread.h"

#include "app/local_api/api.h"
#include "app/local_api/firststart.h"
#include "app/local_api/problem.h"
#include "app/local_api/seed.h"
#include "app/local_api/storagefailure.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <chrono>
#include <cstdio>

namespace localapi {

namespace {

constexpr std::chrono::seconds houseKeepingInterval{30};

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(localapi::StoreThread)
};

Response unavailable()
{
    return problem(503, "The database cannot be read or written at the moment; nothing was changed.")
        .with("Retry-After", "5");
}

} // namespace

StoreThread::StoreThread(Setup setup)
    : m_setup(std::move(setup))
{
}

StoreThread::~StoreThread()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_wakeUp.notify_one();
    m_thread.join();
}

std::optional<QString> StoreThread::start()
{
    std::promise<std::optional<QString>> started;
    auto result = started.get_future();
    m_thread = std::thread([this, promise = std::move(started)]() mutable { run(std::move(promise)); });
    return result.get();
}

void StoreThread::ask(Request request, HttpHandler::Reply reply)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back({std::move(request), std::move(reply)});
    }
    m_wakeUp.notify_one();
}

void StoreThread::run(std::promise<std::optional<QString>> started)
{
    const SecretBytes *credential =
        m_setup.sessionCredential.isEmpty() ? nullptr : &m_setup.sessionCredential;
    bool hasStarted = false;
    try {
        const TokenMint mint(std::move(m_setup.serverKey));
        Store store(m_setup.databasePath);
        claimDatabase(store, mint);
        if (!credential)
            ensureAdmin(store, mint, m_setup.clock, m_setup.adminTokenPath);
        if (m_setup.seed > 0)
            seed(store, mint, m_setup.clock, m_setup.seed);
        store.database.commit();
        Api api(store, mint, m_setup.clock, credential);
        hasStarted = true;
        started.set_value(std::nullopt);
        serve(store, api);
    } catch (const StorageFailure &failure) {
        const QString remedy = failure.remedy().isEmpty()
                                   ? Text::tr("Repair that, or give another folder with --data-dir.")
                                   : failure.remedy();
        if (!hasStarted)
            started.set_value(Text::tr("Cannot serve the folder %1: %2. %3")
                                  .arg(QFileInfo(m_setup.databasePath).path(), failure.reason(), remedy));
    }
}

void StoreThread::serve(Store &store, Api &api)
{
    keepHouse(store);
    auto lastKept = std::chrono::steady_clock::now();
    while (true) {
        std::vector<Job> jobs = nextJobs();
        const bool isEnding = jobs.empty() && m_isEnding;
        if (isEnding)
            return;
        answer(store, api, std::move(jobs));
        const auto now = std::chrono::steady_clock::now();
        if (now - lastKept < houseKeepingInterval)
            continue;
        lastKept = now;
        keepHouse(store);
    }
}

std::vector<StoreThread::Job> StoreThread::nextJobs()
{
    std::unique_lock lock(m_mutex);
    m_wakeUp.wait_for(lock, houseKeepingInterval, [this] { return !m_jobs.empty() || m_isEnding; });
    return std::exchange(m_jobs, {});
}

void StoreThread::answer(Store &store, Api &api, std::vector<Job> jobs)
{
    std::vector<Response> responses;
    responses.reserve(jobs.size());
    const auto dropChanges = [&](const StorageFailure &failure) {
        report(failure.reason());
        store.database.rollBack();
        for (Response &response : responses)
            response = unavailable();
    };
    for (const Job &job : jobs) {
        try {
            responses.push_back(api.answer(job.request));
        } catch (const StorageFailure &failure) {
            responses.emplace_back();
            dropChanges(failure);
        }
    }
    try {
        store.database.commit();
    } catch (const StorageFailure &failure) {
        dropChanges(failure);
    }
    for (std::size_t i = 0; i < jobs.size(); ++i)
        jobs[i].reply(std::move(responses[i]));
}

/// Nobody waits for this: it runs between two requests.
void StoreThread::keepHouse(Store &store)
{
    try {
        if (const Timestamp now = m_setup.clock(); store.creations.hasOverdue(now)) {
            store.database.begin();
            store.creations.closeOverdue(now);
            store.database.commit();
            m_logIsStale = true;
        }
        if (m_logIsStale)
            store.database.execute(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
        m_logIsStale = false;
    } catch (const StorageFailure &failure) {
        store.database.rollBack();
        report(failure.reason());
    }
}

/// Once for each run: a full disk would fill the terminal too.
void StoreThread::report(const QString &reason)
{
    if (!std::exchange(m_hasReported, true))
        std::fputs(qPrintable(Text::tr("The database cannot be read or written: %1.").arg(reason) + u'\n'),
                   stderr);
}

} // namespace localapi
