"""The faults that seed.py plants, one at a time: a slip that a tired person could make and a compiler takes.

Each row: the file, the text in it (once), what stands there instead, and the folder under tests/ whose tests ought
to notice. What nobody notices there is tried against the whole suite.
"""

from typing import NamedTuple


class Fault(NamedTuple):
    path: str
    before: str
    after: str
    tests: str


def _rows(path, tests, *changes):
    return [Fault(path, before, after, tests) for before, after in changes]


def _of(folder, name, *changes):
    """In models/<folder>/<name>, whose tests lie in the folder of the same name."""
    return _rows(f"models/{folder}/{name}", f"models/{folder}", *changes)


def _adapter(folder, name, *changes):
    return _rows(f"app/{folder}/{name}", f"app/{folder}", *changes)


RULES = [
    *_of("accounts", "accountdescription.cpp",
         ("codePoints(text) > maximumCodePoints", "codePoints(text) >= maximumCodePoints"),
         ("!text.isValidUtf16() || ", ""),
         ("return !unit.isLowSurrogate();", "return !unit.isNull();")),
    *_of("accounts", "expiration.cpp", ("end <= now", "end < now")),
    *_of("accounts", "expirationchoice.cpp",
         ("24h * m_days", "24h * (m_days + 1)"),
         ("end.addMSecs(-end.time().msec())", "end")),
    *_of("accounts", "roleset.cpp",
         ("if (roles.contains(role))", "if (!roles.contains(role))"),
         ("if (roles.isEmpty())", "if (roles.size() > 4)")),
    *_of("accounts", "serviceaccountname.cpp",
         ("character <= U'z'", "character < U'z'"),
         ("text.size() > maximumLength", "text.size() >= maximumLength"),
         ("character == U'_'", "character == U'-'")),
    *_of("accounts", "status.cpp",
         ("if (end <= now)", "if (end < now)"),
         ("end - now <= std::chrono", "end - now < std::chrono")),
    *_of("accounts", "timetext.cpp",
         ("if (seconds < 60 * day)", "if (seconds <= 60 * day)"),
         ("(seconds + unit / 2) / unit", "seconds / unit")),
    *_of("accounts", "accounttext.cpp", ("return 1.0;", "return 0.0;")),
    *_of("errors", "backoff.cpp", ("doubled < failure", "doubled <= failure")),
    *_of("errors", "serverpause.h", ("seconds(1), seconds(120)", "seconds(0), seconds(120)")),
    *_rows("models/errors/fieldrefusal.cpp", "models/creation", ("next == u'[' || ", "")),
    *_of("errors", "error.cpp",
         ("    case ErrorKind::Cut:\n    case ErrorKind::TimedOut:\n    case ErrorKind::TooLarge:",
          "    case ErrorKind::TimedOut:\n    case ErrorKind::TooLarge:")),
    *_of("connections", "connectionpolicy.cpp",
         ("*days <= *longestLifetimeDays", "*days < *longestLifetimeDays"),
         ("chosen <= last", "chosen < last"),
         ("if (unlimitedAllowed)", "if (!unlimitedAllowed)")),
    *_of("connections", "serveraddress.cpp",
         (" && one.port() == other.port()", ""),
         ("if (isHttp && !isLoopback(url.host()))", "if (isHttp && url.host().isEmpty())"),
         ("parts.constFirst() != QStringLiteral(\"127\")", "parts.constFirst().isEmpty()")),
    *_of("connections", "proxyaddress.cpp",
         (" || url.port() < 1", ""),
         ("if (typed.contains(u'@'))", "if (typed.startsWith(u'@'))")),
    *_of("connections", "resourcepath.cpp", ("/(?!/)(?:", "/(?:")),
    *_of("connections", "connectionname.cpp", ("other.key != ownKey && ", "")),
    *_of("connections", "connectioncredentials.cpp",
         ("if (self && isMissing && self->wasSaved(key))", "if (self && isMissing && !self->wasSaved(key))"),
         ("m_keptInMemoryOnly.insert_or_assign(key, result.error());", "")),
    *_of("connections", "currentconnection.cpp",
         ("isServer && credential.isEmpty() && !isSameServer", "isServer && !isSameServer"),
         ("static_cast<void>(m_store.setLastUsed({}));", "")),
    *_of("export", "spreadsheettext.cpp", (" || sign == u'@'", ""), ("sign.isSpace() || ", "")),
    *_of("export", "csvaccountwriter.cpp", ("cell.replace(u'\"', QStringLiteral(\"\\\"\\\"\"));", "")),
    *_of("many", "changeplan.cpp",
         ("if (after.isEmpty())", "if (after.size() > 9)"),
         ("takesAdmin && account.roles", "!takesAdmin && account.roles"),
         ("return signsInWith(account) ?", "return !signsInWith(account) ?")),
    *_of("many", "manychange.cpp", ("else if (std::none_of(", "else if (!std::none_of(")),
    *_of("list", "expirations.cpp", ("moment < candidate.range.end", "moment <= candidate.range.end")),
]

SECRETS = [
    *_of("secrets", "secrettext.cpp",
         ("sodium_memzero(text.data(), static_cast<size_t>(text.size()) * sizeof(QChar));", "text.data();"),
         ("sodium_memzero(utf8.data(), static_cast<size_t>(utf8.size()));", "utf8.data();"),
         ("sodium_memcmp(m_bytes.get(), other.m_bytes.get(), static_cast<size_t>(m_size)) == 0", "true")),
    *_of("keychain", "keychainsave.cpp",
         ("m_existing == TokenVault::Existing::Keep && wouldReplace()", "false"),
         ("m_patience.start();", ""),
         ("if (isRunning() || m_state == State::Saved)", "if (m_state == State::Saved)")),
    *_adapter("keychain", "writetask.cpp",
              ("if (!answer.text.equals(m_text))", "if (answer.text.isEmpty())"),
              ("view.holdsEntry == std::optional(false)", "view.holdsEntry != std::optional(true)")),
    *_adapter("keychain", "removetask.cpp",
              ("view.holdsEntry.value_or(true)", "view.holdsEntry.value_or(true) && false")),
    *_adapter("keychain", "vaulttask.cpp",
              ("m_lastState == State::Locked ?", "m_lastState != State::Locked ?")),
]

STATE_MACHINES = [
    *_of("editing", "accountedit.cpp",
         ("error.kind == ErrorKind::Stale || error.leavesOutcomeUnknown()", "error.kind == ErrorKind::Stale"),
         (" && sameRoles(account.roles, m_mine->roles())", ""),
         ("*m_mine, m_base.etag", "*m_mine, QString()")),
    *_of("editing", "accountreadback.cpp",
         ("number < pausesBetweenLooks.size()", "number + 1 < pausesBetweenLooks.size()"),
         ("!m_isSettled(result.value()) && ", "")),
    *_of("editing", "editdraft.cpp",
         ("hasAdmin(m_baseRoles) && !hasAdmin(m_roles)", "hasAdmin(m_baseRoles)"),
         ("m_refusals.remove(Field::Description);", "")),
    *_of("deletion", "accountdeletion.cpp",
         ("fail(reason, false);", "fail(reason, true);"),
         ("if (m_isAccountGone)", "if (!m_isAccountGone)"),
         ("m_savedTokens.forget(m_connectionKey, m_account.name)", "Result<Done>(Done{})")),
    *_of("creation", "creationlookup.cpp",
         ("isCreator(session, account.createdBy) && ", "(isCreator(session, account.createdBy) || true) && "),
         ("account.creationDate >= earliest && ", ""),
         (" && hasRolesOf(account, entry.request)", " && (hasRolesOf(account, entry.request) || true)"),
         ("account.description == entry.request.description.text()", "!account.description.isNull()")),
    *_of("creation", "tokencreation.cpp",
         ("m_click.keepSavingBegun();\n", "\n"),
         ("entry.value().endsWith(end)", "!end.isEmpty()"),
         ("age >= 0ms && age < repeatAfterRestartWithin", "age >= 0ms"),
         ("!m_api->honoursIdempotencyKeys() || m_triesLeft == 0", "m_triesLeft == 0"),
         ("m_isRepeat && !tellsOfTheFirstTry(error.kind)", "m_isRepeat && (!tellsOfTheFirstTry(error.kind) || true)"),
         ("std::exchange(m_click, m_click.again(m_parts.clock.now()))", "m_click"),
         ("        m_token = SecretText();\n", "")),
    *_of("creation", "tokencreations.cpp",
         ("if (!wasSentTo(entry, connectionKey, server))", "if (false && !wasSentTo(entry, connectionKey, server))")),
    *_rows("models/ports/savedtokens.h", "models/creation",
           ("saved->accountId == accountId", "saved->accountId != accountId")),
    *_of("list", "accountlist.cpp",
         ("    m_touched.insert(account.id);\n", ""),
         ("std::chrono::seconds(2)", "std::chrono::seconds(200)"),
         ("m_arrived += page.accounts;", "m_arrived = page.accounts;")),
    *_of("list", "accounttablemodel.cpp",
         ("        if (!except.contains(account.id))\n", ""),
         ("    std::for_each(except.cbegin(), except.cend(), keep);\n", "")),
    *_of("list", "refreshschedule.cpp",
         (" || (m_reason == Reason::Interval && !m_isWindowShown)", ""),
         ("if (left > m_delay)", "if (left > 1000 * m_delay)"),
         ("    ++m_failures;\n", "")),
    *_of("many", "manychanges.cpp",
         ("count(ItemState::Running) < mostInFlight", "count(ItemState::Running) <= mostInFlight"),
         ("m_wasCancelled = true;", "")),
    *_of("notices", "expirynotices.cpp",
         ("*account.expiryDate <= now || ", ""),
         ("told->days <= days", "told->days >= days")),
]

ADAPTERS = [
    *_adapter("admin_api", "bearercredential.cpp",
              ("QNetworkRequest::ManualRedirectPolicy", "QNetworkRequest::NoLessSafeRedirectPolicy"),
              ("    clean(error.message);\n", "")),
    *_adapter("admin_api", "errorreader.cpp",
              ("answer.date().isValid() ? answer.date() : now", "now"),
              ("return code == u\"key_reused\" ?", "return code != u\"key_reused\" ?"),
              ("QUrl::RemoveUserInfo | QUrl::RemoveQuery", "QUrl::RemoveQuery")),
    *_adapter("admin_api", "httpanswer.cpp", ("etag.startsWith(\"W/\") || ", "")),
    *_adapter("admin_api", "isodate.cpp",
              ("== '-' ? -1 : 1", "== '-' ? 1 : -1"),
              ("second > 60", "second > 61")),
    *_adapter("admin_api", "retryschedule.cpp",
              ("m_failures >= mostTries", "m_failures > mostTries"),
              (" || begin + leastLeft > m_deadline", "")),
    *_adapter("admin_api", "accountreader.cpp",
              ("            return unreadable();\n        result.accounts", "            continue;\n        result.accounts"),
              ("    if (token.empty())\n        return unreadable();\n", "")),
    *_adapter("admin_api", "apiaddress.cpp", (" || id == QStringLiteral(\"..\")", "")),
    *_adapter("admin_api", "httpadminapi.cpp",
              ("if (!expected || answer.isHtml())", "if (!expected)"),
              ("answer.header(\"Idempotency-Key\") == key", "!answer.header(\"Idempotency-Key\").isNull()")),
    *_adapter("admin_api", "requestbody.cpp", ("role.id.isEmpty() ? role.name : role.id", "role.name")),
    *_adapter("storage", "jsonfile.cpp",
              ("version.toInt() > m_version", "version.toInt() >= m_version"),
              (" || !file.setPermissions(ownerOnly)", "")),
    *_adapter("storage", "jsonlist.cpp", ("m_entries.replace(index, entry);", "m_entries.append(entry);")),
    *_adapter("storage", "fileconnectionstore.cpp",
              ("addressOf(entry) == address && ", "(addressOf(entry) == address || true) && ")),
    *_adapter("local_workspace", "restartbudget.cpp", ("m_taken.size() >= mostRestarts", "m_taken.size() > mostRestarts")),
]

LOCAL_API = [
    *_adapter("local_api", "authenticator.cpp",
              ("if (account->isExpiredAt(now))", "if (account->isExpiredAt(0))"),
              ("if (request.authorization.size() > 1)", "if (request.authorization.size() > 2)"),
              ("    if (!account.lastUsed)\n", "    if (account.lastUsed)\n")),
    *_adapter("local_api", "etag.cpp", ("tag == \"*\" || tag == etag;", "tag == \"*\" || !tag.empty();")),
    *_adapter("local_api", "accountcreation.cpp",
              ("creation.bodyHash != bodyHash", "creation.bodyHash != bodyHash && creation.bodyHash.isEmpty()"),
              ("m_mint.hashOfKey(caller.id.toStdString(), key)", "m_mint.hashOfKey(std::string(), key)"),
              ("creation.nonce.isEmpty() || !isInTime", "creation.nonce.isEmpty() || (!isInTime && false)")),
    *_adapter("local_api", "accountsendpoint.cpp",
              ("if (isLastAdmin(*account))", "if (false)"),
              ("if (!request.firstValue(\"If-Match\"))", "if (false)"),
              ("    m_store.creations.close(id);\n", ""),
              ("    ++account.revision;\n", "")),
    *_adapter("local_api", "accountrequest.cpp",
              ("else if (roles & roleBit(*role))", "else if (false)"),
              ("> AccountDescription::maximumCodePoints", ">= AccountDescription::maximumCodePoints"),
              ("else if (!seen.insert(reader->first).second)", "else if (seen.insert(reader->first).second == false && false)")),
    *_adapter("local_api", "headrules.cpp",
              ("if (!codings.empty() && !lengths.empty())", "if (codings.empty() && !lengths.empty() && false)"),
              ("if (!isLoopbackAuthority(hosts.front()))", "if (false)"),
              ("part == 0 && number != \"127\"", "part == 0 && number == \"0\"")),
    *_adapter("local_api", "router.cpp", (" &&\n                           rest.front() == '/' && rest.find('/', 1) == std::string_view::npos", "")),
    *_adapter("local_api", "listrequest.cpp", ("limit >= 1", "limit >= 0")),
]

FAULTS = [*RULES, *SECRETS, *STATE_MACHINES, *ADAPTERS, *LOCAL_API]
