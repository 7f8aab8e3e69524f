#pragma once

#include "models/list/accountindex.h"
#include "models/ports/clock.h"

#include <QAbstractTableModel>

/// The table "Service accounts": an index of row numbers over one store. Rows are what is shown now; a filter
/// or a sort makes a new index and moves no account. Selection and current row survive both.
class AccountTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit AccountTableModel(const Clock &clock, QObject *parent = nullptr);

    /// Of a row that is shown. The reference is good until the next change of the model.
    const ServiceAccount &serviceAccountAt(int row) const;
    Status statusOfRow(int row) const;
    /// Whether this program saved the row's token in the keychain of this computer.
    bool isSaved(int row) const;
    /// What the cell shows, whole.
    QString text(int row, AccountColumn column) const;

    /// The row that shows the account now; -1 when it is not there or filtered away.
    int rowOf(const QString &id) const;
    /// The account, shown or not; nullptr when unknown. Good until the next change of the model.
    const ServiceAccount *accountById(const QString &id) const;
    bool hasName(const QString &name) const { return m_store.hasName(name); }
    /// Of the first @p most accounts by name, shown or not, whose name has every word of @p text.
    QStringList idsByName(const QString &text, int most) const;
    /// All that are known, shown or not.
    int total() const { return m_store.size(); }
    const AccountStore &accounts() const { return m_store; }

    void setFilter(const AccountFilter &filter);
    const AccountFilter &filter() const { return m_filter; }
    const AccountCounts &counts() const { return m_index.counts(); }
    const Expirations &expirations() const { return m_index.expirations(); }
    /// The choices of "Role": the known ones, then every other one that occurs in the list.
    QStringList roleChoices() const;

    void sort(int column, Qt::SortOrder order) override;
    AccountColumn sortColumn() const { return m_index.column(); }
    Qt::SortOrder sortOrder() const { return m_index.order(); }

    /// Why an account is shown in spite of the filter.
    enum class ShownFor { BeingNew, BeingChosen };
    /// The one account that is shown in spite of the filter; empty for none. Another filter ends it.
    void setAlwaysShown(const QString &id, ShownFor reason);
    /// The account of setAlwaysShown() while the filter would hide it; nullptr otherwise.
    const ServiceAccount *shownInSpiteOfFilter() const;
    ShownFor shownFor() const { return m_shownFor; }

    /// Adds the accounts, or replaces those with their ids.
    void put(const QList<ServiceAccount> &accounts);
    void remove(const QString &id);
    /// Makes the list equal to @p accounts by its differences; those whose id is in @p except stay as they
    /// are.
    void reconcile(const QList<ServiceAccount> &accounts, const QSet<QString> &except = {});
    void clear();

    void setSavedIds(const QSet<QString> &ids);
    /// How far the server's clock is ahead of this computer's: it judges what is expired. What it was before
    /// stays while the two differ by less than the clocks of two computers always do.
    void setServerClockOffset(std::chrono::milliseconds offset);
    std::chrono::milliseconds serverClockOffset() const { return m_serverClockOffset; }
    QDateTime serverNow() const { return m_clock.now().addDuration(m_serverClockOffset); }
    /// Up to and including so long before its end an account counts as expiring soon.
    void setSoon(std::chrono::hours soon);
    std::chrono::hours soon() const { return m_context.soon; }
    /// Moments of the columns with date and time of day instead of "4 min ago".
    void setTimesExact(bool exact);
    bool areTimesExact() const { return m_context.areTimesExact; }
    /// Call it now and then: looks at the clock again and updates what depends on it.
    void updateTimes();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// Around a change of the accounts themselves, so not of what is shown of them or in which order. A view
    /// keeps its place.
    void accountsAboutToChange();
    void accountsChanged();
    /// How many are shown, known, or belong to a choice may have changed.
    void countsChanged();

private:
    bool takeOver(const QList<ServiceAccount> &accounts, QList<int> &changed);
    void removeGone(const std::vector<bool> &gone);
    void takeOutOfShown(const std::vector<bool> &gone);
    void repaintRows(const QList<int> &storeRows);
    void rebuild();
    void show(QList<int> rows);
    void changeOrder(const QList<int> &rows);
    void removeRow(int storeRow);
    void repaint(int firstColumn, int lastColumn);
    int alwaysShownRow() const;

    const Clock &m_clock;
    AccountStore m_store;
    AccountIndex m_index{m_store};
    AccountFilter m_filter;
    ColumnContext m_context;
    std::chrono::milliseconds m_serverClockOffset{0};
    /// Store rows in the order in which they are shown.
    QList<int> m_shown;
    QString m_alwaysShown;
    ShownFor m_shownFor = ShownFor::BeingNew;
    bool m_filterHidesAlwaysShown = false;
};
