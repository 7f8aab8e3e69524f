#pragma once

#include <QWidget>

class AccountList;
class EmptyState;

QT_BEGIN_NAMESPACE
class QStackedLayout;
QT_END_NAMESPACE

/// The page's rows, or what stands in their place: no accounts yet, nothing matches. Each is made when it is
/// first wanted.
class PageStates final : public QWidget
{
    Q_OBJECT

public:
    /// @param rows what is shown when there are rows; becomes this widget's child
    PageStates(const AccountList &list, QWidget *rows, QWidget *parent = nullptr);

    /// Looks at the list again.
    void refresh();

Q_SIGNALS:
    void createRequested();
    void clearFiltersRequested();

private:
    EmptyState *emptyState();
    EmptyState *noMatchState();
    QString noMatchTitle() const;
    QString noMatchSentence() const;

    const AccountList &m_list;
    QStackedLayout *m_body;
    QWidget *m_rows;
    EmptyState *m_empty = nullptr;
    EmptyState *m_noMatch = nullptr;
};
