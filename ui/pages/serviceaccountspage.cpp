#include "ui/pages/serviceaccountspage.h"

#include "models/connections/currentconnection.h"
#include "models/list/accountlist.h"
#include "models/ports/savedtokens.h"
#include "ui/expirations/expirationspanel.h"
#include "ui/pages/accountdialogs.h"
#include "ui/pages/accounttable.h"
#include "ui/pages/columnsmenu.h"
#include "ui/pages/filterbar.h"
#include "ui/pages/listnotices.h"
#include "ui/pages/pagearrangement.h"
#include "ui/pages/pagebody.h"
#include "ui/pages/pagefilters.h"
#include "ui/pages/pagehead.h"
#include "ui/pages/pagestates.h"
#include "ui/pages/selectedaccounts.h"
#include "ui/style/metrics.h"
#include "ui/style/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/searchfield.h"

#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

#include <utility>

using namespace std::chrono_literals;

namespace {

constexpr int headTop = 14;
constexpr int headGap = 10;

} // namespace

ServiceAccountsPage::ServiceAccountsPage(const ConsoleParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_head(new PageHead(tr("Service Accounts")))
    , m_filterBar(new FilterBar)
    , m_expirations(new ExpirationsPanel(parts))
    , m_filters(new PageFilters(*parts.list.model(), *m_head->search(), *m_filterBar, *m_expirations, this))
    , m_progress(new ProgressLine)
    , m_notices(new ListNotices(parts))
    , m_table(new AccountTable(*parts.list.model()))
    , m_states(new PageStates(parts.list, m_table))
    , m_body(new PageBody(*m_table->view(), m_states))
    , m_arrangement(new PageArrangement(parts.layouts, *m_table->view(), *m_body, this))
    , m_columnsMenu(new ColumnsMenu(*m_filterBar->columnsMenu(), *m_table->view(), this))
    , m_dialogs(new AccountDialogs(parts, this))
    , m_selected(new SelectedAccounts(*m_table->view(), *m_dialogs, m_filterBar, headGap, this))
{
    build();
    connectParts();
    connectTable();
    m_minute.start(60s);
    followConnection();
    updateCounts();
}

void ServiceAccountsPage::build()
{
    auto *head = new QVBoxLayout;
    head->setContentsMargins(Metrics::pageMargin, headTop, Metrics::pageMargin, headGap);
    head->setSpacing(headGap);
    head->addWidget(m_head);
    head->addWidget(m_filterBar);
    head->addWidget(m_expirations);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_progress);
    column->addWidget(m_notices);
    // Rows scroll: in a low window they give way to what stands above them.
    m_body->setMinimumHeight(Metrics::tableRowHeight);
    column->addWidget(m_body, 1);
}

void ServiceAccountsPage::connectParts()
{
    AccountTableModel *model = m_parts.list.model();
    connect(m_head->refreshButton(), &Button::clicked, this, &ServiceAccountsPage::refresh);
    connect(m_head, &PageHead::stopRequested, this, &ServiceAccountsPage::stop);
    connect(m_head->newButton(), &Button::clicked, this, &ServiceAccountsPage::createAccount);
    connect(m_notices, &ListNotices::retryRequested, this, &ServiceAccountsPage::refresh);
    connect(m_notices, &ListNotices::anotherTokenRequested, this,
            &ServiceAccountsPage::anotherTokenRequested);
    connect(m_notices, &ListNotices::clearFiltersRequested, this, &ServiceAccountsPage::clearFilters);
    connect(m_states, &PageStates::createRequested, this, &ServiceAccountsPage::createAccount);
    connect(m_states, &PageStates::clearFiltersRequested, this, &ServiceAccountsPage::clearFilters);
    connect(m_dialogs, &AccountDialogs::created, this, &ServiceAccountsPage::showNewAccount);
    connect(m_dialogs, &AccountDialogs::anotherTokenRequested, this,
            &ServiceAccountsPage::anotherTokenRequested);
    connect(m_dialogs, &AccountDialogs::message, this, &ServiceAccountsPage::message);
    connect(m_selected, &SelectedAccounts::countChanged, this, &ServiceAccountsPage::selectedCountChanged);

    connect(&m_parts.list, &AccountList::stateChanged, this, &ServiceAccountsPage::updateState);
    connect(model, &AccountTableModel::countsChanged, this, &ServiceAccountsPage::updateCounts);
    connect(&m_parts.connection, &CurrentConnection::changed, this, &ServiceAccountsPage::followConnection);
    connect(&m_parts.connection, &CurrentConnection::reconnected, &m_parts.list, &AccountList::refresh);
    connect(&m_parts.connection, &CurrentConnection::sessionChanged, this,
            &ServiceAccountsPage::updateNotices);
    connect(&m_parts.savedTokens, &SavedTokens::changed, this, &ServiceAccountsPage::keepSavedIds);
    connect(&m_minute, &QTimer::timeout, model, &AccountTableModel::updateTimes);
}

void ServiceAccountsPage::connectTable()
{
    AccountTableView *view = m_table->view();
    view->setDeleteForbidden(
        [this](const ServiceAccount &account) { return m_dialogs->deleteForbidden(account); });
    connect(view, &AccountTableView::editRequested, m_dialogs, &AccountDialogs::openEdit);
    connect(view, &AccountTableView::duplicateRequested, m_dialogs, &AccountDialogs::openDuplicate);
    connect(view, &AccountTableView::deleteRequested, m_dialogs, &AccountDialogs::openDelete);
    connect(view, &AccountTableView::nameCopied, this,
            [this](const QString &name) { Q_EMIT message(tr("Copied the name %1.").arg(name)); });
    connect(view, &AccountTableView::rowsPainted, this, &ServiceAccountsPage::rowsPainted);
    connect(view, &AccountTableView::rowsPainted, m_expirations, &ExpirationsPanel::build,
            Qt::QueuedConnection);
    connect(view, &AccountTableView::rowsCopied, this,
            [this](int count) { Q_EMIT message(tr("Copied %n row(s).", nullptr, count)); });
    connect(view, &AccountTableView::columnsMenuRequested, columnsMenu(),
            [this](const QPoint &place) { columnsMenu()->popup(place); });
    connect(
        view, &AccountTableView::rowsPainted, this,
        [this] {
            m_columnsMenu->fill();
            m_body->buildDetails();
        },
        Qt::QueuedConnection);
    connect(m_columnsMenu, &ColumnsMenu::timesExactChosen, this, &ServiceAccountsPage::setTimesExact);
    connect(m_arrangement, &PageArrangement::timesExactChanged, this,
            &ServiceAccountsPage::timesExactChanged);
    connect(m_filterBar->detailsButton(), &Button::clicked, this, &ServiceAccountsPage::setDetailsShown);
    connect(m_body, &PageBody::detailsShownChanged, m_filterBar->detailsButton(), &Button::setChecked);
    connect(m_body, &PageBody::detailsShownChanged, this, &ServiceAccountsPage::detailsShownChanged);
    connect(m_body, &PageBody::editRequested, m_dialogs, &AccountDialogs::openEdit);
    connect(&m_minute, &QTimer::timeout, m_body, &PageBody::refreshDetails);
}

void ServiceAccountsPage::editCurrent()
{
    m_dialogs->openEdit(m_table->view()->currentId());
}

void ServiceAccountsPage::copyName()
{
    m_table->view()->copyCurrentName();
}

void ServiceAccountsPage::copyRows()
{
    m_table->view()->copyRows();
}

void ServiceAccountsPage::deleteSelected()
{
    m_selected->deleteThem();
}

void ServiceAccountsPage::addRole()
{
    m_selected->addRole();
}

void ServiceAccountsPage::removeRole()
{
    m_selected->removeRole();
}

void ServiceAccountsPage::exportAccounts()
{
    m_selected->exportThem();
}

int ServiceAccountsPage::selectedCount() const
{
    return m_selected->count();
}

void ServiceAccountsPage::selectAll()
{
    m_table->view()->selectAll();
}

void ServiceAccountsPage::clearSelection()
{
    m_table->view()->clearSelection();
}

bool ServiceAccountsPage::areDetailsShown() const
{
    return m_body->areDetailsShown();
}

void ServiceAccountsPage::setDetailsShown(bool shown)
{
    m_arrangement->setDetailsShown(shown);
}

bool ServiceAccountsPage::areTimesExact() const
{
    return m_arrangement->areTimesExact();
}

void ServiceAccountsPage::setTimesExact(bool exact)
{
    m_arrangement->setTimesExact(exact);
}

QMenu *ServiceAccountsPage::columnsMenu() const
{
    return m_filterBar->columnsMenu();
}

bool ServiceAccountsPage::canCreate() const
{
    return m_parts.list.api() != nullptr && !m_parts.list.needsAdmin();
}

AccountTableView *ServiceAccountsPage::view() const
{
    return m_table->view();
}

void ServiceAccountsPage::createAccount()
{
    m_dialogs->openNew();
}

void ServiceAccountsPage::duplicateCurrent()
{
    m_dialogs->openDuplicate(m_table->view()->currentId());
}

void ServiceAccountsPage::refresh()
{
    const CurrentConnection::State state = m_parts.connection.state();
    if (state == CurrentConnection::State::Failed || state == CurrentConnection::State::NeedsCredential)
        m_parts.connection.retry();
    else
        m_parts.list.refresh();
}

bool ServiceAccountsPage::canStop() const
{
    return m_parts.list.state() == AccountList::State::Loading || m_parts.connection.canStopOpening();
}

void ServiceAccountsPage::stop()
{
    m_parts.connection.stopOpening();
    m_parts.list.stop();
}

void ServiceAccountsPage::focusSearch()
{
    m_head->search()->setFocus(Qt::ShortcutFocusReason);
    m_head->search()->selectAll();
}

void ServiceAccountsPage::followConnection()
{
    const CurrentConnection &connection = m_parts.connection;
    const QString key = connection.connection() ? connection.connection()->key : QString();
    if (std::exchange(m_connectionKey, key) != key) {
        m_arrangement->open(key);
        m_parts.list.setApi(nullptr);
        m_wasOpen = false;
    }
    const bool isOpen = connection.state() == CurrentConnection::State::Open;
    const bool opened = isOpen && (!m_wasOpen || connection.api() != m_parts.list.api());
    m_wasOpen = isOpen;
    if (opened) {
        m_parts.list.setApi(connection.api());
        m_parts.list.refresh();
        keepSavedIds();
        // Later: the window itself comes first.
        QMetaObject::invokeMethod(m_dialogs, &AccountDialogs::resumeCreations, Qt::QueuedConnection);
    } else if (connection.state() == CurrentConnection::State::Failed ||
               connection.state() == CurrentConnection::State::NeedsCredential) {
        // The rows of before stay, as old ones: the same connection may come back.
        m_parts.list.fail(connection.error());
    }
    updateState();
}

void ServiceAccountsPage::keepSavedIds()
{
    QSet<QString> ids;
    for (const SavedToken &token : m_parts.savedTokens.entries(m_connectionKey))
        ids.insert(token.accountId);
    m_parts.list.model()->setSavedIds(ids);
}

void ServiceAccountsPage::chooseStatus(StatusChoice choice)
{
    m_filters->chooseStatus(choice);
}

void ServiceAccountsPage::clearFilters()
{
    m_filters->clear();
    m_table->view()->setFocus(Qt::OtherFocusReason);
}

void ServiceAccountsPage::showAccount(const QString &accountId)
{
    showInAnyCase(accountId, AccountTableModel::ShownFor::BeingChosen);
}

void ServiceAccountsPage::showNewAccount(const QString &accountId)
{
    showInAnyCase(accountId, AccountTableModel::ShownFor::BeingNew);
}

void ServiceAccountsPage::showInAnyCase(const QString &accountId, AccountTableModel::ShownFor reason)
{
    m_parts.list.model()->setAlwaysShown(accountId, reason);
    m_states->refresh();
    m_table->view()->showAccount(accountId);
    m_table->view()->setFocus(Qt::OtherFocusReason);
}

void ServiceAccountsPage::updateState()
{
    if (m_parts.list.state() == AccountList::State::Loading)
        m_progress->setProgress(m_parts.list.model()->total(), 0);
    else
        m_progress->stop();
    m_head->setCanStop(canStop());
    m_head->newButton()->setEnabled(canCreate());
    Q_EMIT canCreateChanged(canCreate());
    updateCounts();
}

void ServiceAccountsPage::updateCounts()
{
    m_filters->refresh();
    updateNotices();
    m_states->refresh();
}

void ServiceAccountsPage::updateNotices()
{
    const int before = m_body->y();
    m_notices->refresh();
    m_table->view()->setOld(m_notices->rowsAreOld());
    // Rows stay where they are on the screen while something comes or goes above them.
    QScrollBar *bar = m_table->view()->verticalScrollBar();
    if (!m_table->isVisible() || bar->value() == 0)
        return;
    layout()->activate();
    bar->setValue(bar->value() + m_body->y() - before);
}

void ServiceAccountsPage::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, m_progress->geometry().bottom(), width(), 1), color(Token::Line, palette()));
}
