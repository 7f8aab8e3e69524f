#pragma once

#include "models/connections/connection.h"
#include "models/creation/tokencreations.h"
#include "ui/widgets/consoledialog.h"

#include <QDateTime>
#include <QPointer>

#include <chrono>
#include <memory>

class AccountList;
class AddAccountForm;
class Banner;
class Button;
class Clock;
class QuestionDialog;
class RevealPage;
class TokenClipboard;

/// "Add Service Account": the form, and after "Generate New Token" the token in the same window. The creation
/// itself belongs to TokenCreations and runs on when this window goes away; its account is then put into the
/// list and its token wiped, as nobody can read it any more.
class AddServiceAccountDialog final : public ConsoleDialog
{
    Q_OBJECT

public:
    /// Everything given by reference must outlive it. Deletes itself when it is closed.
    AddServiceAccountDialog(TokenCreations &creations, AccountList &list, std::shared_ptr<AdminApi> api,
                            Connection connection, const Clock &clock, TokenClipboard &clipboard,
                            QWidget *parent);
    ~AddServiceAccountDialog() override;

    /// "Duplicate…": begins with what @p original has, under a free name that is selected.
    void startFrom(const ServiceAccount &original);

    /// Without any input for so long, a shown token is masked again.
    void setHideAfter(std::chrono::milliseconds idle);
    void maskToken();

    /// Also Esc and the window's cross. Asks first where leaving would lose something.
    void reject() override;

Q_SIGNALS:
    /// After "Done". The account is in the list already.
    void created(const QString &accountId);
    /// The answer was lost. The list is being read again.
    void outcomeUnknown(const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void generate();
    void keepListUpToDate();
    void follow();
    void showForm();
    void showReveal();
    void showFailure(const Error &error);
    void showUnknown(const Error &error);
    void refreshFoot();
    void showFirstBadField();
    void cancel();
    void ask(QuestionDialog *question);
    void askBeforeLeavingTheToken();
    void askBeforeLeavingTheRequest();
    void askBeforeDiscarding();
    void leave();
    void letGo();
    void maskWhenMinimised(const QWidget *window);

    bool isSending() const;
    bool isRevealing() const;

    TokenCreations &m_creations;
    AccountList &m_list;
    const std::shared_ptr<AdminApi> m_api;
    const Connection m_connection;
    QPointer<TokenCreation> m_creation;
    /// When "Generate New Token" was pressed.
    QDateTime m_clickedAt;
    QPointer<QuestionDialog> m_question;
    /// A question is withdrawn when the creation goes on without waiting for its answer.
    TokenCreation::State m_askedIn = TokenCreation::State::Journalled;
    Banner *m_banner;
    AddAccountForm *m_form;
    RevealPage *m_reveal;
    Button *m_cancel;
    Button *m_generate;
    Button *m_done;
};
