#include "ui/many/manychangesdialog.h"

#include "ui/many/changesreport.h"
#include "ui/many/manytexts.h"
#include "ui/style/metrics.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/progressreport.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace std::chrono_literals;
using State = ManyChanges::State;

ManyChangesDialog::ManyChangesDialog(const QString &title, int width, ManyChanges *changes, QWidget *parent)
    : ConsoleDialog(title, width, parent)
    , m_changes(changes)
    , m_banner(new Banner(Banner::Kind::Bad, {}, {}))
    , m_questionPart(new QWidget)
    , m_question(new QVBoxLayout(m_questionPart))
    , m_progress(new ProgressReport)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_question->setContentsMargins({});
    m_question->setSpacing(Metrics::fieldGap);
    body()->addWidget(m_banner);
    body()->addWidget(m_questionPart);
    body()->addWidget(m_progress);
    m_banner->hide();
    m_progress->hide();
    connect(m_changes, &ManyChanges::stateChanged, this, &ManyChangesDialog::follow);
    connect(m_changes, &ManyChanges::progressed, this, &ManyChangesDialog::showProgress);
    connect(&m_second, &QTimer::timeout, this, &ManyChangesDialog::showPause);
}

ManyChangesDialog::~ManyChangesDialog()
{
    if (!m_changes)
        return;
    m_changes->disconnect(this);
    if (m_changes->state() == State::Ready || m_changes->state() == State::Finished) {
        m_changes->deleteLater();
        return;
    }
    // It runs on without this window.
    ManyChanges *changes = m_changes;
    connect(changes, &ManyChanges::stateChanged, changes, [changes] {
        if (changes->state() == State::Finished)
            changes->deleteLater();
    });
}

Button *ManyChangesDialog::addAnswer(const QString &text, ButtonKind kind)
{
    Button *answer = foot()->addButton(text, kind);
    m_answers.append(answer);
    return answer;
}

void ManyChangesDialog::begin(const ManyChange &change)
{
    m_questionPart->hide();
    for (Button *answer : std::as_const(m_answers))
        answer->hide();
    m_cancel = foot()->addButton(tr("Cancel"), ButtonKind::Plain);
    connect(m_cancel, &Button::clicked, m_changes, &ManyChanges::cancel);
    m_progress->show();
    // Not yet shown, it would not take the focus.
    m_cancel->show();
    m_cancel->setFocus();
    m_changes->start(change);
}

void ManyChangesDialog::follow()
{
    const State state = m_changes->state();
    if (state == State::Waiting) {
        m_second.start(1s);
        showPause();
    } else {
        m_second.stop();
        m_banner->hide();
    }
    if (m_cancel)
        m_cancel->setEnabled(state == State::Running || state == State::Waiting);
    if (state == State::Finished)
        showEnd();
    else
        showProgress();
}

void ManyChangesDialog::showProgress()
{
    m_progress->setProgress(ManyTexts::progress(*m_changes), m_changes->ended(),
                            static_cast<int>(m_changes->items().size()));
}

void ManyChangesDialog::showPause()
{
    if (!m_goOn) {
        m_goOn = m_banner->addButton(tr("Retry"), QStringLiteral("refresh-cw"));
        connect(m_goOn, &Button::clicked, m_changes, &ManyChanges::goOn);
    }
    m_goOn->show();
    const Error &reason = m_changes->pauseReason();
    m_banner->setKind(Banner::Kind::Warn);
    m_banner->setTexts(reason.asksToWait() ? tr("Waiting for the server")
                                           : tr("The token of this connection is not accepted"),
                       ManyTexts::pause(*m_changes));
    offerAnotherToken(m_banner, reason);
    m_banner->show();
}

void ManyChangesDialog::goOn()
{
    if (m_changes)
        m_changes->goOn();
}

void ManyChangesDialog::showEnd()
{
    const auto &items = m_changes->items();
    const bool hasReport = std::any_of(items.cbegin(), items.cend(), ManyTexts::hasReason);
    const bool isAllDone = m_changes->count(ChangedAccount::State::Done) == items.size();
    if (isAllDone && !hasReport) {
        accept();
        Q_EMIT ended(m_changes->idsLeft());
        return;
    }
    m_progress->hide();
    m_cancel->hide();
    if (m_goOn)
        m_goOn->hide();
    m_banner->offerAnotherToken(false);
    m_banner->setKind(isAllDone || !hasReport ? Banner::Kind::Warn : Banner::Kind::Bad);
    m_banner->setTexts(ManyTexts::failure(*m_changes), ManyTexts::explanation(*m_changes));
    m_banner->show();
    if (hasReport) {
        body()->addWidget(new ChangesReport(*m_changes));
        foot()->offerDetails(ManyTexts::details(*m_changes));
    }
    Button *close = foot()->addButton(tr("Close"), ButtonKind::Plain);
    connect(close, &Button::clicked, this, &ManyChangesDialog::reject);
    close->setDefault(true);
    close->show();
    close->setFocus();
}

void ManyChangesDialog::reject()
{
    const State state = m_changes ? m_changes->state() : State::Ready;
    if (state == State::Running || state == State::Waiting) {
        m_changes->cancel();
        return;
    }
    const bool hasRun = state == State::Finished;
    ConsoleDialog::reject();
    if (hasRun)
        Q_EMIT ended(m_changes->idsLeft());
}
