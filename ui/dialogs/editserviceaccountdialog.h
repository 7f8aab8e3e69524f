#pragma once

#include "models/accounts/serviceaccount.h"
#include "ui/widgets/consoledialog.h"

#include <QPointer>

#include <memory>

QT_BEGIN_NAMESPACE
class QBoxLayout;
QT_END_NAMESPACE

class AccountEdit;
class AccountFacts;
class AccountList;
class AdminApi;
class Banner;
class Button;
class EditAccountForm;
class QuestionDialog;
class TextLabel;
class VersionChoice;

/// "Edit Service Account": description and roles. A stale edit is shown field by field in the same window.
class EditServiceAccountDialog final : public ConsoleDialog
{
    Q_OBJECT

public:
    /// Everything given by reference must outlive it, @p account only this call. Deletes itself when it is
    /// closed.
    EditServiceAccountDialog(std::shared_ptr<AdminApi> api, AccountList &list, const ServiceAccount &account,
                             QWidget *parent);

    /// The console signs in with this account: then it cannot lose Admin from here.
    void setSignsInWithIt(bool signsIn);

    void goOn() override { save(); }

    void setVisible(bool visible) override;
    /// Also Esc and the window's cross. Asks first while there are unsaved changes.
    void reject() override;

Q_SIGNALS:
    /// The list has the new version already.
    void saved(const QString &accountId);

private:
    void save();
    void saveChoice();
    void follow();
    void showForm();
    void showFailure();
    void showConflict();
    void setFlat(bool flat);
    void showGone();
    void refreshFoot();
    void refreshFootOfChoice();
    void cancel();
    void finish(const ServiceAccount &account);
    void keepInList(const ServiceAccount &account);
    bool hasUnsavedChanges() const;
    void askBeforeDiscarding();

    AccountList &m_list;
    const std::shared_ptr<AdminApi> m_api;
    AccountEdit *m_edit;
    QBoxLayout *m_head;
    AccountFacts *m_facts;
    TextLabel *m_hint;
    Banner *m_banner;
    EditAccountForm *m_form;
    /// While there is something to compare; then the form is hidden.
    VersionChoice *m_choice = nullptr;
    Button *m_cancel;
    Button *m_save;
    QPointer<QuestionDialog> m_question;
};
