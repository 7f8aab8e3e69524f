#include "app/local_api/stopwatcher.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace localapi {

namespace {

// All that a signal handler may touch.
std::atomic<int> wakeUpEnd{-1};

void wakeUp(int)
{
    const int savedError = errno;
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(wakeUpEnd, &byte, 1);
    errno = savedError;
}

/// Reads away what comes; false at the end.
bool skipInput()
{
    std::array<char, 256> ignored{};
    const ssize_t count = ::read(STDIN_FILENO, ignored.data(), ignored.size());
    return count > 0 || (count < 0 && errno == EINTR);
}

} // namespace

StopWatcher::StopWatcher(bool watchesStandardInput, std::function<void()> stop)
{
    if (::pipe2(m_pipe.data(), O_CLOEXEC) != 0)
        m_pipe = {-1, -1};
    wakeUpEnd = m_pipe[1];
    struct sigaction action
    {
    };
    action.sa_handler = wakeUp;
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        ::sigaction(signal, &action, nullptr);
    m_thread = std::thread([this, watchesStandardInput, callback = std::move(stop)] {
        wait(watchesStandardInput);
        callback();
    });
}

StopWatcher::~StopWatcher()
{
    wakeUp(0);
    m_thread.join();
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        ::signal(signal, SIG_DFL);
    wakeUpEnd = -1;
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

void StopWatcher::wait(bool watchesStandardInput) const
{
    std::array<pollfd, 2> sources = {pollfd{m_pipe[0], POLLIN, 0},
                                     pollfd{watchesStandardInput ? STDIN_FILENO : -1, POLLIN, 0}};
    while (true) {
        if (::poll(sources.data(), sources.size(), -1) < 0 && errno != EINTR)
            return;
        if (sources[0].revents != 0 || (sources[1].revents != 0 && !skipInput()))
            return;
    }
}

} // namespace localapi
