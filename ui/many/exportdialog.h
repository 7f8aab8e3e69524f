#pragma once

#include "models/accounts/serviceaccount.h"
#include "models/export/exportformat.h"
#include "ui/widgets/consoledialog.h"

class AccountExport;
class Banner;
class Button;
class ChoiceCard;
class ProgressReport;

/// "Export…": which form, then where to, then the progress. Deletes itself when it is closed; a file that is
/// not finished by then is never seen.
class ExportDialog final : public ConsoleDialog
{
    Q_OBJECT

public:
    enum class Extent { Shown, Selected };

    /// @p connectionName is for the name of the file; @p now is the server's time. Up to @p soon before its
    /// end an account counts as expiring soon.
    ExportDialog(QList<ServiceAccount> accounts, Extent extent, QString connectionName, QDateTime now,
                 std::chrono::hours soon, QWidget *parent);

    ExportFormat format() const;
    /// "service-accounts-Production-2026-11-24.csv"
    QString suggestedName() const;
    void exportTo(const QString &path);

    /// Also Esc and the window's cross: while it writes, "Cancel".
    void reject() override;

Q_SIGNALS:
    void exported(const QString &message);

private:
    QString heading(Extent extent) const;
    void chooseFile();
    void follow();
    void showProgress();
    void showForm(bool isWriting);

    const QList<ServiceAccount> m_accounts;
    const QString m_connectionName;
    const QDateTime m_now;
    const std::chrono::hours m_soon;
    Banner *m_banner;
    QWidget *m_form;
    ChoiceCard *m_csv;
    ChoiceCard *m_json;
    ProgressReport *m_progress;
    Button *m_cancel;
    Button *m_choose;
    AccountExport *m_export = nullptr;
};
