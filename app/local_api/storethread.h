#pragma once

#include "app/local_api/httphandler.h"
#include "app/local_api/secretbytes.h"
#include "app/local_api/timestamp.h"

#include <QString>

#include <condition_variable>
#include <future>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace localapi {

class Api;
struct Store;

/// The one thread that speaks SQL. Takes all requests that have queued up, answers them, commits once, and
/// only then lets the answers go.
class StoreThread
{
public:
    struct Setup
    {
        QString databasePath;
        SecretBytes serverKey;
        /// Empty: the server runs by itself, and an Admin account is made when there is none.
        SecretBytes sessionCredential;
        QString adminTokenPath;
        int seed = 0;
        Clock clock;
    };

    explicit StoreThread(Setup setup);
    ~StoreThread();

    StoreThread(const StoreThread &) = delete;
    StoreThread &operator=(const StoreThread &) = delete;

    /// Waits until the database is open. The sentence says what is wrong.
    std::optional<QString> start();

    /// From any thread; @p reply is called on the store's thread.
    void ask(Request request, HttpHandler::Reply reply);

private:
    struct Job
    {
        Request request;
        HttpHandler::Reply reply;
    };

    void run(std::promise<std::optional<QString>> started);
    void serve(Store &store, Api &api);
    /// Empty when the thread shall end, or has nothing to do for a while.
    std::vector<Job> nextJobs();
    void answer(Store &store, Api &api, std::vector<Job> jobs);
    void keepHouse(Store &store);
    void report(const QString &reason);

    Setup m_setup;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_wakeUp;
    std::vector<Job> m_jobs;
    bool m_isEnding = false;
    bool m_hasReported = false;
    /// Deleted nonces may still be in the write-ahead log. True at first: a killed run may have left some.
    bool m_logIsStale = true;
};

} // namespace localapi
