#pragma once

#include "app/single_instance/startrequest.h"

#include <QLocalServer>
#include <QObject>

#include <functional>

/// The running console's ear for second starts on its data folder. Only whoever holds the folder's lock may
/// make one: it takes the place of a socket that a crash left behind.
class StartListener final : public QObject
{
    Q_OBJECT
public:
    /// Does what is asked and gives a sentence where it cannot; empty when it did.
    using Answer = std::function<QString(const StartRequest &)>;

    explicit StartListener(Answer answer, QObject *parent = nullptr);
    ~StartListener() override;

    /// Whether it can be reached now. Without that a second start is refused as it were before.
    bool listen(const QString &dataFolder);

private:
    void greet();
    void read(QLocalSocket *socket);

    Answer m_answer;
    QLocalServer m_server;
};
