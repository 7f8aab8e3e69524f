#include "models/creation/tokencreation.h"

#include <QTimer>

#include <array>

using namespace std::chrono_literals;

using Stage = JournalledClick::Stage;

namespace {

/// After the first failure: when a create is asked for again, while that is allowed at all.
constexpr std::array pauses{300ms, 1200ms};
/// "at most twice within 3 s of the failure": the contract, "What a client may repeat".
constexpr std::chrono::milliseconds repeatWithin = 3s;
/// "after a restart: once, if the first try is less than five minutes old"
constexpr std::chrono::milliseconds repeatAfterRestartWithin = 5min;

/// A keychain that keeps silent is not waited for longer, before the person is told of the account.
constexpr Deadline keychainDeadline = 10s;

/// Whether this answer to a repeat tells what became of the first try. One that only says that the repeat
/// did not get through (signed out meanwhile, too many requests, no connection) does not.
bool tellsOfTheFirstTry(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NameTaken:
    case ErrorKind::Invalid:
    case ErrorKind::BadRequest:
    case ErrorKind::KeyReused:
    case ErrorKind::ReplayExpired:
    case ErrorKind::AccountGone:
        return true;
    default:
        return false;
    }
}

/// The end of the account's token, by which an entry of the keychain is told from that of an account that had
/// its name before; empty when the server shows no masked token.
QByteArray endOfToken(const ServiceAccount &account)
{
    constexpr qsizetype shownCharacters = 4;
    return account.maskedToken.right(shownCharacters).toUtf8();
}

} // namespace

TokenCreation::TokenCreation(std::shared_ptr<AdminApi> api, const CreationParts &parts, JournalledClick click,
                             QObject *parent)
    : QObject(parent)
    , m_api(std::move(api))
    , m_parts(parts)
    , m_click(std::move(click))
{
}

TokenCreation::~TokenCreation() = default;

void TokenCreation::start()
{
    if (m_state == State::Journalled)
        sendAsNewClick();
}

void TokenCreation::resume()
{
    if (m_state != State::Journalled)
        return;
    const JournalEntry &entry = m_click.entry();
    const std::chrono::milliseconds age(entry.begunAt.msecsTo(m_parts.clock.now()));
    const bool mayRepeat = entry.serverHonoursKeys || m_api->honoursIdempotencyKeys();
    setState(State::Unknown);
    if (entry.stage == Stage::Sent && mayRepeat && age >= 0ms && age < repeatAfterRestartWithin) {
        m_isFindingOut = true;
        m_isRepeat = true;
        send();
    } else {
        look(Error(ErrorKind::Cut));
    }
}

void TokenCreation::sendAsNewClick()
{
    m_triesLeft = static_cast<int>(pauses.size());
    m_isRepeat = false;
    m_isFindingOut = false;
    const auto begun = m_click.begin(m_parts.clock.now(), m_api->honoursIdempotencyKeys());
    if (!begun) {
        QMetaObject::invokeMethod(
            this, [this, error = begun.error()] { endAsNotMade(error); }, Qt::QueuedConnection);
        setState(State::Sent);
        return;
    }
    send();
    setState(State::Sent);
}

void TokenCreation::send()
{
    m_call =
        m_api->createServiceAccount(request(), idempotencyKey(), standardDeadline, this,
                                    [this](Result<CreatedToken> result) { answered(std::move(result)); });
}

void TokenCreation::answered(Result<CreatedToken> result)
{
    if (result) {
        made(std::move(result).value());
        return;
    }
    const Error &error = result.error();
    const bool isUnknown = error.leavesOutcomeUnknown() || (m_isRepeat && !tellsOfTheFirstTry(error.kind));
    if (!isUnknown)
        refused(error);
    else if (!sendAgain())
        findOut(error);
}

void TokenCreation::made(CreatedToken created)
{
    m_account = std::move(created.account);
    m_token = std::move(created.token);
    m_click.keepAnswered(m_account.id);
    m_click.forgetEarlier();
    m_keychainSave = new KeychainSave(m_parts.vault, m_parts.savedTokens, m_parts.clock,
                                      {connectionKey(), m_account.name, m_account.id, {}}, this);
    connect(m_keychainSave, &KeychainSave::stateChanged, this, [this] {
        if (m_keychainSave->state() == KeychainSave::State::Saved && m_state == State::Answered) {
            m_click.keep(Stage::Stored);
            setState(State::Stored);
        } else if (m_state == State::Answered && !m_keychainSave->isRunning()) {
            // Not saved: whoever waits for that has to know.
            Q_EMIT stateChanged();
        }
        finishWhenIdle();
    });
    settle(State::Answered);
}

void TokenCreation::refused(const Error &error)
{
    if (error.kind == ErrorKind::ReplayExpired) {
        m_isProven = true;
        findOut(error);
    } else if (error.kind == ErrorKind::NameTaken && !m_isRepeat && m_click.becomeEarlier()) {
        findOut(error);
    } else {
        endAsNotMade(error);
    }
}

bool TokenCreation::sendAgain()
{
    if (!m_api->honoursIdempotencyKeys() || m_triesLeft == 0)
        return false;
    if (!m_isRepeat)
        m_sinceFirstFailure.start();
    const auto pause = pauses.at(pauses.size() - static_cast<size_t>(m_triesLeft));
    if (std::chrono::milliseconds(m_sinceFirstFailure.elapsed()) + pause > repeatWithin)
        return false;
    --m_triesLeft;
    m_isRepeat = true;
    m_isFindingOut = true;
    QTimer::singleShot(pause, this, &TokenCreation::send);
    setState(State::Unknown);
    return true;
}

/// By the account's id where the server told it, else by the name.
void TokenCreation::look(const Error &reason)
{
    if (m_click.entry().stage == Stage::Answered)
        lookForOwnAccount();
    else
        findOut(reason);
}

void TokenCreation::findOut(const Error &reason)
{
    m_error = reason;
    m_isFindingOut = true;
    auto *lookup = new CreationLookup(m_api, m_parts.clock, m_click.entry(), this);
    lookup->start([this, lookup](const Result<CreationLookup::Answer> &answer) {
        lookup->deleteLater();
        lookedUp(answer);
    });
    setState(State::Unknown);
}

void TokenCreation::lookedUp(const Result<CreationLookup::Answer> &answer)
{
    if (!answer) {
        settle(State::Unknown, answer.error());
        return;
    }
    const auto &[finding, account] = answer.value();
    if (account)
        m_account = *account;
    if (finding == CreationLookup::Finding::Absent && m_isProven) {
        endAsNotMade(Error(ErrorKind::AccountGone));
    } else if (finding == CreationLookup::Finding::Absent && m_click.entry().stage == Stage::NotMade) {
        endAsNotMade(m_error);
    } else if (finding == CreationLookup::Finding::Absent) {
        // A server that is very late could still make it: the next start looks once more.
        m_click.keep(Stage::NotMade);
        settle(State::NotMade, m_error);
    } else if (finding == CreationLookup::Finding::Ours || m_isProven) {
        m_click.keepAnswered(m_account.id);
        settle(State::TokenGone);
    } else {
        settle(State::Undecided);
    }
}

void TokenCreation::lookForOwnAccount()
{
    m_isFindingOut = true;
    m_call = m_api->serviceAccount(m_click.entry().accountId, CreationLookup::wholeTime, this,
                                   [this](const Result<ServiceAccount> &account) {
                                       if (account) {
                                           m_account = account.value();
                                           lookIntoKeychain();
                                       } else if (account.error().kind == ErrorKind::NotFound) {
                                           endAsNotMade(Error(ErrorKind::AccountGone));
                                       } else {
                                           settle(State::Unknown, account.error());
                                       }
                                   });
    setState(State::Unknown);
}

/// The token may have been on its way there when the program ended.
void TokenCreation::lookIntoKeychain()
{
    if (!m_click.entry().savingBegun) {
        settle(State::TokenGone);
        return;
    }
    const auto then = [this](const Result<SecretText> &entry) { lookedIntoKeychain(entry); };
    m_call = m_parts.vault.read(VaultEntry::forAccount(connectionKey(), m_account.name), keychainDeadline,
                                this, then);
}

void TokenCreation::lookedIntoKeychain(const Result<SecretText> &entry)
{
    const QByteArray end = endOfToken(m_account);
    std::optional<Error> doubt;
    if (!entry && entry.error().kind != ErrorKind::KeychainEntryMissing)
        doubt = entry.error();
    else if (entry && end.isEmpty())
        doubt = Error(ErrorKind::KeychainEntryExists);
    m_mayBeInKeychain = doubt.has_value();
    if (entry && !doubt && entry.value().endsWith(end)) {
        static_cast<void>(
            m_parts.savedTokens.record({connectionKey(), m_account.name, m_account.id, m_parts.clock.now()}));
        m_click.keep(Stage::Stored);
        settle(State::Stored);
    } else {
        settle(State::TokenGone, doubt.value_or(Error()));
    }
}

void TokenCreation::lookAgain()
{
    const bool mayLook = m_state == State::Unknown || (m_state == State::TokenGone && m_mayBeInKeychain);
    if (!mayLook || m_isFindingOut)
        return;
    m_deletion.reset();
    look(m_error);
}

void TokenCreation::deleteAndMakeAgain()
{
    if (m_state != State::TokenGone)
        return;
    m_error = Error();
    m_deletion = std::make_unique<AccountDeletion>(m_api, m_parts.vault, m_parts.savedTokens, connectionKey(),
                                                   m_account);
    connect(m_deletion.get(), &AccountDeletion::stateChanged, this, &TokenCreation::followDeletion);
    m_deletion->start();
}

void TokenCreation::cancelDeletion()
{
    if (m_state == State::Deleting)
        m_deletion->cancel();
}

void TokenCreation::followDeletion()
{
    switch (m_deletion->state()) {
    case AccountDeletion::State::Deleting:
        setState(State::Deleting);
        break;
    case AccountDeletion::State::Ready:
        settle(State::TokenGone, *m_deletion->error());
        break;
    case AccountDeletion::State::Deleted:
        makeAgain();
        break;
    }
}

void TokenCreation::makeAgain()
{
    // It is in the middle of telling.
    m_deletion.release()->deleteLater();
    const JournalledClick gone = std::exchange(m_click, m_click.again(m_parts.clock.now()));
    m_isProven = false;
    m_mayBeInKeychain = false;
    sendAsNewClick();
    gone.forget();
}

void TokenCreation::markCopied()
{
    m_click.keepCopied();
    Q_EMIT stateChanged();
}

void TokenCreation::saveToKeychain()
{
    if (!m_keychainSave || m_token.isEmpty())
        return;
    m_click.keepSavingBegun();
    m_keychainSave->save(m_token);
}

void TokenCreation::confirm()
{
    switch (m_state) {
    case State::Journalled:
    case State::Sent:
    case State::Deleting:
    case State::Confirmed:
        return;
    case State::Unknown:
        if (m_isFindingOut)
            return;
        m_hasLeft = true;
        break;
    case State::NotMade:
        m_hasLeft = true;
        break;
    case State::Answered:
    case State::Stored:
    case State::TokenGone:
    case State::Undecided:
        m_token = SecretText();
        m_click.forget();
        setState(State::Confirmed);
        break;
    }
    finishWhenIdle();
}

bool TokenCreation::isFinished() const
{
    const bool isEnd = m_state == State::Confirmed || m_hasLeft;
    return isEnd && !(m_keychainSave && m_keychainSave->isRunning());
}

void TokenCreation::finishWhenIdle()
{
    if (isFinished())
        Q_EMIT finished();
}

void TokenCreation::endAsNotMade(const Error &error)
{
    m_click.forget();
    settle(State::NotMade, error);
}

void TokenCreation::settle(State state, const Error &error)
{
    m_error = error;
    m_isFindingOut = false;
    setState(state);
}

void TokenCreation::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}
