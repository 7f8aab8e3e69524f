#include "models/export/accountexport.h"

#include <QFileInfo>
#include <QSaveFile>

namespace {

/// A few milliseconds' work: a window stays as quick as ever.
constexpr int accountsPerTurn = 200;

} // namespace

AccountExport::AccountExport(QList<ServiceAccount> accounts, std::unique_ptr<AccountWriter> writer,
                             std::unique_ptr<QFileDevice> file, QObject *parent)
    : QObject(parent)
    , m_accounts(std::move(accounts))
    , m_writer(std::move(writer))
    , m_file(std::move(file))
    , m_fileName(m_file->fileName())
{
    // Not a posted event, which would come before every press of a key.
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &AccountExport::writeSome);
}

AccountExport::~AccountExport() = default;

void AccountExport::start()
{
    if (m_state != State::Ready)
        return;
    if (!m_file->open(QIODevice::WriteOnly) || !write(m_writer->begin())) {
        fail();
        return;
    }
    m_turn.start();
    setState(State::Writing);
}

void AccountExport::writeSome()
{
    for (int turn = 0; turn < accountsPerTurn && m_written < total(); ++turn) {
        if (!write(m_writer->account(m_accounts.at(m_written), m_written == 0))) {
            fail();
            return;
        }
        ++m_written;
    }
    Q_EMIT progressed();
    if (m_state != State::Writing || m_written < total())
        return;
    m_turn.stop();
    if (write(m_writer->end()) && finishFile())
        setState(State::Done);
    else
        fail();
}

bool AccountExport::write(const QByteArray &bytes)
{
    return m_file->write(bytes) == bytes.size();
}

bool AccountExport::finishFile()
{
    if (auto *saved = qobject_cast<QSaveFile *>(m_file.get()))
        return saved->commit();
    return m_file->flush();
}

void AccountExport::cancel()
{
    if (m_state != State::Writing)
        return;
    m_turn.stop();
    // Destroyed without a commit, a QSaveFile leaves nothing behind.
    m_file.reset();
    setState(State::Cancelled);
}

void AccountExport::fail()
{
    m_turn.stop();
    m_error = Error(ErrorKind::FileUnwritable,
                    tr("%1 could not be written: %2. If there was such a file before, it is as it was. "
                       "Choose another place, or make room, and try again.")
                        .arg(QFileInfo(m_fileName).fileName(), m_file->errorString()));
    m_file.reset();
    setState(State::Failed);
}

void AccountExport::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}
