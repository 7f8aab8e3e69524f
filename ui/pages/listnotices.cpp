#include "ui/pages/listnotices.h"

#include "models/accounts/timetext.h"
#include "models/connections/currentconnection.h"
#include "models/connections/ownexpiry.h"
#include "models/list/accountlist.h"
#include "models/ports/clock.h"
#include "models/ports/settings.h"
#include "ui/pages/cutshortelsewhere.h"
#include "ui/pages/failurebanner.h"
#include "ui/style/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/strip.h"

#include <QVBoxLayout>

namespace {

constexpr int bannerGap = 12;
/// From here on people are told that this computer's clock is off.
constexpr std::chrono::minutes clockTolerance{2};

bool isShown(const QWidget *widget)
{
    return widget && !widget->isHidden();
}

} // namespace

ListNotices::ListNotices(const ConsoleParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_column(new QVBoxLayout(this))
    , m_banners(new QVBoxLayout)
{
    m_column->setContentsMargins({});
    m_column->setSpacing(0);
    m_banners->setSpacing(0);
    m_column->addLayout(m_banners);
    connect(&parts.settings, &Settings::changed, this, &ListNotices::refresh);
    // Never Maximum: a hint knows nothing of lines that wrap.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    hide();
}

void ListNotices::refresh()
{
    const AccountList::State state = m_parts.list.state();
    if (state == AccountList::State::Loaded || state == AccountList::State::Idle)
        m_rowsAreOld = false;
    else if (m_parts.list.hasOldRows())
        m_rowsAreOld = true;
    refreshFailure();
    refreshKeptInMemory();
    refreshOwnExpiry();
    refreshFileNotices();
    refreshCutShortElsewhere();
    refreshClock();
    refreshOldRows();
    refreshHiddenByFilter();
    const bool hasBanner = isShown(m_failure) || isShown(m_keptInMemory) || isShown(m_ownExpiry) ||
                           isShown(m_fileNotices) || isShown(m_cutShortElsewhere) || isShown(m_clock);
    const int gap = hasBanner ? bannerGap : 0;
    m_banners->setContentsMargins(Metrics::pageMargin, gap, Metrics::pageMargin, gap);
    setVisible(hasBanner || isShown(m_oldRows) || isShown(m_hidden));
}

Banner *ListNotices::addBanner(Banner::Kind kind)
{
    auto *banner = new Banner(kind, {}, {}, this);
    m_banners->addWidget(banner);
    return banner;
}

void ListNotices::refreshFailure()
{
    const bool isWanted = isFailing();
    if (isWanted && !m_failure) {
        m_failure = new FailureBanner(m_parts, this);
        connect(m_failure, &FailureBanner::retryRequested, this, &ListNotices::retryRequested);
        connect(m_failure, &FailureBanner::anotherTokenRequested, this, &ListNotices::anotherTokenRequested);
        m_banners->addWidget(m_failure);
    }
    if (!m_failure)
        return;
    if (isWanted)
        m_failure->tell();
    m_failure->setVisible(isWanted);
}

void ListNotices::refreshKeptInMemory()
{
    const auto reason = m_parts.connection.keptInMemoryOnly();
    // One banner at a time: a failure is what one has to know first.
    const bool isWanted = reason && !isFailing();
    if (isWanted) {
        if (!m_keptInMemory)
            m_keptInMemory = addBanner(Banner::Kind::Info);
        m_keptInMemory->setTexts(
            tr("The token of this connection is kept for this run only"),
            tr("%1 It has to be typed in again after the next start.").arg(reason->sentence()));
    }
    if (m_keptInMemory)
        m_keptInMemory->setVisible(isWanted);
}

void ListNotices::refreshFileNotices()
{
    const bool isWanted = !m_parts.fileNotices.isEmpty() && !m_fileNoticesWereRead && !isFailing() &&
                          !m_parts.connection.keptInMemoryOnly() && !isShown(m_ownExpiry);
    if (isWanted && !m_fileNotices) {
        m_fileNotices = addBanner(Banner::Kind::Warn);
        m_fileNotices->setTexts(tr("Not all of this program's files could be used"),
                                m_parts.fileNotices.join(u' '));
        connect(m_fileNotices->addButton(tr("Dismiss")), &Button::clicked, this, [this] {
            m_fileNoticesWereRead = true;
            refresh();
        });
    }
    if (m_fileNotices)
        m_fileNotices->setVisible(isWanted);
}

void ListNotices::refreshCutShortElsewhere()
{
    const auto waiting = isFailing() ? QList<JournalEntry>() : CutShortElsewhere::entries(m_parts);
    if (!waiting.isEmpty()) {
        if (!m_cutShortElsewhere) {
            m_cutShortElsewhere = new CutShortElsewhere(m_parts, this);
            connect(m_cutShortElsewhere, &CutShortElsewhere::forgotten, this, &ListNotices::refresh);
            m_banners->addWidget(m_cutShortElsewhere);
        }
        m_cutShortElsewhere->tell(waiting);
    }
    if (m_cutShortElsewhere)
        m_cutShortElsewhere->setVisible(!waiting.isEmpty());
}

void ListNotices::refreshOwnExpiry()
{
    const AccountTableModel &model = *m_parts.list.model();
    const auto end = OwnExpiry::of(m_parts.connection.session(), model);
    const QDateTime now = m_parts.clock.now().addDuration(model.serverClockOffset());
    const QString notice =
        end ? OwnExpiry::notice(*end, now, m_parts.settings.value(Setting::NoticeDays)) : QString();
    const bool isWanted = !notice.isEmpty() && !isFailing() && !m_parts.connection.keptInMemoryOnly();
    if (isWanted) {
        if (!m_ownExpiry) {
            m_ownExpiry = addBanner(Banner::Kind::Warn);
            connect(m_ownExpiry->addButton(tr("Use Another Token…"), QStringLiteral("key-round")),
                    &Button::clicked, this, &ListNotices::anotherTokenRequested);
        }
        m_ownExpiry->setTexts(*end > now ? tr("The token of this connection expires soon")
                                         : tr("The token of this connection has expired"),
                              notice);
    }
    if (m_ownExpiry)
        m_ownExpiry->setVisible(isWanted);
}

void ListNotices::refreshClock()
{
    const std::chrono::milliseconds ahead = m_parts.list.model()->serverClockOffset();
    const bool isWanted = std::chrono::abs(ahead) > clockTolerance && !isFailing() &&
                          !isShown(m_keptInMemory) && !isShown(m_ownExpiry) && !isShown(m_fileNotices);
    if (isWanted) {
        if (!m_clock)
            m_clock = addBanner(Banner::Kind::Info);
        const int minutes =
            qRound(std::chrono::duration<double, std::ratio<60>>(std::chrono::abs(ahead)).count());
        m_clock->setTexts(
            ahead.count() > 0 ? tr("The clock of this computer is %n min slow", nullptr, minutes)
                              : tr("The clock of this computer is %n min fast", nullptr, minutes),
            tr("Whether a token has expired is judged by the server's clock. Set this computer's "
               "time right."));
    }
    if (m_clock)
        m_clock->setVisible(isWanted);
}

bool ListNotices::isFailing() const
{
    return m_parts.list.isFailing();
}

void ListNotices::refreshOldRows()
{
    if (m_rowsAreOld) {
        const QDateTime loadedAt = m_parts.list.loadedAt();
        const QString text = loadedAt.isValid() ? tr("Old rows, loaded %1").arg(shortDateTime(loadedAt))
                                                : tr("Not all rows: the list was not read to its end.");
        if (m_oldRows) {
            m_oldRows->setText(text);
        } else {
            m_oldRows = new Strip(QStringLiteral("history"), text, Token::Sunken, this);
            m_column->addWidget(m_oldRows);
        }
    }
    if (m_oldRows)
        m_oldRows->setVisible(m_rowsAreOld);
}

void ListNotices::refreshHiddenByFilter()
{
    const AccountTableModel &model = *m_parts.list.model();
    const ServiceAccount *account = model.shownInSpiteOfFilter();
    if (account) {
        const bool isNew = model.shownFor() == AccountTableModel::ShownFor::BeingNew;
        const QString text = (isNew ? tr("Hidden by your filter: %1 is shown because it is new.")
                                    : tr("Hidden by your filter: %1 is shown because you went to it."))
                                 .arg(account->name);
        if (m_hidden) {
            m_hidden->setText(text);
        } else {
            m_hidden = new Strip(QStringLiteral("info"), text, Token::Tint, this);
            Button *clear = m_hidden->addLink(tr("Clear Filters"));
            connect(clear, &Button::clicked, this, &ListNotices::clearFiltersRequested);
            m_column->addWidget(m_hidden);
        }
    }
    if (m_hidden)
        m_hidden->setVisible(account != nullptr);
}
