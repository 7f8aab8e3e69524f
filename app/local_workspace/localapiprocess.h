#pragma once

#include "app/local_workspace/restartbudget.h"
#include "models/ports/localworkspace.h"

#include <QProcess>
#include <QStringList>
#include <QTimer>

#include <memory>

/// The program apono-local-api as the console's child. It gets the credential of its run as one line on its
/// standard input, which stays open: its end is what ends the child, also when the console is killed.
class LocalApiProcess final : public LocalWorkspace
{
    Q_OBJECT
public:
    /// @p program is the path of apono-local-api, @p folder the one for its data. @p moreArguments are for
    /// demonstrations and tests, such as --seed.
    LocalApiProcess(QString program, QString folder, QStringList moreArguments = {},
                    QObject *parent = nullptr);
    /// Ends the child and waits for that, some seconds at most.
    ~LocalApiProcess() override;

    void start() override;
    QUrl address() const override { return m_address; }
    SecretText credential() const override { return m_credential.clone(); }
    QString folder() const override { return m_folder; }

private:
    enum class Phase { Ended, Starting, Running };

    void launch();
    void sendCredential();
    void readOutput();
    void readErrors();
    void childEnded(int exitCode, QProcess::ExitStatus status);
    void restart();
    void giveUp(const QString &sentence);
    void dropChild();
    QString lastWords() const;

    QString m_program;
    QString m_folder;
    QStringList m_moreArguments;

    std::unique_ptr<QProcess> m_child;
    Phase m_phase = Phase::Ended;
    QTimer m_patience;
    RestartBudget m_restarts;
    QUrl m_address;
    SecretText m_credential;
    QByteArray m_errors;
};
