#pragma once

#include <QList>
#include <QObject>
#include <QPersistentModelIndex>

class AccountTableView;

/// Keeps the rows under the eyes where they are on the screen while the list takes over what changed on the
/// server. At the very top it stays there: what is new is to be seen.
class ScrollAnchor final : public QObject
{
    Q_OBJECT

public:
    /// Owned by @p view.
    explicit ScrollAnchor(AccountTableView *view);

private:
    void remember();
    void restore();

    struct Place
    {
        QPersistentModelIndex row;
        int y;
    };

    AccountTableView *m_view;
    /// Of the rows that can be seen, from the top: the first one that stays decides.
    QList<Place> m_places;
};
