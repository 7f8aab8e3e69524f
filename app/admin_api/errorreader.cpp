#include "app/admin_api/errorreader.h"

#include "app/admin_api/httpdate.h"
#include "app/admin_api/jsontree.h"

#include <QUrl>

#include <algorithm>

namespace {

constexpr qsizetype longestMessage = 500;
constexpr qsizetype mostFields = 50;
constexpr std::chrono::seconds longestWait = std::chrono::hours(24);

/// Breaks the line, hides, or turns the direction of what follows: a server must not do that to our windows.
bool isUnfit(uint character)
{
    const QChar::Category category = QChar::category(character);
    return category == QChar::Other_Control || category == QChar::Other_Format ||
           category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

QString shown(const QString &text)
{
    QList<uint> characters = text.toUcs4();
    std::replace_if(characters.begin(), characters.end(), isUnfit, uint{' '});
    const QString tidy =
        QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.constData()), characters.size())
            .simplified();
    // Not within a pair of surrogates.
    const bool isCut = tidy.size() > longestMessage && tidy.at(longestMessage - 1).isHighSurrogate();
    return tidy.left(isCut ? longestMessage - 1 : longestMessage);
}

ErrorKind kindOfConflict(QStringView code)
{
    if (code == u"name_taken")
        return ErrorKind::NameTaken;
    if (code == u"replay_expired")
        return ErrorKind::ReplayExpired;
    if (code == u"account_gone")
        return ErrorKind::AccountGone;
    if (code == u"last_admin")
        return ErrorKind::LastAdmin;
    return ErrorKind::Conflict;
}

ErrorKind kindOf(int status, QStringView code)
{
    switch (status) {
    case 400:
        return ErrorKind::BadRequest;
    case 401:
        return ErrorKind::Unauthorized;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
    case 410:
        return ErrorKind::NotFound;
    case 409:
        return kindOfConflict(code);
    case 412:
        return ErrorKind::Stale;
    case 422:
        return code == u"key_reused" ? ErrorKind::KeyReused : ErrorKind::Invalid;
    case 428:
        return ErrorKind::PreconditionRequired;
    case 429:
        return ErrorKind::TooManyRequests;
    case 503:
        return ErrorKind::Unavailable;
    default:
        break;
    }
    if (status >= 300 && status < 400)
        return ErrorKind::Redirected;
    return status >= 500 && status < 600 ? ErrorKind::ServerFault : ErrorKind::UnexpectedStatus;
}

QString firstStringOf(const JsonTree::Object &object, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (QString text = shown(JsonTree::stringAt(object, key)); !text.isEmpty())
            return text;
    }
    return {};
}

QList<FieldError> fieldsOf(const JsonTree::Object &object)
{
    const auto member = JsonTree::member(object, "errors");
    const auto errors = member ? JsonTree::array(*member) : std::nullopt;
    if (!errors)
        return {};
    QList<FieldError> fields;
    for (const auto element : *errors) {
        const auto error = JsonTree::object(element);
        if (!error || fields.size() == mostFields)
            continue;
        FieldError field = {shown(JsonTree::stringAt(*error, "field")),
                            shown(JsonTree::stringAt(*error, "code")),
                            firstStringOf(*error, {"message", "detail"})};
        if (field != FieldError())
            fields.append(std::move(field));
    }
    return fields;
}

void readObject(const JsonTree::Object &object, int status, Error &error)
{
    error.kind = kindOf(status, firstStringOf(object, {"code", "error_code"}));
    error.fields = fieldsOf(object);
    error.message = firstStringOf(
        object, {"detail", "message", "error_details", "error_description", "error", "title", "error_code"});
    if (!error.message.isEmpty())
        return;
    // {"error": {"message": …}} is common enough to be worth two lines.
    const auto nested = JsonTree::member(object, "error");
    if (const auto inner = nested ? JsonTree::object(*nested) : std::nullopt)
        error.message = firstStringOf(*inner, {"message", "detail"});
}

void readBody(const HttpAnswer &answer, Error &error)
{
    const QByteArray start = answer.body().left(256).trimmed();
    if (start.isEmpty() || answer.isHtml())
        return;
    const JsonTree tree(answer.body());
    if (const auto object = tree.rootObject()) {
        readObject(*object, answer.status(), error);
        return;
    }
    const auto text = tree.root() ? JsonTree::text(*tree.root()) : std::nullopt;
    if (text)
        error.message = shown(JsonTree::toQString(*text));
    else if (!tree.root() && !start.startsWith('{') && !start.startsWith('['))
        error.message = shown(QString::fromUtf8(answer.body()));
}

/// Where a redirect points to, without what may be secret in an address. Nothing for what nobody could
/// connect to: a script, data, a file.
QString shownTarget(const QByteArray &location)
{
    const QUrl url = QUrl::fromEncoded(location, QUrl::TolerantMode);
    const bool isWeb = url.scheme() == QStringLiteral("https") || url.scheme() == QStringLiteral("http");
    if (!url.isValid() || (isWeb ? url.host().isEmpty() : !url.isRelative()))
        return {};
    return shown(url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment)
                     .toDisplayString(QUrl::FullyEncoded));
}

std::optional<std::chrono::seconds> retryAfterOf(const HttpAnswer &answer, const QDateTime &now)
{
    const QByteArray value = answer.header("Retry-After");
    if (value.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    qint64 seconds = value.toLongLong(&isNumber);
    if (!isNumber) {
        const QDateTime until = readHttpDate(value);
        if (!until.isValid())
            return std::nullopt;
        // By the server's own clock where it tells it: ours may be wrong.
        const QDateTime arrival = answer.date().isValid() ? answer.date() : now;
        seconds = arrival.secsTo(until);
    }
    return std::clamp(std::chrono::seconds(seconds), std::chrono::seconds(0), longestWait);
}

} // namespace

Error readError(const HttpAnswer &answer, const QDateTime &now)
{
    Error error(kindOf(answer.status(), {}));
    // A page for people comes from something in between, which knows nothing of roles.
    if (error.kind == ErrorKind::Forbidden && answer.isHtml())
        error.kind = ErrorKind::Unreadable;
    // What is said beside a redirect is no answer of the API, and might be anything.
    if (error.kind != ErrorKind::Redirected)
        readBody(answer, error);
    error.retryAfter = retryAfterOf(answer, now);
    if (error.kind == ErrorKind::Redirected)
        error.target = shownTarget(answer.header("Location"));
    return error;
}
