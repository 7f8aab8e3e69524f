#include "ui/pages/pagestates.h"

#include "models/list/accountlist.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"

#include <QLocale>
#include <QStackedLayout>

PageStates::PageStates(const AccountList &list, QWidget *rows, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_body(new QStackedLayout(this))
    , m_rows(rows)
{
    m_body->addWidget(rows);
}

void PageStates::refresh()
{
    const AccountTableModel &model = *m_list.model();
    // Also while it is read again: nothing is to flicker.
    const bool isEmpty = model.total() == 0 && m_list.loadedAt().isValid();
    if (isEmpty)
        m_body->setCurrentWidget(emptyState());
    else if (model.total() > 0 && model.rowCount() == 0)
        m_body->setCurrentWidget(noMatchState());
    else
        m_body->setCurrentWidget(m_rows);
}

EmptyState *PageStates::emptyState()
{
    if (!m_empty) {
        m_empty = new EmptyState(
            QStringLiteral("key-round"), Token::Tint, tr("No service accounts yet"),
            tr("A service account gives a script or a pipeline its own token, with its own roles and end."));
        connect(m_empty->addButton(tr("Create Service Account"), QStringLiteral("plus"), true),
                &Button::clicked, this, &PageStates::createRequested);
        m_body->addWidget(m_empty);
    }
    return m_empty;
}

EmptyState *PageStates::noMatchState()
{
    if (!m_noMatch) {
        m_noMatch = new EmptyState(QStringLiteral("search-x"), Token::Fill, {}, {});
        connect(m_noMatch->addButton(tr("Clear Filters"), QStringLiteral("x"), false), &Button::clicked, this,
                &PageStates::clearFiltersRequested);
        m_body->addWidget(m_noMatch);
    }
    m_noMatch->setTexts(noMatchTitle(), noMatchSentence());
    return m_noMatch;
}

QString PageStates::noMatchTitle() const
{
    const QString search = m_list.model()->filter().search.simplified();
    return search.isEmpty() ? tr("Nothing matches the filters") : tr("Nothing matches “%1”").arg(search);
}

QString PageStates::noMatchSentence() const
{
    const AccountFilter &filter = m_list.model()->filter();
    QStringList sentences;
    const bool isSearched = !filter.search.trimmed().isEmpty();
    if (isSearched)
        sentences.append(tr("The search looks at name, description and role."));
    QStringList filters = filter.roles;
    if (filter.status != StatusChoice::All)
        filters.prepend(statusChoiceText(filter.status));
    if (filter.expiry)
        filters.append(rangeText(*filter.expiry));
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
