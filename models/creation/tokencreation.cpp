#include "models/creation/tokencreation.h"

#include <QTimer>
#include <QUuid>

using namespace std::chrono_literals;

namespace {

/// After the first failure: when a create is asked for again, while that is allowed at all.
constexpr std::array pauses{300ms, 1200ms};
/// "at most twice within 3 s of the failure": the contract, "What a client may repeat".
constexpr std::chrono::milliseconds repeatWithin = 3s;

} // namespace

TokenCreation::TokenCreation(std::shared_ptr<AdminApi> api, TokenVault &vault, SavedTokens &savedTokens,
                             const Clock &clock, QString connectionKey, NewServiceAccount request,
                             QObject *parent)
    : QObject(parent)
    , m_api(std::move(api))
    , m_vault(vault)
    , m_savedTokens(savedTokens)
    , m_clock(clock)
    , m_connectionKey(std::move(connectionKey))
    , m_request(std::move(request))
    , m_idempotencyKey(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

TokenCreation::~TokenCreation() = default;

void TokenCreation::start()
{
    if (m_state != State::Journalled)
        return;
    send();
    setState(State::Sent);
}

void TokenCreation::send()
{
    ++m_tries;
    m_call =
        m_api->createServiceAccount(m_request, m_idempotencyKey, standardDeadline, this,
                                    [this](Result<CreatedToken> result) { answered(std::move(result)); });
}

void TokenCreation::answered(Result<CreatedToken> result)
{
    if (result) {
        CreatedToken created = std::move(result).value();
        m_account = std::move(created.account);
        m_token = std::move(created.token);
        m_keychainSave = new KeychainSave(m_vault, m_savedTokens, m_clock,
                                          {m_connectionKey, m_account.name, m_account.id, {}}, this);
        connect(m_keychainSave, &KeychainSave::stateChanged, this, [this] {
            if (m_keychainSave->state() == KeychainSave::State::Saved && m_state == State::Answered)
                setState(State::Stored);
            finishWhenIdle();
        });
        setState(State::Answered);
        return;
    }
    const Error &error = result.error();
    const bool isRepeat = m_tries > 1;
    // Once one answer was lost, only the server's own word on that try tells what became of it. That a repeat
    // did not get through says nothing.
    const bool isUnknown = error.leavesOutcomeUnknown() || (isRepeat && error.kind == ErrorKind::Unreachable);
    if (isUnknown && sendAgain())
        return;
    m_error = error;
    setState(isUnknown ? State::Unknown : State::NotMade);
    finishWhenIdle();
}

bool TokenCreation::sendAgain()
{
    if (!m_api->honoursIdempotencyKeys() || m_tries > static_cast<int>(pauses.size()))
        return false;
    if (m_tries == 1)
        m_sinceFirstFailure.start();
    const auto pause = pauses[static_cast<size_t>(m_tries - 1)];
    if (std::chrono::milliseconds(m_sinceFirstFailure.elapsed()) + pause > repeatWithin)
        return false;
    m_isFindingOut = true;
    QTimer::singleShot(pause, this, &TokenCreation::send);
    Q_EMIT stateChanged();
    return true;
}

void TokenCreation::markCopied()
{
    m_copied = true;
    Q_EMIT stateChanged();
}

void TokenCreation::saveToKeychain()
{
    if (m_keychainSave && !m_token.isEmpty())
        m_keychainSave->save(m_token);
}

void TokenCreation::confirm()
{
    if (m_state != State::Answered && m_state != State::Stored)
        return;
    m_token = SecretText();
    setState(State::Confirmed);
    finishWhenIdle();
}

bool TokenCreation::isFinished() const
{
    const bool isEnd = m_state == State::Confirmed || m_state == State::NotMade || m_state == State::Unknown;
    return isEnd && !(m_keychainSave && m_keychainSave->isRunning());
}

void TokenCreation::finishWhenIdle()
{
    if (isFinished())
        Q_EMIT finished();
}

void TokenCreation::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}
