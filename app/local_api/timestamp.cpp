#include "app/local_api/timestamp.h"

#include <chrono>

namespace localapi {

namespace {

using std::chrono::milliseconds;
using std::chrono::sys_days;

using namespace std::chrono_literals;

/// A year is written with four digits.
constexpr sys_days firstDay{1y / 1 / 1};
constexpr sys_days endOfDays{10000y / 1 / 1};

void putDigits(char *end, int count, unsigned value)
{
    for (int i = 0; i < count; ++i, value /= 10)
        *--end = static_cast<char>('0' + value % 10);
}

/// Reads a text from its front; once something did not fit, it stays failed.
class Reader
{
public:
    explicit Reader(std::string_view text)
        : m_rest(text)
    {
    }

    int digits(std::size_t count)
    {
        if (m_rest.size() < count)
            return fail();
        int value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (m_rest[i] < '0' || m_rest[i] > '9')
                return fail();
            value = value * 10 + (m_rest[i] - '0');
        }
        m_rest.remove_prefix(count);
        return value;
    }

    bool take(char character)
    {
        if (m_rest.empty() || m_rest.front() != character)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    void expect(char character)
    {
        if (!take(character))
            fail();
    }

    int fractionInMilliseconds()
    {
        int value = 0;
        int scale = 100;
        std::size_t length = 0;
        for (; length < m_rest.size() && m_rest[length] >= '0' && m_rest[length] <= '9'; ++length) {
            value += (m_rest[length] - '0') * scale;
            scale /= 10;
        }
        if (length == 0)
            return fail();
        m_rest.remove_prefix(length);
        return value;
    }

    bool isAtEnd() const { return m_valid && m_rest.empty(); }

private:
    int fail()
    {
        m_valid = false;
        m_rest = {};
        return 0;
    }

    std::string_view m_rest;
    bool m_valid = true;
};

std::optional<int> offsetInMinutes(Reader &reader)
{
    if (reader.take('Z'))
        return 0;
    const bool west = reader.take('-');
    if (!west)
        reader.expect('+');
    const int hours = reader.digits(2);
    reader.expect(':');
    const int minutes = reader.digits(2);
    if (hours > 23 || minutes > 59)
        return std::nullopt;
    return (west ? -1 : 1) * (hours * 60 + minutes);
}

} // namespace

Timestamp systemTime()
{
    using std::chrono::system_clock;
    return std::chrono::duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string toIso8601(Timestamp moment)
{
    const std::chrono::sys_time<milliseconds> time{milliseconds(moment)};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);

    std::string text = "0000-00-00T00:00:00.000Z";
    putDigits(&text[4], 4, static_cast<unsigned>(static_cast<int>(date.year())));
    putDigits(&text[7], 2, static_cast<unsigned>(date.month()));
    putDigits(&text[10], 2, static_cast<unsigned>(date.day()));
    putDigits(&text[13], 2, static_cast<unsigned>(clock.hours().count()));
    putDigits(&text[16], 2, static_cast<unsigned>(clock.minutes().count()));
    putDigits(&text[19], 2, static_cast<unsigned>(clock.seconds().count()));
    putDigits(&text[23], 3, static_cast<unsigned>(clock.subseconds().count()));
    return text;
}

std::optional<Timestamp> fromIso8601(std::string_view text)
{
    Reader reader(text);
    const int year = reader.digits(4);
    reader.expect('-');
    const int month = reader.digits(2);
    reader.expect('-');
    const int day = reader.digits(2);
    reader.expect('T');
    const int hour = reader.digits(2);
    reader.expect(':');
    const int minute = reader.digits(2);
    reader.expect(':');
    const int second = reader.digits(2);
    const int fraction = reader.take('.') ? reader.fractionInMilliseconds() : 0;
    const std::optional<int> offset = offsetInMinutes(reader);

    const std::chrono::year_month_day date(std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day)));
    if (!reader.isAtEnd() || !offset || year < 1 || !date.ok() || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    const auto moment = sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute - *offset) +
                        std::chrono::seconds(second) + milliseconds(fraction);
    if (moment < firstDay || moment >= endOfDays)
        return std::nullopt;
    return std::chrono::duration_cast<milliseconds>(moment.time_since_epoch()).count();
}

} // namespace localapi
