#pragma once

#include <QString>

/// The desktop's session, asked not to end while something would be lost.
class LogoutGuard
{
public:
    virtual ~LogoutGuard() = default;

    /// From now on. @p reason is for whoever logs out meanwhile; a later one takes its place.
    virtual void hold(const QString &reason) = 0;
    /// The session may end.
    virtual void letGo() = 0;
};
