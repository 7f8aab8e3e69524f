#include "ui/dialogs/editserviceaccountdialog.h"

#include "models/accounts/timetext.h"
#include "models/editing/accountedit.h"
#include "models/list/accountlist.h"
#include "ui/dialogs/accountfacts.h"
#include "ui/dialogs/editaccountform.h"
#include "ui/dialogs/versionchoice.h"
#include "ui/style/metrics.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/fieldnotes.h"
#include "ui/widgets/questiondialog.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

using State = AccountEdit::State;

namespace {

/// "10:38"; with the day where that is another one.
QString timeOfChange(const QDateTime &moment, const QDateTime &now)
{
    return moment.toLocalTime().date() == now.toLocalTime().date() ? timeOfDay(moment)
                                                                   : shortDateTime(moment);
}

} // namespace

EditServiceAccountDialog::EditServiceAccountDialog(std::shared_ptr<AdminApi> api, AccountList &list,
                                                   const ServiceAccount &account, QWidget *parent)
    : ConsoleDialog(tr("Edit Service Account"), Metrics::formDialogWidth, parent)
    , m_list(list)
    , m_api(std::move(api))
    , m_edit(new AccountEdit(m_api, account, this))
    , m_head(new QBoxLayout(QBoxLayout::TopToBottom))
    , m_facts(new AccountFacts(account, list.model()->serverNow()))
    , m_hint(new TextLabel(tr("Name and expiration cannot be edited."), TextStyle::Caption, Token::Text2))
    , m_banner(new Banner(Banner::Kind::Bad, {}, {}))
    , m_form(new EditAccountForm(account))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_hint->setWordWrap(true);
    m_head->setSpacing(Metrics::fieldGap);
    m_head->addWidget(m_facts);
    m_head->addWidget(m_hint);
    body()->addLayout(m_head);
    body()->addWidget(m_banner);
    body()->addWidget(m_form);
    m_banner->hide();

    m_cancel = foot()->addButton(tr("Cancel"), ButtonKind::Plain);
    m_save = foot()->addButton(tr("Save Changes"), ButtonKind::Primary);
    m_save->setDefault(true);

    connect(m_form, &EditAccountForm::changed, this, &EditServiceAccountDialog::refreshFoot);
    connect(m_cancel, &Button::clicked, this, &EditServiceAccountDialog::cancel);
    connect(m_save, &Button::clicked, this, &EditServiceAccountDialog::save);
    connect(m_edit, &AccountEdit::stateChanged, this, &EditServiceAccountDialog::follow);
    connect(m_edit, &AccountEdit::newerArrived, this, [this] {
        // What nobody has touched yet may simply become the newer version; the rest is settled on saving.
        if (m_form->draft().isChanged())
            return;
        m_edit->acceptNewer();
        m_form->showAccount(m_edit->base());
        keepInList(m_edit->base());
    });
    m_form->setFocus();
    refreshFoot();
    m_edit->load();
}

void EditServiceAccountDialog::setSignsInWithIt(bool signsIn)
{
    m_form->setSignsInWithIt(signsIn);
}

void EditServiceAccountDialog::save()
{
    if (m_choice) {
        saveChoice();
        return;
    }
    if (const auto changes = m_form->draft().changes(); changes && m_form->draft().isChanged())
        m_edit->save(*changes);
}

void EditServiceAccountDialog::saveChoice()
{
    if (m_choice->isAllTheirs()) {
        finish(m_edit->theirs());
        return;
    }
    const std::optional<AccountChanges> changes = m_choice->changes();
    if (!changes)
        return;
    // Should this fail, the form stands here with what was chosen.
    m_form->showChanges(m_edit->theirs(), *changes);
    m_edit->save(*changes);
}

void EditServiceAccountDialog::follow()
{
    switch (m_edit->state()) {
    case State::Saving:
        m_banner->hide();
        m_banner->withdrawDetails();
        m_banner->offerAnotherToken(false);
        m_form->setEnabled(false);
        if (m_choice)
            m_choice->setEnabled(false);
        refreshFoot();
        break;
    case State::Editing:
        showForm();
        showFailure();
        break;
    case State::Conflict:
        showConflict();
        break;
    case State::Saved:
        finish(m_edit->base());
        break;
    case State::Gone:
        showForm();
        showGone();
        break;
    }
}

void EditServiceAccountDialog::showForm()
{
    if (m_choice) {
        m_choice->hide();
        m_choice->deleteLater();
        m_choice = nullptr;
        setFlat(false);
    }
    m_form->setEnabled(true);
    m_form->show();
    m_form->setFocus();
    refreshFoot();
}

void EditServiceAccountDialog::setFlat(bool flat)
{
    m_facts->setForm(flat ? AccountFacts::Form::Flat : AccountFacts::Form::Locked);
    m_head->setDirection(flat ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_head->setStretchFactor(m_hint, flat ? 1 : 0);
    m_hint->setAlignment(flat ? Qt::AlignTrailing | Qt::AlignVCenter : Qt::AlignLeading);
    setNaturalWidth(flat ? Metrics::comparisonDialogWidth : Metrics::formDialogWidth);
}

void EditServiceAccountDialog::setVisible(bool visible)
{
    ConsoleDialog::setVisible(visible);
    // QDialog gives the first focus as Tab does, which selects the whole text: one key would replace it.
    if (visible)
        m_form->putCursorAtEnd();
}

void EditServiceAccountDialog::showFailure()
{
    const Error error = m_edit->error().value_or(Error());
    if (m_form->refuse(error)) {
        focusField(m_form->firstBadField());
        return;
    }
    const bool isUnknown = m_edit->isOutcomeUnknown();
    m_banner->setKind(isUnknown ? Banner::Kind::Warn : Banner::Kind::Bad);
    m_banner->setIconName({});
    if (isUnknown)
        m_banner->setTexts(tr("It is not known whether the changes were saved"),
                           tr("%1 The token works on, with its old roles or the new ones. What you changed "
                              "is still here: Save Changes finds out, and overwrites nothing of others.")
                               .arg(error.sentence()));
    else
        m_banner->setTexts(tr("The changes were not saved"),
                           tr("%1 The account and its token stay as they were.").arg(error.sentence()));
    m_banner->offerDetails(error);
    offerAnotherToken(m_banner, error);
    m_banner->show();
    bringIntoView(m_banner);
}

void EditServiceAccountDialog::showConflict()
{
    const ServiceAccount &theirs = m_edit->theirs();
    keepInList(theirs);
    m_form->hide();
    m_form->setEnabled(true);
    delete m_choice;
    m_choice = new VersionChoice(m_edit->mine(), theirs);
    m_banner->setKind(Banner::Kind::Warn);
    m_banner->setIconName(QStringLiteral("users"));
    m_banner->setTexts(
        theirs.updateDate.isValid() ? tr("Somebody else changed this account at %1, while you were editing")
                                          .arg(timeOfChange(theirs.updateDate, m_list.model()->serverNow()))
                                    : tr("Somebody else changed this account while you were editing"),
        tr("Choose for each field which version to keep. Nothing is saved before you press Save Changes."));
    m_banner->show();
    body()->addWidget(m_choice);
    connect(m_choice, &VersionChoice::changed, this, &EditServiceAccountDialog::refreshFoot);
    m_choice->placeInTabOrder(m_banner, m_cancel);
    setFlat(true);
    bringIntoView(m_banner);
    // Not yet shown, it would not take the focus.
    m_choice->show();
    m_choice->firstCard()->setFocus();
    refreshFoot();
}

void EditServiceAccountDialog::showGone()
{
    if (m_list.api() == m_api)
        m_list.accountDeleted(m_edit->base().id);
    m_banner->setKind(Banner::Kind::Bad);
    m_banner->setIconName({});
    m_banner->setTexts(
        tr("%1 was deleted meanwhile").arg(m_edit->base().name),
        tr("Its token works no more, and there is nothing left to save. What you typed is still "
           "here to be copied."));
    m_banner->show();
    bringIntoView(m_banner);
}

void EditServiceAccountDialog::refreshFoot()
{
    if (m_edit->state() == State::Saving) {
        m_save->setEnabled(false);
        foot()->setMessage(FieldMessage::Kind::Hint, tr("Saving…"));
        return;
    }
    if (m_choice) {
        refreshFootOfChoice();
        return;
    }
    const EditDraft &draft = m_form->draft();
    m_save->setEnabled(draft.isChanged() && draft.changes() && m_edit->state() != State::Gone);
    showFieldsToChange(*foot(), draft.fieldsToChange());
}

void EditServiceAccountDialog::refreshFootOfChoice()
{
    const bool isComplete = m_choice->chosen() == m_choice->fields();
    const bool canBeSaved = m_choice->isAllTheirs() || m_choice->changes();
    m_save->setEnabled(isComplete && canBeSaved);
    if (isComplete && !canBeSaved)
        foot()->setMessage(FieldMessage::Kind::Bad,
                           tr("Their version breaks the rules of this program. Choose yours."));
    else
        foot()->setMessage(
            FieldMessage::Kind::Hint,
            tr("%1 of %n field(s) chosen", nullptr, m_choice->fields()).arg(m_choice->chosen()));
}

void EditServiceAccountDialog::finish(const ServiceAccount &account)
{
    keepInList(account);
    Q_EMIT saved(account.id);
    accept();
}

void EditServiceAccountDialog::keepInList(const ServiceAccount &account)
{
    // The console may show another connection's list by now.
    if (m_list.api() == m_api)
        m_list.accountChanged(account);
}

void EditServiceAccountDialog::cancel()
{
    if (m_edit->state() == State::Saving)
        m_edit->cancel();
    else
        QDialog::reject();
}

bool EditServiceAccountDialog::hasUnsavedChanges() const
{
    return m_edit->state() != State::Gone && (m_choice || m_form->draft().isChanged());
}

void EditServiceAccountDialog::reject()
{
    if (m_question && m_question->isVisible())
        return;
    if (m_edit->state() == State::Saving)
        m_edit->cancel();
    else if (hasUnsavedChanges())
        askBeforeDiscarding();
    else
        QDialog::reject();
}

void EditServiceAccountDialog::askBeforeDiscarding()
{
    m_question = new QuestionDialog({tr("Changes Not Saved"), tr("Discard your changes?"),
                                     tr("The changes to %1 are not saved.").arg(m_edit->base().name),
                                     tr("Discard"), tr("Continue Editing")},
                                    this);
    connect(m_question, &QDialog::accepted, this, [this] { QDialog::reject(); });
    m_question->open();
}
