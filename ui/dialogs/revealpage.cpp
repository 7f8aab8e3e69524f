#include "ui/dialogs/revealpage.h"

#include "models/accounts/timetext.h"
#include "models/creation/tokencreation.h"
#include "models/ports/logoutguard.h"
#include "ui/style/metrics.h"
#include "ui/widgets/announcement.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/countdown.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/questiondialog.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokenclipboard.h"
#include "ui/widgets/tokenfield.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace {

constexpr int actionGap = 12;

QString expirationSentence(const ServiceAccount &account, const QDateTime &now)
{
    if (!account.expiryDate)
        return RevealPage::tr("Never expires");
    return RevealPage::tr("Expires on %1, %2", "a date, and how far away it is")
        .arg(longDate(*account.expiryDate), timeUntil(*account.expiryDate, now));
}

} // namespace

RevealPage::RevealPage(TokenClipboard &clipboard, LogoutGuard &guard, QWidget *parent)
    : QWidget(parent)
    , m_clipboard(clipboard)
    , m_guard(guard)
    , m_title(new IconText(QStringLiteral("circle-check"), Token::Ok, {}, TextStyle::DialogTitle))
    , m_roles(new Chips)
    , m_expiration(new TextLabel({}, TextStyle::Caption, Token::Text2))
    , m_token(new TokenField)
    , m_copy(new Button(tr("Copy"), ButtonKind::Primary, QStringLiteral("copy")))
    , m_save(new Button(tr("Save to Keychain"), ButtonKind::Plain, QStringLiteral("key-square")))
    , m_states(new Box)
    , m_countdown(new Countdown)
    , m_saveState(new IconText)
{
    build();
    listenToClipboard();
    connect(m_copy, &Button::clicked, this, &RevealPage::copy);
    connect(m_token, &TokenField::copyRequested, this, &RevealPage::copy);
    connect(m_save, &Button::clicked, this, &RevealPage::save);
}

void RevealPage::build()
{
    m_title->setIconSize(20);
    m_expiration->setWordWrap(true);
    auto *facts = new QHBoxLayout;
    facts->setSpacing(Metrics::buttonGap);
    facts->addWidget(m_roles);
    facts->addWidget(m_expiration, 1);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Metrics::buttonGap);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    buttons->addStretch();

    auto *states = new QVBoxLayout(m_states);
    states->setContentsMargins(0, 0, 0, 0);
    states->setSpacing(Metrics::buttonGap);
    states->addWidget(m_countdown);
    states->addWidget(m_saveState);

    auto *token = new QVBoxLayout;
    token->setSpacing(actionGap);
    token->addWidget(new FormField(tr("Token"), m_token));
    token->addLayout(buttons);
    token->addWidget(m_states);

    auto *warning = new Banner(Banner::Kind::Warn, tr("This is the only time the token is shown"),
                               tr("Copy it into a password manager or save it to the keychain now. It cannot "
                                  "be read again after Done."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::fieldGap);
    column->addWidget(m_title);
    column->addLayout(facts);
    column->addWidget(warning);
    column->addLayout(token);
}

void RevealPage::listenToClipboard()
{
    connect(&m_clipboard, &TokenClipboard::started, this, [this](int seconds) {
        if (m_hasCopied)
            m_countdown->begin(seconds);
    });
    connect(&m_clipboard, &TokenClipboard::secondsLeft, this, [this](int seconds) {
        if (m_hasCopied)
            m_countdown->setSecondsLeft(seconds);
    });
    connect(&m_clipboard, &TokenClipboard::ended, this, [this](TokenClipboard::End end) {
        if (!m_hasCopied)
            return;
        m_countdown->end(end == TokenClipboard::End::Cleared
                             ? tr("The clipboard was cleared.")
                             : tr("Something else was copied. The token is no longer on the clipboard."));
    });
}

void RevealPage::begin(TokenCreation &creation)
{
    m_creation = &creation;
    const ServiceAccount &account = creation.account();
    m_title->setText(tr("%1 was created").arg(account.name));
    m_roles->setRoles(account.roles);
    // "In 30 days" counts from the click.
    m_expiration->setText(expirationSentence(account, creation.begunAt()));
    m_token->setToken(creation.token().clone());
    connect(&creation, &TokenCreation::stateChanged, this, &RevealPage::refresh);
    connect(creation.keychainSave(), &KeychainSave::stateChanged, this, &RevealPage::followSave);
    refresh();
}

void RevealPage::end()
{
    m_token->setToken({});
    m_guard.letGo();
    if (m_creation)
        m_creation->disconnect(this);
    m_creation.clear();
}

void RevealPage::setHideAfter(std::chrono::milliseconds idle)
{
    m_token->setHideAfter(idle);
}

void RevealPage::mask()
{
    m_token->setShown(false);
}

void RevealPage::focusFirst()
{
    m_copy->setFocus();
}

void RevealPage::copy()
{
    if (!m_creation || m_creation->token().isEmpty())
        return;
    m_hasCopied = true;
    m_clipboard.copy(m_creation->token());
    m_creation->markCopied();
}

void RevealPage::save()
{
    if (m_creation)
        m_creation->saveToKeychain();
}

void RevealPage::followSave()
{
    refresh();
    if (m_creation && m_creation->keychainSave()->state() == KeychainSave::State::WouldReplace)
        askBeforeReplacing();
}

void RevealPage::askBeforeReplacing()
{
    const auto earlier = m_creation->keychainSave()->wouldReplace();
    const QString whatIsLost =
        earlier
            ? tr("The keychain of this computer has a token of that name already, saved on %1. It would be "
                 "lost.")
                  .arg(shortDateTime(earlier->savedOn))
            : tr("The keychain of this computer has a token of that name already, which is not in this "
                 "program's list. It would be lost.");
    const QString name = m_creation->account().name;
    auto *question =
        new QuestionDialog({tr("Replace a Saved Token"), tr("Replace the saved token of %1?").arg(name),
                            whatIsLost, tr("Replace"), tr("Keep the Old One")},
                           window());
    connect(question, &QDialog::accepted, this, [this] {
        if (!m_creation)
            return;
        m_creation->keychainSave()->allowReplacing();
        m_creation->saveToKeychain();
    });
    question->open();
}

void RevealPage::refresh()
{
    if (!m_creation)
        return;
    if (m_creation->isKept())
        m_guard.letGo();
    else
        m_guard.hold(tr("The token of %1 was neither copied nor saved.").arg(m_creation->account().name));
    m_copy->setKind(m_creation->isKept() ? ButtonKind::Plain : ButtonKind::Primary);
    m_countdown->setVisible(m_creation->wasCopied());
    refreshSave();
    m_states->setVisible(m_creation->wasCopied() || !m_saveState->text().isEmpty());
    Q_EMIT changed();
}

void RevealPage::refreshSave()
{
    const KeychainSave &keychain = *m_creation->keychainSave();
    switch (keychain.state()) {
    case KeychainSave::State::Idle:
        break;
    case KeychainSave::State::Waiting:
        m_saveState->setLook(QStringLiteral("loader-circle"), Token::Text2, TextStyle::Body, Token::Text2);
        break;
    case KeychainSave::State::Silent:
    case KeychainSave::State::WouldReplace:
        m_saveState->setLook(QStringLiteral("triangle-alert"), Token::Warn, TextStyle::Label, Token::Warn);
        break;
    case KeychainSave::State::Saved:
        m_saveState->setLook(QStringLiteral("circle-check"), Token::Ok, TextStyle::Label, Token::Ok);
        break;
    case KeychainSave::State::Failed:
        m_saveState->setLook(QStringLiteral("circle-alert"), Token::Bad, TextStyle::Label, Token::Bad);
        break;
    }
    if (m_saveState->text() != keychain.sentence()) {
        m_saveState->setText(keychain.sentence());
        m_saveState->setAccessibleName(keychain.sentence());
        Announcement::say(m_saveState, keychain.sentence());
    }
    m_saveState->setVisible(!keychain.sentence().isEmpty());
    m_save->setEnabled(!keychain.isRunning() && keychain.state() != KeychainSave::State::Saved);
}
