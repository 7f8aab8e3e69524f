#pragma once

#include "app/admin_api/trustedauthorities.h"
#include "models/ports/adminapifactory.h"

/// Makes clients over HTTP. Each has connections of its own; the list of certificate authorities they share.
class HttpAdminApiFactory final : public AdminApiFactory
{
public:
    std::unique_ptr<RetargetableAdminApi> create() override;

private:
    std::shared_ptr<TrustedAuthorities> m_authorities = std::make_shared<TrustedAuthorities>();
};
