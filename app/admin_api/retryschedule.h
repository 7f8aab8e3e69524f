#pragma once

#include "models/errors/error.h"
#include "models/ports/deadline.h"

#include <QRandomGenerator>

#include <optional>

/// Whether and when a read that failed is tried again within its call: at most twice, soon after the first
/// failure and well before the call's deadline. What takes longer is told to the person, and tried by who
/// can say so on the screen.
class RetrySchedule
{
public:
    static constexpr int mostTries = 3;
    /// Counted from the first failure.
    static constexpr std::chrono::milliseconds within = std::chrono::seconds(3);
    /// What the last try has at least.
    static constexpr std::chrono::milliseconds leastLeft = std::chrono::seconds(1);

    /// One for each call that only reads. Two with the same @p seed give the same pauses.
    explicit RetrySchedule(Deadline deadline, quint32 seed = QRandomGenerator::global()->generate());

    /// How long to wait after another try failed with @p error; nothing when the error is handed on instead.
    /// @p elapsed since the call began; @p wasReached says whether the server ever answered before: one that
    /// did not has a wrong address or does not run, and waiting does not help.
    std::optional<std::chrono::milliseconds> pause(const Error &error, std::chrono::milliseconds elapsed,
                                                   bool wasReached);

private:
    std::chrono::milliseconds wished(const Error &error);

    Deadline m_deadline;
    QRandomGenerator m_chance;
    int m_failures = 0;
    std::chrono::milliseconds m_firstFailure{0};
};
