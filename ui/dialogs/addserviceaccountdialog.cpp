#include "ui/dialogs/addserviceaccountdialog.h"

#include "models/list/accountlist.h"
#include "ui/dialogs/addaccountform.h"
#include "ui/dialogs/fieldnotes.h"
#include "ui/dialogs/questiondialog.h"
#include "ui/dialogs/revealpage.h"
#include "ui/style/metrics.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialogfoot.h"

#include <QEvent>
#include <QVBoxLayout>

using State = TokenCreation::State;

AddServiceAccountDialog::AddServiceAccountDialog(TokenCreations &creations, AccountList &list,
                                                 std::shared_ptr<AdminApi> api, Connection connection,
                                                 const Clock &clock, TokenClipboard &clipboard,
                                                 QWidget *parent)
    : ConsoleDialog(tr("Add Service Account"), Metrics::formDialogWidth, parent)
    , m_creations(creations)
    , m_list(list)
    , m_api(std::move(api))
    , m_connection(std::move(connection))
    , m_banner(new Banner(Banner::Kind::Bad, {}, {}))
    , m_form(new AddAccountForm(list, clock, m_connection))
    , m_reveal(new RevealPage(clipboard))
{
    setAttribute(Qt::WA_DeleteOnClose);
    body()->addWidget(m_banner);
    body()->addWidget(m_form);
    body()->addWidget(m_reveal);
    m_banner->hide();
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
        showFirstBadField();
    });
    connect(m_reveal, &RevealPage::changed, this, &AddServiceAccountDialog::refreshFoot);
    connect(m_cancel, &Button::clicked, this, &AddServiceAccountDialog::cancel);
    connect(m_generate, &Button::clicked, this, &AddServiceAccountDialog::generate);
    connect(m_done, &Button::clicked, this, &AddServiceAccountDialog::reject);
    // On some desktops the windows of a program are minimised together and only the main one is told.
    if (parent)
        parent->window()->installEventFilter(this);
    m_form->setFocus();
    refreshFoot();
}

AddServiceAccountDialog::~AddServiceAccountDialog()
{
    letGo();
}

void AddServiceAccountDialog::startFrom(const ServiceAccount &original)
{
    m_form->startFrom(original);
}

bool AddServiceAccountDialog::isSending() const
{
    return m_creation && m_creation->state() == State::Sent;
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
        showFirstBadField();
        return;
    }
    m_clickedAt = m_form->now();
    m_creation = m_creations.start(m_api, m_connection.key, *request);
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
                const bool hasToLook =
                    creation->state() == State::Unknown ||
                    (creation->state() == State::NotMade &&
                     (reason == ErrorKind::NameTaken || reason == ErrorKind::ReplayExpired ||
                      reason == ErrorKind::AccountGone));
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
        m_banner->hide();
        m_form->setEnabled(false);
        refreshFoot();
        break;
    case State::Answered:
    case State::Stored:
        if (m_reveal->isHidden())
            showReveal();
        break;
    case State::NotMade: {
        const Error error = m_creation->error();
        showForm();
        showFailure(error);
        break;
    }
    case State::Unknown: {
        const Error error = m_creation->error();
        showForm();
        showUnknown(error);
        break;
    }
    }
    const bool isAnswerStale = !m_creation || m_creation->state() != m_askedIn;
    if (m_question && isAnswerStale)
        m_question->reject();
}

void AddServiceAccountDialog::showForm()
{
    m_creation->disconnect(this);
    m_creation.clear();
    m_form->setEnabled(true);
    m_form->setFocus();
    refreshFoot();
}

void AddServiceAccountDialog::showFailure(const Error &error)
{
    if (m_form->refuse(error)) {
        showFirstBadField();
        return;
    }
    const QString name = m_form->name();
    QString title = tr("%1 was not made").arg(name);
    if (error.kind == ErrorKind::ReplayExpired)
        title = tr("%1 was made, but its token is gone").arg(name);
    else if (error.kind == ErrorKind::AccountGone)
        title = tr("%1 was made and deleted again").arg(name);
    m_banner->setKind(Banner::Kind::Bad);
    // Of these the sentence says itself what became of the token.
    const bool isSaid = error.kind == ErrorKind::ReplayExpired || error.kind == ErrorKind::AccountGone ||
                        error.kind == ErrorKind::KeyReused;
    m_banner->setTexts(title, isSaid ? error.sentence()
                                     : tr("%1 No account and no token was made.").arg(error.sentence()));
    m_banner->offerDetails(error);
    m_banner->show();
    bringIntoView(m_banner);
}

void AddServiceAccountDialog::showUnknown(const Error &error)
{
    const QString name = m_form->name();
    m_banner->setKind(Banner::Kind::Warn);
    // Without the sentence of the error, which may say to try again: first one has to look.
    m_banner->setTexts(tr("It is not known whether %1 was made").arg(name),
                       tr("The server's answer was lost. The list is being read again: if %1 is there, it "
                          "was made, and its token is lost. What you typed is still here.")
                           .arg(name));
    m_banner->offerDetails(error);
    m_banner->show();
    bringIntoView(m_banner);
    Q_EMIT outcomeUnknown(name);
}

void AddServiceAccountDialog::showReveal()
{
    m_banner->hide();
    m_form->hide();
    m_cancel->hide();
    m_generate->hide();
    m_reveal->begin(*m_creation, m_clickedAt);
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
        foot()->setMessage(FieldMessage::Kind::Hint, m_creation->isFindingOut()
                                                         ? tr("Finding out what happened to %1…").arg(name)
                                                         : tr("Creating %1…").arg(name));
        return;
    }
    m_generate->setEnabled(m_form->account().has_value());
    showFieldsToChange(*foot(), m_form->fieldsToChange());
}

void AddServiceAccountDialog::showFirstBadField()
{
    if (QWidget *field = m_form->firstBadField()) {
        bringIntoView(field);
        field->setFocus();
    }
}

void AddServiceAccountDialog::cancel()
{
    if (isSending())
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
    else if (!isRevealing() && m_form->hasText())
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
    ask(new QuestionDialog({tr("Creation Under Way"), tr("Leave while %1 is being created?").arg(name),
                            tr("If it is made, it will be in the list, but its token will be lost."),
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
    letGo();
    if (wasRevealing) {
        Q_EMIT created(accountId);
        accept();
    } else {
        QDialog::reject();
    }
}

void AddServiceAccountDialog::letGo()
{
    m_reveal->end();
    if (!m_creation)
        return;
    TokenCreation *creation = m_creation;
    m_creation.clear();
    creation->disconnect(this);
    // Whatever is answered from now on, nobody can see it: only the token has to be wiped.
    connect(creation, &TokenCreation::stateChanged, creation, &TokenCreation::confirm);
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

void AddServiceAccountDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::WindowStateChange)
        maskWhenMinimised(this);
    ConsoleDialog::changeEvent(event);
}

bool AddServiceAccountDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowStateChange && watched->isWidgetType())
        maskWhenMinimised(static_cast<QWidget *>(watched));
    return ConsoleDialog::eventFilter(watched, event);
}

void AddServiceAccountDialog::maskWhenMinimised(const QWidget *window)
{
    if (window->isMinimized())
        m_reveal->mask();
}
