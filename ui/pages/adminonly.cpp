#include "ui/pages/adminonly.h"

#include "models/connections/currentconnection.h"
#include "models/connections/sessiontext.h"
#include "models/list/accountlist.h"
#include "ui/style/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"

#include <QHBoxLayout>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace {

constexpr int headMargin = 14;

} // namespace

AdminOnly::AdminOnly(const ConsoleParts &parts, QWidget *page, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_stack(new QStackedLayout(this))
    , m_page(page)
{
    m_stack->addWidget(page);
    connect(&parts.list, &AccountList::stateChanged, this, &AdminOnly::refresh);
    connect(&parts.connection, &CurrentConnection::sessionChanged, this, &AdminOnly::refresh);
    refresh();
}

QWidget *AdminOnly::makeRefusal()
{
    auto *refusal = new QWidget;
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Metrics::pageMargin, headMargin, Metrics::pageMargin, headMargin);
    head->addWidget(new ElidedLabel(tr("Service Accounts"), TextStyle::PageTitle), 1);
    Button *refreshButton = Button::iconOnly(QStringLiteral("refresh-cw"), tr("Refresh"));
    head->addWidget(refreshButton);
    m_state = new EmptyState(QStringLiteral("shield-alert"), Token::WarnTint, {}, {});
    Button *another = m_state->addButton(tr("Use Another Token…"), QStringLiteral("key-round"), true);

    auto *column = new QVBoxLayout(refusal);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(new Divider);
    column->addWidget(m_state, 1);
    connect(refreshButton, &Button::clicked, this, &AdminOnly::refreshRequested);
    connect(another, &Button::clicked, this, &AdminOnly::anotherTokenRequested);
    return refusal;
}

void AdminOnly::refresh()
{
    if (!m_parts.list.needsAdmin()) {
        m_stack->setCurrentWidget(m_page);
        return;
    }
    if (!m_refusal) {
        m_refusal = makeRefusal();
        m_stack->addWidget(m_refusal);
    }
    m_state->setTexts(tr("Needs the Admin role"),
                      tr("%1 Service accounts can be seen and changed by an Admin only.")
                          .arg(signedInSentence(m_parts.connection.session())));
    if (m_stack->currentWidget() == m_refusal)
        return;
    m_stack->setCurrentWidget(m_refusal);
    // The role may have been taken away since that was asked.
    m_parts.connection.askWhoWeAre();
}
