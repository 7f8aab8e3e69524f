#pragma once

#include "models/ports/layoutstore.h"

#include <QObject>
#include <QTimer>

class AccountTableView;
class PageBody;

/// How a person arranged the page, remembered for each connection: columns, sort, details, times.
class PageArrangement final : public QObject
{
    Q_OBJECT

public:
    /// @p store must outlive it.
    PageArrangement(LayoutStore &store, AccountTableView &view, PageBody &body, QObject *parent = nullptr);
    ~PageArrangement() override;

    /// Arranges the page as it was left for this connection; empty for none.
    void open(const QString &connectionKey);

    bool areTimesExact() const { return m_layout.areTimesExact; }
    void setTimesExact(bool exact);
    /// The person's own choice, which is remembered.
    void setDetailsShown(bool shown);

Q_SIGNALS:
    void timesExactChanged(bool exact);

private:
    void apply();
    void keep();
    void save();

    LayoutStore &m_store;
    AccountTableView &m_view;
    PageBody &m_body;
    QString m_key;
    PageLayout m_layout;
    QTimer m_saving;
    bool m_isApplying = false;
};
