#include "ui/pages/selectionbar.h"

#include "ui/style/controltraits.h"
#include "ui/style/icons.h"
#include "ui/style/metrics.h"
#include "ui/style/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/filterbutton.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

namespace {

constexpr int countGap = 20;

struct BarAction
{
    QString text;
    QString icon;
    ButtonKind kind;
    void (SelectionBar::*signal)();
};

std::array<BarAction, 4> barActions()
{
    return {{{SelectionBar::tr("Delete…"), QStringLiteral("trash-2"), ButtonKind::PlainBad,
              &SelectionBar::deleteRequested},
             {SelectionBar::tr("Add Role…"), QStringLiteral("plus"), ButtonKind::Plain,
              &SelectionBar::addRoleRequested},
             {SelectionBar::tr("Remove Role…"), QStringLiteral("minus"), ButtonKind::Plain,
              &SelectionBar::removeRoleRequested},
             {SelectionBar::tr("Export…"), QStringLiteral("download"), ButtonKind::Plain,
              &SelectionBar::exportRequested}}};
}

} // namespace

SelectionBar::SelectionBar(QWidget *parent)
    : QWidget(parent)
    , m_count(new TextLabel({}, TextStyle::Strong))
    , m_more(new FilterButton(tr("More")))
    , m_clear(new Button(tr("Clear Selection"), ButtonKind::Quiet, QStringLiteral("x")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Metrics::pageMargin, 0, Metrics::pageMargin, 0);
    row->setSpacing(Metrics::buttonGap);
    row->addWidget(m_count);
    row->addSpacing(countGap - Metrics::buttonGap);
    size_t at = 0;
    for (const BarAction &action : barActions()) {
        auto *button = new Button(action.text, action.kind, action.icon);
        connect(button, &Button::clicked, this, action.signal);
        row->addWidget(button);
        m_actions[at++] = button;
    }
    row->addWidget(m_more);
    row->addStretch(1);
    row->addWidget(m_clear);
    connect(m_more->choices(), &QMenu::aboutToShow, this, &SelectionBar::fillMore);
    connect(m_clear, &Button::clicked, this, &SelectionBar::clearRequested);
    arrange();
}

void SelectionBar::setCount(int count)
{
    m_count->setText(tr("%n selected", nullptr, count));
    arrange();
}

QList<QWidget *> SelectionBar::stops() const
{
    QList<QWidget *> result(m_actions.cbegin(), m_actions.cend());
    result.append(m_more);
    result.append(m_clear);
    return result;
}

QSize SelectionBar::minimumSizeHint() const
{
    return {0, m_clear->sizeHint().height()};
}

void SelectionBar::arrange()
{
    const int fixed = 2 * Metrics::pageMargin + m_count->sizeHint().width() + countGap +
                      m_clear->sizeHint().width() + Metrics::buttonGap;
    int all = fixed;
    for (const Button *button : m_actions)
        all += button->sizeHint().width() + Metrics::buttonGap;
    const bool fits = all <= width();
    int room = width() - fixed - (fits ? 0 : m_more->sizeHint().width() + Metrics::buttonGap);
    bool isHidden = false;
    for (Button *button : m_actions) {
        room -= button->sizeHint().width() + Metrics::buttonGap;
        // From the first that does not fit on: the menu goes on where the buttons end.
        isHidden = isHidden || (!fits && room < 0);
        button->setVisible(!isHidden);
    }
    m_more->setVisible(!fits);
    fillMore();
}

void SelectionBar::fillMore()
{
    QMenu *menu = m_more->choices();
    menu->clear();
    size_t at = 0;
    for (const BarAction &action : barActions()) {
        if (!m_actions[at++]->isHidden())
            continue;
        const bool isBad = action.kind == ButtonKind::PlainBad;
        QAction *entry =
            menu->addAction(Icons::icon(action.icon, isBad ? Token::Bad : Token::Text2), action.text);
        setBadAction(entry, isBad);
        connect(entry, &QAction::triggered, this, action.signal);
    }
}

void SelectionBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter(this).fillRect(rect(), color(Token::Tint, palette()));
}

void SelectionBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void SelectionBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        arrange();
}
