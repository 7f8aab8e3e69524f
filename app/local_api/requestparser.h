#pragma once

#include "app/local_api/limits.h"
#include "app/local_api/refusal.h"
#include "app/local_api/request.h"

#include <memory>
#include <optional>

namespace localapi {

/// Turns the bytes of one connection into requests, one after the other: HeadScreen first, then Beast's
/// parser, then the rules of framing and Host. Knows no socket.
class RequestParser
{
public:
    enum class Progress {
        /// More bytes have to come.
        Incomplete,
        /// Said once for each request: its head is right and can be looked at, its body is still to come.
        Head,
        Complete,
        /// The connection cannot be read any further.
        Refused
    };

    explicit RequestParser(const Limits &limits);
    ~RequestParser();

    RequestParser(const RequestParser &) = delete;
    RequestParser &operator=(const RequestParser &) = delete;

    /// Takes from the front of @p input what it could use; what follows a complete request stays.
    Progress read(WipedBytes &input);

    /// From Head on.
    const Request &request() const { return m_request; }
    /// After Refused.
    const Refusal &refusal() const { return m_refusal; }
    /// Whether the client waits for `100 Continue` before it sends its body.
    bool expectsContinue() const { return m_expectsContinue; }
    /// Whether the client wants to send another request after this one.
    bool keepsAlive() const { return m_keepsAlive; }

    /// After Complete: the whole request; the parser is ready for the next.
    Request takeRequest();

private:
    Progress readHead(WipedBytes &input);
    Progress readBody(WipedBytes &input);
    Progress refuse(const Refusal &refusal);

    struct Beast;

    Limits m_limits;
    std::unique_ptr<Beast> m_beast;
    Request m_request;
    Refusal m_refusal{};
    bool m_isInBody = false;
    bool m_expectsContinue = false;
    bool m_keepsAlive = false;
};

} // namespace localapi
