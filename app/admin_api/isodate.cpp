#include "app/admin_api/isodate.h"

#include <QByteArrayView>

#include <cmath>

namespace {

constexpr qint64 secondsAtYear1 = -62135596800;
constexpr qint64 secondsAfterYear9999 = 253402300800;

/// Walks over the text once; the first thing that does not fit makes it fail for good.
class Reader
{
public:
    explicit Reader(std::string_view text)
        : m_rest(text)
    {
    }

    bool failed() const { return m_failed; }
    bool atEnd() const { return m_rest.empty(); }

    int number(size_t digits)
    {
        if (m_rest.size() < digits)
            return fail();
        int value = 0;
        for (const char c : m_rest.substr(0, digits)) {
            if (c < '0' || c > '9')
                return fail();
            value = value * 10 + (c - '0');
        }
        m_rest.remove_prefix(digits);
        return value;
    }

    /// Whether the next character is one of these; it is taken then.
    bool take(std::string_view anyOf)
    {
        if (m_rest.empty() || anyOf.find(m_rest.front()) == std::string_view::npos)
            return false;
        m_taken = m_rest.front();
        m_rest.remove_prefix(1);
        return true;
    }
    char taken() const { return m_taken; }

    void expect(std::string_view anyOf)
    {
        if (!take(anyOf))
            fail();
    }

    /// Behind the point or comma; what is finer than a millisecond is dropped.
    int fraction()
    {
        int milliseconds = 0;
        int digits = 0;
        for (; !m_rest.empty() && m_rest.front() >= '0' && m_rest.front() <= '9'; m_rest.remove_prefix(1)) {
            if (digits++ < 3)
                milliseconds = milliseconds * 10 + (m_rest.front() - '0');
        }
        if (digits == 0)
            return fail();
        for (; digits < 3; ++digits)
            milliseconds *= 10;
        return milliseconds;
    }

private:
    int fail()
    {
        m_failed = true;
        m_rest = {};
        return 0;
    }

    std::string_view m_rest;
    char m_taken = '\0';
    bool m_failed = false;
};

/// Days since 1970-01-01; after Howard Hinnant's description of the civil calendar's arithmetic.
qint64 daysSinceEpoch(int year, int month, int day)
{
    const int y = month <= 2 ? year - 1 : year;
    const int era = y / 400;
    const int yearOfEra = y - era * 400;
    const int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return qint64{era} * 146097 + dayOfEra - 719468;
}

int minutesOfOffset(Reader &reader)
{
    const int sign = reader.taken() == '-' ? -1 : 1;
    const int hours = reader.number(2);
    if (reader.atEnd())
        return sign * hours * 60;
    reader.take(":");
    return sign * (hours * 60 + reader.number(2));
}

std::optional<QDateTime> readSecondsAsText(std::string_view text)
{
    bool ok = false;
    const double seconds = QByteArrayView(text.data(), static_cast<qsizetype>(text.size())).toDouble(&ok);
    return ok ? dateFromSeconds(seconds) : std::nullopt;
}

} // namespace

std::optional<QDateTime> readDate(std::string_view text)
{
    Reader reader(text);
    const int year = reader.number(4);
    reader.expect("-");
    const int month = reader.number(2);
    reader.expect("-");
    const int day = reader.number(2);
    if (reader.failed())
        return readSecondsAsText(text);

    int hour = 0;
    int minute = 0;
    int second = 0;
    int millisecond = 0;
    int offset = 0;
    if (!reader.atEnd()) {
        reader.expect("Tt ");
        hour = reader.number(2);
        reader.expect(":");
        minute = reader.number(2);
        if (reader.take(":")) {
            second = reader.number(2);
            if (reader.take(".,"))
                millisecond = reader.fraction();
        }
        if (reader.take("+-"))
            offset = minutesOfOffset(reader);
        else
            reader.take("Zz");
    }
    // 24:00:00 is the end of a day, and :60 a leap second; both become the next second.
    if (reader.failed() || !reader.atEnd() || year < 1 || !QDate::isValid(year, month, day) || hour > 24 ||
        minute > 59 || second > 60 || std::abs(offset) >= 24 * 60)
        return std::nullopt;
    const qint64 minutes = daysSinceEpoch(year, month, day) * 24 * 60 + qint64{hour} * 60 + minute - offset;
    const qint64 seconds = minutes * 60 + second;
    // An offset leads out of the year that was written.
    if (seconds < secondsAtYear1 || seconds >= secondsAfterYear9999)
        return std::nullopt;
    return QDateTime::fromMSecsSinceEpoch(seconds * 1000 + millisecond, Qt::UTC);
}

std::optional<QDateTime> dateFromSeconds(double seconds)
{
    if (!(seconds >= secondsAtYear1 && seconds < secondsAfterYear9999))
        return std::nullopt;
    return QDateTime::fromMSecsSinceEpoch(std::llround(seconds * 1000), Qt::UTC);
}
