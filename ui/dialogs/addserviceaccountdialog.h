#pragma once

#include "models/connections/connection.h"
#include "models/creation/tokencreations.h"
#include "ui/widgets/consoledialog.h"

#include <QPointer>

#include <chrono>
#include <memory>

class AccountList;
class AddAccountForm;
class Button;
class Clock;
class CreationOutcome;
class LogoutGuard;
class QuestionDialog;
class RevealPage;
class TokenClipboard;

/// "Add Service Account": the form, and after "Generate New Token" the token in the same window. The creation
/// itself belongs to TokenCreations and runs on when this window goes away; its account is then put into the
/// list, and TokenCreations says when somebody has to see the rest.
class AddServiceAccountDialog final : public ConsoleDialog
{
    Q_OBJECT

public:
    /// Everything given by reference must outlive it. Deletes itself when it is closed.
    AddServiceAccountDialog(TokenCreations &creations, AccountList &list, std::shared_ptr<AdminApi> api,
                            Connection connection, const Clock &clock, TokenClipboard &clipboard,
                            LogoutGuard &guard, QWidget *parent);
    ~AddServiceAccountDialog() override;

    /// "Duplicate…": begins with what @p original has, under a free name that is selected.
    void startFrom(const ServiceAccount &original);

    /// Instead of a new click: shows one that no window watches, from before this program was started or
    /// before its window was left.
    void watch(TokenCreation *creation);

    /// Without any input for so long, a shown token is masked again.
    void setHideAfter(std::chrono::milliseconds idle);
    void maskToken();

    void goOn() override;

    /// Also Esc and the window's cross. Asks first where leaving would lose something.
    void reject() override;

Q_SIGNALS:
    /// After "Done". The account is in the list already.
    void created(const QString &accountId);

private:
    void generate();
    void begin(TokenCreation *creation);
    void keepListUpToDate();
    void follow();
    void showForm();
    void showReveal();
    void showOutcome();
    void showNotMade();
    void waitForAnswer();
    void waitForPerson();
    void refreshFoot();
    void cancel();
    void ask(QuestionDialog *question);
    void askBeforeLeavingTheToken();
    void askBeforeLeavingTheRequest();
    void askBeforeDiscarding();
    void leave();
    /// @param comesBack nobody decided about it: another window has to show it
    void letGo(bool comesBack);

    /// Nobody has to decide anything: an answer is on its way.
    bool isSending() const;
    bool isRevealing() const;

    TokenCreations &m_creations;
    AccountList &m_list;
    const std::shared_ptr<AdminApi> m_api;
    const Connection m_connection;
    QPointer<TokenCreation> m_creation;
    QPointer<QuestionDialog> m_question;
    /// A question is withdrawn when the creation goes on without waiting for its answer.
    TokenCreation::State m_askedIn = TokenCreation::State::Journalled;
    LogoutGuard &m_guard;
    CreationOutcome *m_outcome;
    AddAccountForm *m_form;
    RevealPage *m_reveal;
    Button *m_cancel;
    Button *m_generate;
    Button *m_done;
};
