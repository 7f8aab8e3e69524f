#include "app/local_api/responsehead.h"

#include <sodium.h>

#include <array>

namespace localapi {

namespace {

std::string twoDigits(int value)
{
    return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

/// Not strftime: its names of days and months follow the locale.
std::string httpDate(std::time_t second)
{
    static constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm time{};
    gmtime_r(&second, &time);
    return std::string(days[static_cast<std::size_t>(time.tm_wday)]) + ", " + twoDigits(time.tm_mday) + " " +
           months[static_cast<std::size_t>(time.tm_mon)] + " " + std::to_string(1900 + time.tm_year) + " " +
           twoDigits(time.tm_hour) + ":" + twoDigits(time.tm_min) + ":" + twoDigits(time.tm_sec) + " GMT";
}

bool hasNoContent(int status)
{
    return status == 204 || status == 304;
}

} // namespace

ResponseHead::ResponseHead()
{
    std::array<unsigned char, 4> random{};
    randombytes_buf(random.data(), random.size());
    std::array<char, 2 * random.size() + 1> text{};
    sodium_bin2hex(text.data(), text.size(), random.data(), random.size());
    m_run = text.data();
}

const std::string &ResponseHead::date()
{
    if (const std::time_t now = std::time(nullptr); now != m_dateSecond) {
        m_dateSecond = now;
        m_date = httpDate(now);
    }
    return m_date;
}

std::string ResponseHead::of(const Response &response, bool keepsAlive)
{
    std::string head;
    head.reserve(320);
    head += "HTTP/1.1 ";
    head += std::to_string(response.status);
    head += ' ';
    head += reasonPhrase(response.status);
    head += "\r\nDate: ";
    head += date();
    head += "\r\nX-Request-Id: ";
    head += m_run;
    head += '-';
    head += std::to_string(++m_requests);
    head += "\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n";
    if (!keepsAlive)
        head += "Connection: close\r\n";
    for (const HeaderField &field : response.fields) {
        head += field.name;
        head += ": ";
        head += field.value;
        head += "\r\n";
    }
    if (!response.contentType.empty()) {
        head += "Content-Type: ";
        head += response.contentType;
        head += "\r\n";
    }
    if (!hasNoContent(response.status)) {
        head += "Content-Length: ";
        head += std::to_string(response.body.size());
        head += "\r\n";
    }
    head += "\r\n";
    return head;
}

} // namespace localapi
