#pragma once

#include "models/list/accountlist.h"
#include "models/ports/settings.h"

#include <QTimer>

/// When the list is read again by itself: some minutes after it was read (a setting) while the window can be
/// seen, when somebody comes back to the window, and after a failure that may pass by itself, when the server
/// asked for it or else after 2, 4, 8 … 60 s. One try at a time, and one only after the computer slept; what
/// needs a person (another token, another address) is left to that person.
class RefreshSchedule final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it. Follows the list whatever its connection.
    RefreshSchedule(AccountList &list, const Settings &settings, const Clock &clock,
                    QObject *parent = nullptr);

    /// Somebody came to the window: rows that are older than half a minute are read again.
    void windowActivated();
    /// Whether the window can be seen at all: neither hidden nor minimised. At first it counts as seen.
    void setWindowShown(bool shown);

    /// Begins what is due by the clock; called by a timer.
    void check();

private:
    enum class Reason {
        None,
        Interval, ///< The rows become old.
        Healing,  ///< A failure may have passed.
        Asked     ///< The server said when.
    };

    void follow();
    void plan();
    void planAfterFailure();
    void planFor(Reason reason, std::chrono::milliseconds delay);
    void dismiss();

    AccountList &m_list;
    const Settings &m_settings;
    const Clock &m_clock;
    QTimer m_timer;
    Reason m_reason = Reason::None;
    QDateTime m_due;
    std::chrono::milliseconds m_delay{0};
    /// In a row.
    int m_failures = 0;
    bool m_isWindowShown = true;
};
