#include "ui/pages/serviceaccountspage.h"

#include "models/connections/currentconnection.h"
#include "models/list/accountlist.h"
#include "models/ports/savedtokens.h"
#include "ui/pages/accountdialogs.h"
#include "ui/pages/accounttable.h"
#include "ui/pages/filterbar.h"
#include "ui/pages/listnotices.h"
#include "ui/pages/pagehead.h"
#include "ui/style/metrics.h"
#include "ui/style/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/searchfield.h"

#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QStackedLayout>
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
    , m_filters(new FilterBar)
    , m_progress(new ProgressLine)
    , m_notices(new ListNotices(parts))
    , m_body(new QStackedLayout)
    , m_table(new AccountTable(*parts.list.model()))
    , m_dialogs(new AccountDialogs(parts, this))
{
    build();
    connectParts();
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
    head->addWidget(m_filters);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_progress);
    column->addWidget(m_notices);
    column->addLayout(m_body, 1);
    m_body->addWidget(m_table);
    setFocusProxy(m_table);
}

void ServiceAccountsPage::connectParts()
{
    AccountTableModel *model = m_parts.list.model();
    connect(m_head->search(), &QLineEdit::textChanged, this, [this, model](const QString &text) {
        AccountFilter filter = model->filter();
        filter.search = text;
        applyFilter(filter);
    });
    connect(m_filters, &FilterBar::statusChosen, this, [this, model](StatusChoice choice) {
        AccountFilter filter = model->filter();
        filter.status = choice;
        applyFilter(filter);
    });
    connect(m_filters, &FilterBar::rolesChosen, this, [this, model](const QStringList &roles) {
        AccountFilter filter = model->filter();
        filter.roles = roles;
        applyFilter(filter);
    });
    connect(m_head->refreshButton(), &Button::clicked, this, &ServiceAccountsPage::refresh);
    connect(m_head->newButton(), &Button::clicked, this, &ServiceAccountsPage::createAccount);
    connect(m_notices, &ListNotices::retryRequested, this, &ServiceAccountsPage::refresh);
    connect(m_notices, &ListNotices::clearFiltersRequested, this, &ServiceAccountsPage::clearFilters);

    AccountTableView *view = m_table->view();
    view->setDeleteForbidden(
        [this](const ServiceAccount &account) { return m_dialogs->deleteForbidden(account); });
    connect(view, &AccountTableView::editRequested, m_dialogs, &AccountDialogs::openEdit);
    connect(view, &AccountTableView::deleteRequested, m_dialogs, &AccountDialogs::openDelete);
    connect(view, &AccountTableView::nameCopied, this,
            [this](const QString &name) { Q_EMIT message(tr("Copied the name %1.").arg(name)); });
    connect(view, &AccountTableView::rowsPainted, this, &ServiceAccountsPage::rowsPainted);
    connect(m_dialogs, &AccountDialogs::created, this, &ServiceAccountsPage::showCreated);
    connect(m_dialogs, &AccountDialogs::message, this, &ServiceAccountsPage::message);

    connect(&m_parts.list, &AccountList::stateChanged, this, &ServiceAccountsPage::updateState);
    connect(model, &AccountTableModel::countsChanged, this, &ServiceAccountsPage::updateCounts);
    connect(&m_parts.connection, &CurrentConnection::changed, this, &ServiceAccountsPage::followConnection);
    connect(&m_parts.connection, &CurrentConnection::workspaceRestarted, &m_parts.list,
            &AccountList::refresh);
    connect(&m_parts.savedTokens, &SavedTokens::changed, this, &ServiceAccountsPage::keepSavedIds);
    connect(&m_minute, &QTimer::timeout, model, &AccountTableModel::updateTimes);
}

bool ServiceAccountsPage::canCreate() const
{
    return m_parts.list.api() != nullptr;
}

void ServiceAccountsPage::createAccount()
{
    m_dialogs->openNew();
}

void ServiceAccountsPage::refresh()
{
    const CurrentConnection::State state = m_parts.connection.state();
    if (state == CurrentConnection::State::Failed || state == CurrentConnection::State::NeedsCredential)
        m_parts.connection.retry();
    else
        m_parts.list.refresh();
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

void ServiceAccountsPage::applyFilter(const AccountFilter &filter)
{
    m_parts.list.model()->setFilter(filter);
    m_filters->setFilter(filter);
}

void ServiceAccountsPage::clearFilters()
{
    // Its textChanged() sets the search; the rest follows here.
    m_head->search()->clear();
    applyFilter({});
    m_table->view()->setFocus(Qt::OtherFocusReason);
}

void ServiceAccountsPage::showCreated(const QString &accountId)
{
    m_parts.list.model()->setAlwaysShown(accountId);
    updateBody();
    m_table->view()->showAccount(accountId);
    m_table->view()->setFocus(Qt::OtherFocusReason);
}

void ServiceAccountsPage::updateState()
{
    if (m_parts.list.state() == AccountList::State::Loading)
        m_progress->setProgress(m_parts.list.model()->total(), 0);
    else
        m_progress->stop();
    m_head->newButton()->setEnabled(canCreate());
    Q_EMIT canCreateChanged(canCreate());
    updateCounts();
}

void ServiceAccountsPage::updateCounts()
{
    const AccountTableModel &model = *m_parts.list.model();
    m_filters->setCounts(model.counts());
    m_filters->setRoleChoices(model.roleChoices());
    updateNotices();
    updateBody();
}

void ServiceAccountsPage::updateNotices()
{
    const int before = m_table->y();
    m_notices->refresh();
    m_table->view()->setOld(m_notices->rowsAreOld());
    // Rows stay where they are on the screen while something comes or goes above them.
    QScrollBar *bar = m_table->view()->verticalScrollBar();
    if (!m_table->isVisible() || bar->value() == 0)
        return;
    layout()->activate();
    bar->setValue(bar->value() + m_table->y() - before);
}

void ServiceAccountsPage::updateBody()
{
    const AccountTableModel &model = *m_parts.list.model();
    const bool isEmpty = model.total() == 0 && m_parts.list.state() == AccountList::State::Loaded;
    if (isEmpty)
        m_body->setCurrentWidget(emptyState());
    else if (model.total() > 0 && model.rowCount() == 0)
        m_body->setCurrentWidget(noMatchState());
    else
        m_body->setCurrentWidget(m_table);
}

EmptyState *ServiceAccountsPage::emptyState()
{
    if (!m_empty) {
        m_empty = new EmptyState(
            QStringLiteral("key-round"), Token::Tint, tr("No service accounts yet"),
            tr("A service account gives a script or a pipeline its own token, with its own roles and end."));
        connect(m_empty->addButton(tr("Create Service Account"), QStringLiteral("plus"), true),
                &Button::clicked, this, &ServiceAccountsPage::createAccount);
        m_body->addWidget(m_empty);
    }
    return m_empty;
}

EmptyState *ServiceAccountsPage::noMatchState()
{
    if (!m_noMatch) {
        m_noMatch = new EmptyState(QStringLiteral("search-x"), Token::Fill, {}, {});
        connect(m_noMatch->addButton(tr("Clear Filters"), QStringLiteral("x"), false), &Button::clicked, this,
                &ServiceAccountsPage::clearFilters);
        m_body->addWidget(m_noMatch);
    }
    m_noMatch->setTexts(noMatchTitle(), noMatchSentence());
    return m_noMatch;
}

QString ServiceAccountsPage::noMatchTitle() const
{
    const QString search = m_parts.list.model()->filter().search.simplified();
    return search.isEmpty() ? tr("Nothing matches the filters") : tr("Nothing matches “%1”").arg(search);
}

QString ServiceAccountsPage::noMatchSentence() const
{
    const AccountFilter &filter = m_parts.list.model()->filter();
    QStringList sentences;
    const bool isSearched = !filter.search.trimmed().isEmpty();
    if (isSearched)
        sentences.append(tr("The search looks at name, description and role."));
    QStringList filters = filter.roles;
    if (filter.status != StatusChoice::All)
        filters.prepend(statusChoiceText(filter.status));
    for (QString &name : filters)
        name = tr("“%1”").arg(name);
    const QString all = QLocale().createSeparatedList(filters);
    if (filters.size() == 1)
        sentences.append(isSearched ? tr("The filter %1 is on as well.").arg(all)
                                    : tr("The filter %1 is on.").arg(all));
    else if (filters.size() > 1)
        sentences.append(isSearched ? tr("The filters %1 are on as well.").arg(all)
                                    : tr("The filters %1 are on.").arg(all));
    return sentences.join(u' ');
}

void ServiceAccountsPage::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, m_progress->geometry().bottom(), width(), 1), color(Token::Line, palette()));
}
