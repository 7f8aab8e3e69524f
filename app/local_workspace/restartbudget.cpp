#include "app/local_workspace/restartbudget.h"

bool RestartBudget::take(TimePoint now)
{
    while (!m_taken.empty() && now - m_taken.front() >= window)
        m_taken.pop_front();
    if (m_taken.size() >= mostRestarts)
        return false;
    m_taken.push_back(now);
    return true;
}
