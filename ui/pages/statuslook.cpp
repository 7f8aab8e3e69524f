#include "ui/pages/statuslook.h"

StatusLook statusLook(Status status)
{
    switch (status) {
    case Status::ExpiringSoon:
        return {QStringLiteral("clock-alert"), Token::Warn, Token::Warn};
    case Status::Expired:
        return {QStringLiteral("circle-x"), Token::Bad, Token::Bad};
    case Status::Active:
        break;
    }
    return {QStringLiteral("circle-check"), Token::Ok, Token::Text2};
}
