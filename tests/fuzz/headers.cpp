// Fields of heads on both sides: ETag, If-Match, Retry-After, Date, and the ways to write a time.

#include "app/admin_api/errorreader.h"
#include "app/admin_api/httpdate.h"
#include "app/admin_api/isodate.h"
#include "app/local_api/etag.h"
#include "app/local_api/timestamp.h"
#include "tests/fuzz/fuzzedanswer.h"
#include "tests/fuzz/property.h"
#include "tests/fuzz/reportedaccount.h"

#include <QLocale>

#include <chrono>

using namespace std::chrono_literals;

namespace {

void checkRetryAfter(const HttpAnswer &answer)
{
    const Error error = readError(answer, QDateTime::fromSecsSinceEpoch(1'767'225'600, Qt::UTC));
    if (error.retryAfter)
        mustHold(*error.retryAfter >= 0s && *error.retryAfter <= 24h, "a wait is within a day");
}

void checkHttpDate(const QByteArray &text)
{
    const QDateTime date = readHttpDate(text);
    mustBeMoment(date);
    if (!date.isValid())
        return;
    const QString written = QLocale::c().toString(date, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    mustHold(readHttpDate(written.toLatin1()) == date, "a date of HTTP written again is the same");
    mustHold(written.toLatin1().mid(3) == text.trimmed().mid(3), "a date of HTTP has one way to be written");
}

void checkTime(std::string_view text)
{
    const auto read = readDate(text);
    mustHold(!read || read->isValid(), "what is read as a time is one");
    if (read) {
        mustBeMoment(*read);
        mustHold(readDate(read->toString(Qt::ISODateWithMs).toStdString()) == read,
                 "a time written again is the same");
    }
    const auto moment = localapi::fromIso8601(text);
    if (!moment)
        return;
    mustHold(localapi::fromIso8601(localapi::toIso8601(*moment)) == moment,
             "a time of the local API written again is the same");
    mustHold(read && read->toMSecsSinceEpoch() == *moment, "both sides read the same time");
}

localapi::Request asked(const char *name, const QByteArray &list)
{
    localapi::Request request;
    request.fields.emplace_back(name, list.toStdString());
    return request;
}

void checkEtags(const QByteArray &list, const QByteArray &tag)
{
    const std::string etag = tag.toStdString();
    const bool matches = localapi::ifMatchAllows(asked("If-Match", list), etag);
    const bool isKnown =
        localapi::unlessKnown(asked("If-None-Match", list), etag, localapi::Response(200)).status == 304;
    mustHold(isKnown || !matches, "what compares strongly compares weakly");
    mustHold(list.contains(tag) || list.contains('*') || !isKnown, "only a tag that is named is known");
    QByteArray weak = list;
    weak.replace('*', "").replace(tag, "W/" + tag);
    mustHold(!localapi::ifMatchAllows(asked("If-Match", weak), etag), "a weak tag matches nothing");
    localapi::Request both = asked("If-Match", list);
    both.fields.emplace_back("if-match", etag);
    mustHold(localapi::ifMatchAllows(both, etag), "a tag that is a list of its own is found");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const HttpAnswer answer = fuzzedAnswer(data, size);
    checkRetryAfter(answer);
    for (const char *name : {"Date", "Retry-After"})
        checkHttpDate(answer.header(name));
    checkTime(answer.header("X-Time").toStdString());
    const QByteArray etag = answer.strongEtag();
    mustHold(!etag.startsWith("W/") && !etag.contains('\n') && !etag.contains('\0'),
             "a strong ETag can stand in a head");
    for (const QByteArray &tag : {QByteArray("\"12\""), QByteArray("\"a,b\"")})
        checkEtags(answer.header("If-Match"), tag);
    return 0;
}
