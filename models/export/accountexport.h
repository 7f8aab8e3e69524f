#pragma once

#include "models/errors/error.h"
#include "models/export/accountwriter.h"

#include <QFileDevice>
#include <QList>
#include <QObject>
#include <QTimer>

/// Writes accounts to a file, some at each turn of the event loop. A QSaveFile takes the place of the old
/// file at the very end; before that, and after a failure or a cancel, the old file is as it was.
class AccountExport : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Ready,
        Writing,
        Done,
        Failed, ///< error() says why.
        Cancelled
    };
    Q_ENUM(State)

    AccountExport(QList<ServiceAccount> accounts, std::unique_ptr<AccountWriter> writer,
                  std::unique_ptr<QFileDevice> file, QObject *parent = nullptr);
    ~AccountExport() override;

    void start();
    void cancel();

    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    QString fileName() const { return m_fileName; }
    int written() const { return m_written; }
    int total() const { return static_cast<int>(m_accounts.size()); }

Q_SIGNALS:
    void stateChanged();
    void progressed();

private:
    void writeSome();
    bool write(const QByteArray &bytes);
    bool finishFile();
    void fail();
    void setState(State state);

    const QList<ServiceAccount> m_accounts;
    const std::unique_ptr<AccountWriter> m_writer;
    std::unique_ptr<QFileDevice> m_file;
    const QString m_fileName;
    QTimer m_turn;
    int m_written = 0;
    Error m_error;
    State m_state = State::Ready;
};
