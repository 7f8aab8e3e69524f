#pragma once

#include "models/ports/logoutguard.h"

/// A session that ends when nobody holds it.
class MemoryLogoutGuard final : public LogoutGuard
{
public:
    /// Empty when nothing would be lost.
    QString reason;

    void hold(const QString &why) override { reason = why; }
    void letGo() override { reason.clear(); }
};
