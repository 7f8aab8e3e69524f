#include "ui/dialogs/addserviceaccountdialog.h"

#include "models/list/accountlist.h"
#include "models/ports/logoutguard.h"
#include "ui/dialogs/addaccountform.h"
#include "ui/dialogs/creationoutcome.h"
#include "ui/dialogs/revealpage.h"
#include "ui/style/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/fieldnotes.h"
#include "ui/widgets/questiondialog.h"

#include <QVBoxLayout>

using State = TokenCreation::State;

AddServiceAccountDialog::AddServiceAccountDialog(TokenCreations &creations, AccountList &list,
                                                 std::shared_ptr<AdminApi> api, Connection connection,
                                                 const Clock &clock, TokenClipboard &clipboard,
                                                 LogoutGuard &guard, QWidget *parent)
    : ConsoleDialog(tr("Add Service Account"), Metrics::formDialogWidth, parent)
    , m_creations(creations)
    , m_list(list)
    , m_api(std::move(api))
    , m_connection(std::move(connection))
    , m_guard(guard)
    , m_outcome(new CreationOutcome)
    , m_form(new AddAccountForm(list, clock, m_connection))
    , m_reveal(new RevealPage(clipboard, guard))
{
    setAttribute(Qt::WA_DeleteOnClose);
    body()->addWidget(m_outcome);
    body()->addWidget(m_form);
    body()->addWidget(m_reveal);
    m_reveal->hide();

    m_cancel = foot()->addButton(tr("Cancel"), ButtonKind::Plain);
    m_generate =
        foot()->addButton(tr("Generate New Token"), ButtonKind::Primary, QStringLiteral("key-round"));
    m_done = foot()->addButton(tr("Done"), ButtonKind::Plain);
    m_generate->setDefault(true);
    m_done->hide();

    connect(m_form, &AddAccountForm::changed, this, &AddServiceAccountDialog::refreshFoot);
    connect(m_form, &AddAccountForm::incompleteEntered, this, [this] {
        m_form->showProblems();
        focusField(m_form->firstBadField());
    });
    connect(m_reveal, &RevealPage::changed, this, &AddServiceAccountDialog::refreshFoot);
    connect(m_outcome, &CreationOutcome::makeAgainRequested, this, [this] {
        if (m_creation)
            m_creation->deleteAndMakeAgain();
    });
    connect(m_outcome, &CreationOutcome::lookAgainRequested, this, [this] {
        if (m_creation)
            m_creation->lookAgain();
    });
    connect(m_cancel, &Button::clicked, this, &AddServiceAccountDialog::cancel);
    connect(m_generate, &Button::clicked, this, &AddServiceAccountDialog::generate);
    connect(m_done, &Button::clicked, this, &AddServiceAccountDialog::reject);
    m_form->setFocus();
    refreshFoot();
}

AddServiceAccountDialog::~AddServiceAccountDialog()
{
    const bool isTokenUnseen = isRevealing() && !m_creation->isKept();
    letGo(isSending() || isTokenUnseen);
}

void AddServiceAccountDialog::startFrom(const ServiceAccount &original)
{
    m_form->startFrom(original);
}

bool AddServiceAccountDialog::isSending() const
{
    return m_creation && (m_creation->state() == State::Sent || m_creation->state() == State::Deleting ||
                          m_creation->isFindingOut());
}

bool AddServiceAccountDialog::isRevealing() const
{
    return m_creation && (m_creation->state() == State::Answered || m_creation->state() == State::Stored);
}

void AddServiceAccountDialog::generate()
{
    if (m_creation)
        return;
    const std::optional<NewServiceAccount> request = m_form->account();
    if (!request) {
        // A date that was still to come when it was chosen may have passed.
        m_form->showProblems();
        focusField(m_form->firstBadField());
        return;
    }
    begin(m_creations.start(m_api, m_connection.key, *request, m_connection.target.address));
}

void AddServiceAccountDialog::goOn()
{
    if (!m_creation)
        generate();
    else if (m_creation->state() == State::TokenGone)
        m_creation->deleteAndMakeAgain();
    else
        m_creation->lookAgain();
}

void AddServiceAccountDialog::watch(TokenCreation *creation)
{
    m_form->startFrom(creation->request());
    begin(creation);
}

void AddServiceAccountDialog::begin(TokenCreation *creation)
{
    m_creation = creation;
    keepListUpToDate();
    connect(m_creation, &TokenCreation::stateChanged, this, &AddServiceAccountDialog::follow);
    follow();
}

void AddServiceAccountDialog::keepListUpToDate()
{
    // In the context of the list: it has to learn of the account also when this window is gone.
    connect(m_creation, &TokenCreation::stateChanged, &m_list,
            [creation = m_creation.data(), list = &m_list, api = m_api, isDone = false]() mutable {
                if (isDone || list->api() != api)
                    return;
                const bool isMade = creation->state() == State::Answered;
                const ErrorKind reason = creation->error().kind;
                const bool hasToLook = creation->state() == State::TokenGone ||
                                       creation->state() == State::Undecided ||
                                       (creation->state() == State::NotMade &&
                                        (reason == ErrorKind::NameTaken || reason == ErrorKind::AccountGone));
                if (isMade)
                    list->accountChanged(creation->account());
                else if (hasToLook)
                    list->refresh();
                isDone = isMade || hasToLook;
            });
}

void AddServiceAccountDialog::follow()
{
    switch (m_creation->state()) {
    case State::Journalled:
    case State::Confirmed:
        break;
    case State::Sent:
    case State::Deleting:
        waitForAnswer();
        break;
    case State::Unknown:
        if (m_creation->isFindingOut())
            waitForAnswer();
        else
            waitForPerson();
        break;
    case State::Answered:
    case State::Stored:
        if (m_creation->token().isEmpty())
            // It was in the keychain after all, and there is nothing to show.
            leave();
        else if (m_reveal->isHidden())
            showReveal();
        break;
    case State::TokenGone:
        waitForPerson();
        break;
    case State::Undecided:
        showOutcome();
        showForm();
        break;
    case State::NotMade:
        showNotMade();
        break;
    }
    const bool isAnswerStale = !m_creation || m_creation->state() != m_askedIn;
    if (m_question && isAnswerStale)
        m_question->reject();
}

void AddServiceAccountDialog::showForm()
{
    // The person is told, and nothing is offered that needs this click.
    TokenCreation *creation = m_creation;
    m_creation.clear();
    creation->disconnect(this);
    creation->confirm();
    m_guard.letGo();
    m_form->setEnabled(true);
    m_form->setFocus();
    refreshFoot();
}

void AddServiceAccountDialog::showNotMade()
{
    const bool standsBesideAField = m_form->refuse(m_creation->error());
    if (!standsBesideAField)
        showOutcome();
    showForm();
    if (standsBesideAField)
        focusField(m_form->firstBadField());
}

void AddServiceAccountDialog::showOutcome()
{
    m_outcome->show(*m_creation);
    offerAnotherToken(m_outcome, m_creation->error());
    bringIntoView(m_outcome);
}

void AddServiceAccountDialog::waitForAnswer()
{
    m_guard.hold(tr("%1 is still being made.").arg(m_creation->request().name.text()));
    m_outcome->hide();
    m_form->setEnabled(false);
    refreshFoot();
}

void AddServiceAccountDialog::waitForPerson()
{
    m_guard.letGo();
    m_form->setEnabled(false);
    showOutcome();
    refreshFoot();
}

void AddServiceAccountDialog::showReveal()
{
    m_outcome->hide();
    m_form->hide();
    m_cancel->hide();
    m_generate->hide();
    m_reveal->begin(*m_creation);
    m_reveal->show();
    m_done->show();
    m_reveal->focusFirst();
}

void AddServiceAccountDialog::refreshFoot()
{
    if (isRevealing()) {
        const bool isKept = m_creation->isKept();
        // Not the default before: Enter, held down in the form, must not run through to here.
        m_done->setDefault(isKept);
        m_done->setKind(isKept ? ButtonKind::Primary : ButtonKind::Plain);
        foot()->setMessage(FieldMessage::Kind::Hint,
                           isKept ? QString() : tr("Not copied and not saved yet."));
        return;
    }
    if (isSending()) {
        m_generate->setEnabled(false);
        const QString name = m_creation->request().name.text();
        QString sentence = tr("Creating %1…").arg(name);
        if (m_creation->isFindingOut())
            sentence = tr("Finding out what happened to %1…").arg(name);
        else if (m_creation->state() == State::Deleting)
            sentence = tr("Deleting %1…").arg(name);
        foot()->setMessage(FieldMessage::Kind::Hint, sentence);
        return;
    }
    if (m_creation) {
        m_generate->setEnabled(false);
        foot()->setMessage(FieldMessage::Kind::Hint, {});
        return;
    }
    m_generate->setEnabled(m_form->account().has_value());
    showFieldsToChange(*foot(), m_form->fieldsToChange());
}

void AddServiceAccountDialog::cancel()
{
    if (m_creation && m_creation->state() == State::Deleting)
        m_creation->cancelDeletion();
    else if (isSending())
        reject();
    else
        leave();
}

void AddServiceAccountDialog::reject()
{
    if (m_question && m_question->isVisible())
        return;
    if (isSending())
        askBeforeLeavingTheRequest();
    else if (isRevealing() && !m_creation->isKept())
        askBeforeLeavingTheToken();
    else if (!m_creation && m_form->hasText())
        askBeforeDiscarding();
    else
        leave();
}

void AddServiceAccountDialog::ask(QuestionDialog *question)
{
    m_question = question;
    m_askedIn = m_creation ? m_creation->state() : State::Journalled;
    connect(question, &QDialog::accepted, this, &AddServiceAccountDialog::leave);
    question->open();
}

void AddServiceAccountDialog::askBeforeLeavingTheToken()
{
    const QString name = m_creation->account().name;
    const QString sentence =
        m_creation->keychainSave()->isRunning()
            ? tr("The keychain has not confirmed the token of %1 yet, and it was not copied.").arg(name)
            : tr("The token of %1 was neither copied nor saved.").arg(name);
    ask(new QuestionDialog(
        {tr("Token Not Kept"), tr("Leave without keeping the token?"),
         tr("%1 It cannot be shown again: the account would have to be deleted and made anew.").arg(sentence),
         tr("Leave Anyway"), tr("Keep the Token")},
        this));
}

void AddServiceAccountDialog::askBeforeLeavingTheRequest()
{
    const QString name = m_creation->request().name.text();
    ask(new QuestionDialog(
        {tr("Creation Under Way"), tr("Leave while %1 is being created?").arg(name),
         tr("It goes on without this window, which opens again when there is something to see."),
         tr("Leave Anyway"), tr("Wait")},
        this));
}

void AddServiceAccountDialog::askBeforeDiscarding()
{
    ask(new QuestionDialog({tr("Nothing Created Yet"), tr("Discard what you typed?"),
                            tr("No service account has been created."), tr("Discard"),
                            tr("Continue Editing")},
                           this));
}

void AddServiceAccountDialog::leave()
{
    const bool wasRevealing = isRevealing();
    const QString accountId = wasRevealing ? m_creation->account().id : QString();
    letGo(isSending());
    if (wasRevealing) {
        Q_EMIT created(accountId);
        accept();
    } else {
        QDialog::reject();
    }
}

void AddServiceAccountDialog::letGo(bool comesBack)
{
    m_reveal->end();
    if (!m_creation)
        return;
    TokenCreation *creation = m_creation;
    m_creation.clear();
    creation->disconnect(this);
    if (comesBack)
        m_creations.letGo(creation);
    else
        creation->confirm();
}

void AddServiceAccountDialog::setHideAfter(std::chrono::milliseconds idle)
{
    m_reveal->setHideAfter(idle);
}

void AddServiceAccountDialog::maskToken()
{
    m_reveal->mask();
}
