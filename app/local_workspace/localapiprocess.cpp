#include "app/local_workspace/localapiprocess.h"

#include "app/local_workspace/sessioncredential.h"

#include <QDir>
#include <QLoggingCategory>
#include <QRegularExpression>

#include <utility>

using namespace std::chrono_literals;

namespace {

/// For --verbose: how the child comes and goes.
Q_LOGGING_CATEGORY(workspace, "apono.workspace", QtWarningMsg)

constexpr auto patience = 5s;
constexpr qsizetype keptErrors = 4096;
constexpr qsizetype longestFirstLine = 256;
constexpr int farewellMs = 2000;

/// The address in the first line of output; invalid when the line is another one.
QUrl addressIn(const QByteArray &line)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\AListening on (http://127\\.0\\.0\\.1:[0-9]{1,5})\\s*\\z"));
    const auto match = pattern.match(QString::fromUtf8(line));
    return match.hasMatch() ? QUrl(match.captured(1), QUrl::StrictMode) : QUrl();
}

} // namespace

LocalApiProcess::LocalApiProcess(QString program, QString folder, QStringList moreArguments, QObject *parent)
    : LocalWorkspace(parent)
    , m_program(std::move(program))
    , m_folder(std::move(folder))
    , m_moreArguments(std::move(moreArguments))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        dropChild();
        giveUp(tr("The local workspace did not start within %n s. Try again.", nullptr,
                  static_cast<int>(patience.count())));
    });
}

LocalApiProcess::~LocalApiProcess()
{
    if (!m_child)
        return;
    m_child->disconnect(this);
    m_child->closeWriteChannel();
    if (m_child->state() == QProcess::NotRunning || m_child->waitForFinished(farewellMs))
        return;
    m_child->terminate();
    if (m_child->waitForFinished(farewellMs))
        return;
    m_child->kill();
    m_child->waitForFinished(farewellMs);
}

void LocalApiProcess::start()
{
    switch (m_phase) {
    case Phase::Starting:
        return;
    case Phase::Running:
        QMetaObject::invokeMethod(this, &LocalWorkspace::ready, Qt::QueuedConnection);
        return;
    case Phase::Ended:
        break;
    }
    m_restarts.renew();
    m_phase = Phase::Starting;
    QMetaObject::invokeMethod(this, &LocalApiProcess::launch, Qt::QueuedConnection);
}

void LocalApiProcess::launch()
{
    m_phase = Phase::Starting;
    m_errors.clear();
    m_credential = makeSessionCredential();
    m_child = std::make_unique<QProcess>();
    connect(m_child.get(), &QProcess::started, this, &LocalApiProcess::sendCredential);
    connect(m_child.get(), &QProcess::readyReadStandardOutput, this, &LocalApiProcess::readOutput);
    connect(m_child.get(), &QProcess::readyReadStandardError, this, &LocalApiProcess::readErrors);
    connect(m_child.get(), &QProcess::finished, this, &LocalApiProcess::childEnded);
    connect(
        m_child.get(), &QProcess::errorOccurred, this,
        [this, child = m_child.get()](QProcess::ProcessError error) {
            if (error != QProcess::FailedToStart || child != m_child.get())
                return;
            const QString reason = m_child->errorString();
            dropChild();
            giveUp(tr("The program %1 cannot be started (%2). Install the console again.")
                       .arg(QDir::toNativeSeparators(m_program), reason));
        },
        Qt::QueuedConnection);
    m_patience.start();
    qCInfo(workspace, "starts");
    m_child->start(m_program, QStringList{QStringLiteral("--data-dir"), m_folder,
                                          QStringLiteral("--session-credential-stdin")} +
                                  m_moreArguments);
}

void LocalApiProcess::sendCredential()
{
    const QByteArrayView line = m_credential.reveal();
    m_child->write(line.data(), line.size());
    m_child->write("\n", 1);
}

void LocalApiProcess::readOutput()
{
    if (m_phase != Phase::Starting) {
        m_child->readAllStandardOutput();
        return;
    }
    m_child->setReadChannel(QProcess::StandardOutput);
    if (!m_child->canReadLine() && m_child->bytesAvailable() <= longestFirstLine)
        return;
    m_address = addressIn(m_child->readLine(longestFirstLine));
    if (!m_address.isValid()) {
        dropChild();
        giveUp(tr("The program %1 is not the local workspace of this console. Install the console again.")
                   .arg(QDir::toNativeSeparators(m_program)));
        return;
    }
    m_patience.stop();
    m_phase = Phase::Running;
    qCInfo(workspace).noquote() << "listens at" << m_address.toString();
    Q_EMIT ready();
}

void LocalApiProcess::readErrors()
{
    m_errors = (m_errors + m_child->readAllStandardError()).right(keptErrors);
}

void LocalApiProcess::childEnded(int exitCode, QProcess::ExitStatus status)
{
    readErrors();
    const bool refused = m_phase == Phase::Starting && status == QProcess::NormalExit && exitCode != 0;
    const QString words = lastWords();
    qCInfo(workspace, "ended with status %d", exitCode);
    dropChild();
    if (refused)
        giveUp(words.isEmpty() ? tr("The local workspace did not start. Try again.") : words);
    else if (m_restarts.take(std::chrono::steady_clock::now()))
        restart();
    else
        giveUp(words.isEmpty()
                   ? tr("The local workspace ended again and again. Press Retry; if that goes on, start the "
                        "program from a terminal and read what apono-local-api writes.")
                   : tr("The local workspace ended again and again. Its last words were: “%1”").arg(words));
}

void LocalApiProcess::restart()
{
    m_phase = Phase::Starting;
    QMetaObject::invokeMethod(this, &LocalApiProcess::launch, Qt::QueuedConnection);
    Q_EMIT restarting();
}

void LocalApiProcess::giveUp(const QString &sentence)
{
    m_phase = Phase::Ended;
    qCInfo(workspace, "is given up");
    Q_EMIT failed(Error(ErrorKind::WorkspaceFailed, sentence));
}

void LocalApiProcess::dropChild()
{
    m_patience.stop();
    m_address.clear();
    m_credential = {};
    if (!m_child)
        return;
    m_child->disconnect(this);
    // It may be the sender of the signal that is being handled.
    QProcess *child = m_child.release();
    if (child->state() == QProcess::NotRunning) {
        child->deleteLater();
        return;
    }
    connect(child, &QProcess::finished, child, &QObject::deleteLater);
    child->setParent(this);
    child->kill();
}

QString LocalApiProcess::lastWords() const
{
    return QString::fromUtf8(m_errors.trimmed().split('\n').constLast()).trimmed();
}
