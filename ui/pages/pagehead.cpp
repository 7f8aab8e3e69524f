#include "ui/pages/pagehead.h"

#include "ui/style/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace {

constexpr int leastSearchWidth = 140;

} // namespace

PageHead::PageHead(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_search(new SearchField)
    , m_refresh(Button::iconOnly(QStringLiteral("refresh-cw"), tr("Refresh")))
    , m_new(new Button(tr("New Service Account"), ButtonKind::Primary, QStringLiteral("plus")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(Metrics::buttonGap);
    // Where there is not room for all, the search gives way first; then the title stands on two lines.
    auto *name = new TextLabel(title, TextStyle::PageTitle);
    name->setWordWrap(true);
    row->addWidget(name, 1);
    m_search->setMinimumWidth(leastSearchWidth);
    m_search->setMaximumWidth(Metrics::searchWidth);
    m_search->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    row->addWidget(m_search, 2);
    row->addWidget(m_refresh);
    row->addWidget(m_new);
}
