#pragma once

#include "models/many/manychanges.h"
#include "ui/style/controltraits.h"
#include "ui/widgets/consoledialog.h"

#include <QPointer>
#include <QTimer>

class Banner;
class Button;
class ProgressReport;

/// A question about several accounts, then the progress with "Cancel", then a report of what failed. When
/// all went well it closes by itself. Deletes itself when it is closed.
class ManyChangesDialog : public ConsoleDialog
{
    Q_OBJECT

public:
    ~ManyChangesDialog() override;

    void goOn() override;

    /// Also Esc and the window's cross: while it runs, "Cancel".
    void reject() override;

Q_SIGNALS:
    /// The person has seen how it ended. What is not as wanted, by the accounts' ids.
    void ended(const QStringList &idsLeft);

protected:
    /// @p changes does not belong to the dialog, because what has begun is not given up with its window. Once
    /// neither needs it any more the dialog sees to it that it is deleted.
    ManyChangesDialog(const QString &title, int width, ManyChanges *changes, QWidget *parent);

    const ManyChanges &changes() const { return *m_changes; }
    /// Where the question stands; hidden once it is answered.
    QVBoxLayout *question() const { return m_question; }
    /// Of the question; hidden once it is answered.
    Button *addAnswer(const QString &text, ButtonKind kind);
    void begin(const ManyChange &change);

private:
    void follow();
    void showProgress();
    void showPause();
    void showEnd();

    QPointer<ManyChanges> m_changes;
    Banner *m_banner;
    Button *m_goOn = nullptr;
    QWidget *m_questionPart;
    QVBoxLayout *m_question;
    ProgressReport *m_progress;
    QList<Button *> m_answers;
    Button *m_cancel = nullptr;
    QTimer m_second;
};
