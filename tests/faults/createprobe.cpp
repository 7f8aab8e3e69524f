// The console without its windows, for tst_randomcuts: one click on "Generate New Token", or what the next
// start tells of it. The credential is the first line of its input; a second one is the click. It prints a
// line for each thing that a person would see.

#include "app/admin_api/httpadminapi.h"
#include "app/storage/datafolder.h"
#include "app/storage/filejournal.h"
#include "app/storage/filesavedtokens.h"
#include "app/systemclock.h"
#include "models/creation/tokencreations.h"
#include "tests/faults/sayingvault.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;

using State = TokenCreation::State;

namespace {

const QString connectionKey = u"server"_s;
/// A person and a keychain are never quicker: time to be killed in.
constexpr std::chrono::milliseconds untilSave(10);

void say(const QByteArray &words)
{
    std::printf("%s\n", words.constData());
    std::fflush(stdout);
}

QByteArray nextLine()
{
    QFile input;
    return input.open(stdin, QFile::ReadOnly | QFile::Unbuffered) ? input.readLine().trimmed() : QByteArray();
}

NewServiceAccount accountNamed(const QString &name)
{
    return {*ServiceAccountName::fromText(name), *AccountDescription::fromText(u"Of one click"_s),
            Expiration::unlimited(), *RoleSet::of({Role::Viewer})};
}

} // namespace

class CreateProbe : public QObject
{
public:
    CreateProbe(const DataFolder &folder, ApiTarget target, SecretText credential);

    /// As a console does before anything else; @p then is not called when it fails.
    void signIn(std::function<void()> then);
    void click(const QString &name);
    void resume();

private:
    void quitWhenAllAreFinished();
    void follow(TokenCreation *creation);
    void tell(TokenCreation *creation);
    void confirmSoon(TokenCreation *creation);
    void tryToken(TokenCreation *creation);

    SystemClock m_clock;
    SayingVault m_vault{[] { say("saved"); }};
    FileSavedTokens m_savedTokens;
    FileJournal m_journal;
    ApiTarget m_target;
    std::shared_ptr<HttpAdminApi> m_api = std::make_shared<HttpAdminApi>();
    HttpAdminApi m_apiOfToken;
    TokenCreations m_creations;
    Call m_call;
    int m_underWay = 0;
};

CreateProbe::CreateProbe(const DataFolder &folder, ApiTarget target, SecretText credential)
    : m_savedTokens(folder.savedTokensFile())
    , m_journal(folder.journalFile())
    , m_target(std::move(target))
    , m_creations({m_vault, m_savedTokens, m_journal, m_clock})
{
    m_api->setTarget(m_target, std::move(credential));
    connect(&m_savedTokens, &SavedTokens::changed, this, [] { say("indexed"); });
    connect(&m_creations, &TokenCreations::needsPerson, this, [this](TokenCreation *creation) {
        follow(creation);
        tell(creation);
    });
}

void CreateProbe::signIn(std::function<void()> then)
{
    m_call = m_api->session(standardDeadline, this, [then = std::move(then)](const Result<Session> &session) {
        if (session)
            return then();
        say("signed-out");
        QCoreApplication::exit(EXIT_FAILURE);
    });
}

void CreateProbe::click(const QString &name)
{
    say("ready");
    nextLine();
    follow(m_creations.start(m_api, connectionKey, accountNamed(name)));
    quitWhenAllAreFinished();
}

void CreateProbe::resume()
{
    m_creations.resume(m_api, connectionKey);
    quitWhenAllAreFinished();
}

void CreateProbe::quitWhenAllAreFinished()
{
    const auto creations = m_creations.findChildren<TokenCreation *>(Qt::FindDirectChildrenOnly);
    m_underWay = static_cast<int>(creations.size());
    for (const TokenCreation *creation : creations)
        connect(creation, &QObject::destroyed, this, [this] {
            if (--m_underWay == 0)
                QCoreApplication::quit();
        });
    if (creations.isEmpty())
        QCoreApplication::quit();
}

void CreateProbe::follow(TokenCreation *creation)
{
    connect(creation, &TokenCreation::stateChanged, this, [this, creation] { tell(creation); });
}

void CreateProbe::tell(TokenCreation *creation)
{
    switch (creation->state()) {
    case State::Journalled:
    case State::Sent:
    case State::Deleting:
        return;
    case State::Unknown:
        if (creation->isFindingOut())
            return;
        say("unknown");
        confirmSoon(creation);
        return;
    case State::Answered:
        if (creation->keychainSave()->state() != KeychainSave::State::Idle) {
            say("not-saved");
            confirmSoon(creation);
            return;
        }
        say("shown " +
            QCryptographicHash::hash(creation->token().reveal(), QCryptographicHash::Sha256).toHex());
        QTimer::singleShot(untilSave, creation, &TokenCreation::saveToKeychain);
        return;
    case State::Stored:
        tryToken(creation);
        return;
    case State::Confirmed:
        say("confirmed");
        return;
    case State::NotMade:
        say("not-made");
        confirmSoon(creation);
        return;
    case State::TokenGone:
        say("token-gone");
        confirmSoon(creation);
        return;
    case State::Undecided:
        say("undecided");
        confirmSoon(creation);
        return;
    }
}

void CreateProbe::confirmSoon(TokenCreation *creation)
{
    QMetaObject::invokeMethod(creation, &TokenCreation::confirm, Qt::QueuedConnection);
}

/// Whether one can sign in with it as the account that was made.
void CreateProbe::tryToken(TokenCreation *creation)
{
    m_apiOfToken.setTarget(m_target, creation->token().clone());
    m_call =
        m_apiOfToken.session(std::chrono::seconds(5), creation, [creation](const Result<Session> &session) {
            if (session)
                say(session.value().userId == creation->account().id ? "works" : "refused");
            else if (session.error().kind == ErrorKind::Unauthorized)
                say("refused");
            creation->confirm();
        });
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser options;
    const QCommandLineOption address(u"address"_s, {}, u"URL"_s);
    const QCommandLineOption folder(u"data-dir"_s, {}, u"DIR"_s);
    const QCommandLineOption name(u"name"_s, {}, u"NAME"_s);
    const QCommandLineOption resume(u"resume"_s);
    const QCommandLineOption honoursKeys(u"honours-keys"_s);
    options.addOptions({address, folder, name, resume, honoursKeys});
    options.process(app);

    const auto data = DataFolder::open(options.value(folder));
    if (!data) {
        std::fprintf(stderr, "%s\n", qPrintable(data.error().sentence()));
        return EXIT_FAILURE;
    }
    ApiTarget target;
    target.address = QUrl(options.value(address));
    target.honoursIdempotencyKeys = options.isSet(honoursKeys);
    QByteArray credential = nextLine();
    CreateProbe probe(*data.value(), target, SecretText::takeFrom(credential));
    probe.signIn([&] { options.isSet(resume) ? probe.resume() : probe.click(options.value(name)); });
    return QCoreApplication::exec();
}
