#include "ui/pages/roleswithsentences.h"

#include "ui/style/metrics.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/rolesallowed.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

RolesWithSentences::RolesWithSentences(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins({});
    m_column->setSpacing(Metrics::labelGap);
    // What a server without roles reports.
    m_column->addWidget(new TextLabel(tr("None"), TextStyle::Body, Token::Text2));
}

void RolesWithSentences::setRoles(const QList<AccountRole> &roles)
{
    if (roles == m_shown)
        return;
    m_shown = roles;
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (roles.isEmpty())
        m_column->addWidget(new TextLabel(tr("None"), TextStyle::Body, Token::Text2));
    for (const AccountRole &role : roles) {
        m_column->addWidget(new Chips({role}));
        auto *allows = new TextLabel(allowsText(role), TextStyle::Caption, Token::Text2);
        allows->setWordWrap(true);
        m_column->addWidget(allows);
    }
}
