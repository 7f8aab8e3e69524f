#pragma once

#include "models/deletion/accountdeletion.h"
#include "ui/widgets/consoledialog.h"

#include <QDateTime>
#include <QPointer>

class AccountList;
class Banner;
class Button;

/// "Delete Service Account": "Yes" deletes, "No" is the default and has the focus, so that Enter never
/// deletes. Stays open until the answer is there.
class DeleteServiceAccountDialog final : public ConsoleDialog
{
    Q_OBJECT

public:
    /// @p deletion does not belong to the dialog, because a deletion under way is not given up with its
    /// window. Once neither needs it any more the dialog sees to it that it is deleted. Deletes itself when
    /// it is closed.
    DeleteServiceAccountDialog(AccountDeletion *deletion, AccountList &list, QWidget *parent);
    ~DeleteServiceAccountDialog() override;

    void goOn() override;

    /// Also Esc, "No" and the window's cross; while the deletion is under way, "Cancel".
    void reject() override;

Q_SIGNALS:
    /// What happened, in one translated sentence, also to the copy in the keychain. The row is gone already.
    void deleted(const QString &message);

private:
    QWidget *makeFacts(const QDateTime &now);
    void keepListUpToDate(AccountList &list);
    void follow();
    void showFailure(const Error &error);
    QString message() const;

    QPointer<AccountDeletion> m_deletion;
    Banner *m_banner;
    Button *m_yes;
    Button *m_no;
};
