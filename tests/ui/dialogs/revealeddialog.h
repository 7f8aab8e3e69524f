#pragma once

#include "tests/ui/dialogs/dialogparts.h"
#include "tests/ui/support/controls.h"
#include "ui/dialogs/addserviceaccountdialog.h"

#include <QPointer>

/// "Add Service Account", filled in for deploy_bot with the role Deployment.
class RevealedDialog
{
public:
    RevealedDialog();
    ~RevealedDialog();

    void generate();
    /// Generates, and waits until the token is there.
    void reveal();
    /// The token that the API gives out; made up, as everything here.
    static QString token() { return QStringLiteral("apono_sa_sample_of_a_test"); }

    QPushButton *button(const QString &name) const;
    QString foot() const;
    /// The question that is open over the dialog; nullptr when none is.
    QDialog *question() const;

    DialogParts parts;
    QPointer<AddServiceAccountDialog> dialog;
};
