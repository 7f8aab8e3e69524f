#include "ui/pages/pagehead.h"

#include "ui/style/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QResizeEvent>

namespace {

constexpr int leastSearchWidth = 120;
/// Between the four.
constexpr int gaps = 3;

} // namespace

PageHead::PageHead(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(title, TextStyle::PageTitle))
    , m_search(new SearchField)
    , m_refresh(Button::iconOnly(QStringLiteral("refresh-cw"), tr("Refresh")))
    , m_new(new Button(tr("New Service Account"), ButtonKind::Primary, QStringLiteral("plus")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(Metrics::buttonGap);
    row->addWidget(m_title, 1);
    m_search->setMinimumWidth(leastSearchWidth);
    m_search->setMaximumWidth(Metrics::searchWidth);
    m_search->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    row->addWidget(m_search, 2);
    row->addWidget(m_refresh);
    row->addWidget(m_new);
}

void PageHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Where there is not room for all, the search gives way first; then the title, which the window has too.
    const int others = leastSearchWidth + m_refresh->sizeHint().width() + m_new->sizeHint().width();
    m_title->setVisible(event->size().width() >=
                        m_title->sizeHint().width() + others + gaps * layout()->spacing());
}
