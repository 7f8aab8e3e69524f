#pragma once

#include <array>
#include <functional>
#include <thread>

namespace localapi {

/// Waits for what ends the server: SIGTERM, SIGINT, SIGHUP, and the end of the standard input when asked to.
/// A second signal of the same kind ends the program at once. One in a process.
class StopWatcher
{
public:
    /// @p stop is called once, on a thread of its own.
    StopWatcher(bool watchesStandardInput, std::function<void()> stop);
    ~StopWatcher();

    StopWatcher(const StopWatcher &) = delete;
    StopWatcher &operator=(const StopWatcher &) = delete;

private:
    void wait(bool watchesStandardInput) const;

    std::array<int, 2> m_pipe{-1, -1};
    std::thread m_thread;
};

} // namespace localapi
