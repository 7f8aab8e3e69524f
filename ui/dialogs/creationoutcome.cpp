#include "ui/dialogs/creationoutcome.h"

#include "models/creation/tokencreation.h"
#include "ui/widgets/button.h"

using State = TokenCreation::State;

CreationOutcome::CreationOutcome(QWidget *parent)
    : Banner(Kind::Bad, {}, {}, parent)
    , m_makeAgain(addButton(tr("Delete It and Make It Again")))
    , m_lookAgain(addButton(tr("Look Again")))
{
    connect(m_makeAgain, &Button::clicked, this, &CreationOutcome::makeAgainRequested);
    connect(m_lookAgain, &Button::clicked, this, &CreationOutcome::lookAgainRequested);
    hide();
}

void CreationOutcome::show(const TokenCreation &creation)
{
    const QString name = creation.request().name.text();
    const State state = creation.state();
    m_makeAgain->setVisible(state == State::TokenGone);
    m_lookAgain->setVisible(state == State::Unknown || creation.mayBeInKeychain());
    withdrawDetails();
    if (state == State::TokenGone) {
        showTokenGone(creation);
    } else if (state == State::Undecided) {
        setKind(Kind::Warn);
        setTexts(
            tr("It cannot be told whose %1 is.").arg(name),
            tr("An account of that name exists, and it may be somebody else's. If it is yours, its token "
               "cannot be shown any more. Look at it in the list, or choose another name here."));
    } else if (state == State::Unknown) {
        setKind(Kind::Warn);
        setTexts(tr("It is not known yet whether %1 was made.").arg(name),
                 tr("%1 If it was made, its token is lost. The next start of this program looks as well.")
                     .arg(creation.error().sentence()));
        offerDetails(creation.error(), true);
    } else {
        showNotMade(name, creation.error());
    }
    Banner::show();
}

void CreationOutcome::showTokenGone(const TokenCreation &creation)
{
    const QString name = creation.request().name.text();
    setKind(Kind::Bad);
    QString title = tr("%1 was made, but its token is gone.").arg(name);
    QString sentence =
        tr("The answer with the token was lost, and it cannot be shown again. As it is, nobody "
           "can use the account.");
    if (creation.wasCopied())
        sentence = tr("This program ended before “Done”. Its token was copied: keep the account if the token "
                      "reached its place.");
    if (creation.mayBeInKeychain()) {
        setKind(Kind::Warn);
        title = tr("%1 was made, and the keychain may have its token.").arg(name);
        sentence =
            tr("This program ended while it was being saved. %1 Look into the keychain before you delete "
               "the account.")
                .arg(whyItDoesNotTell(creation.error()));
    }
    if (const AccountDeletion *deletion = creation.deletion(); deletion && deletion->error()) {
        sentence = deletion->isOutcomeUnknown()
                       ? tr("It is not known whether it was deleted. %1 “Delete It and Make It Again” finds "
                            "out.")
                       : tr("It could not be deleted: %1");
        sentence = sentence.arg(deletion->error()->sentence());
        offerDetails(*deletion->error(), true);
    }
    setTexts(title, sentence);
}

QString CreationOutcome::whyItDoesNotTell(const Error &error)
{
    return error.kind == ErrorKind::KeychainEntryExists
               ? tr("The keychain has an entry of that name, and the server does not say whether it is this "
                    "token.")
               : error.sentence();
}

void CreationOutcome::showNotMade(const QString &name, const Error &error)
{
    setKind(Kind::Bad);
    QString title = tr("%1 was not made.").arg(name);
    QString sentence;
    if (error.kind == ErrorKind::AccountGone) {
        title = tr("%1 was made and deleted again").arg(name);
        sentence = error.sentence();
    } else if (error.kind == ErrorKind::KeyReused) {
        sentence = error.sentence();
    } else if (error.leavesOutcomeUnknown() && error.httpStatus >= 400) {
        sentence = tr("%1 The console looked: there is no account of that name, and no token was made.")
                       .arg(error.sentence());
    } else if (error.leavesOutcomeUnknown()) {
        sentence = tr("The answer was lost, so the console looked: there is no account of that name, and no "
                      "token was made. What you typed is still here.");
    } else {
        sentence = tr("%1 No account and no token was made.").arg(error.sentence());
    }
    setTexts(title, sentence);
    offerDetails(error);
}
