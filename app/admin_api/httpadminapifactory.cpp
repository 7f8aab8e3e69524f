#include "app/admin_api/httpadminapifactory.h"

#include "app/admin_api/httpadminapi.h"

std::unique_ptr<RetargetableAdminApi> HttpAdminApiFactory::create()
{
    return std::make_unique<HttpAdminApi>(HttpLimits(), m_authorities);
}
