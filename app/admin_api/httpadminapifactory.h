#pragma once

#include "models/ports/adminapifactory.h"

/// Makes clients over HTTP. Each has connections and nothing else of its own: no cookie, no cache.
class HttpAdminApiFactory final : public AdminApiFactory
{
public:
    std::unique_ptr<RetargetableAdminApi> create() override;
};
