#pragma once

#include "models/list/expiryrange.h"
#include "ui/consoleparts.h"

#include <QWidget>

#include <optional>

class Button;
class ElidedLabel;
class ExpirationChart;
class ExpirationTable;

QT_BEGIN_NAMESPACE
class QBoxLayout;
QT_END_NAMESPACE

/// "Expirations ahead" over the table: how many of the accounts that search and roles leave expire in which
/// week, as a chart or as a table, and a week that the list can be filtered by. It can be folded away, which
/// is remembered for each connection; as long as nobody chose, it is folded in a low window. It is there only
/// with rows, and takes its room with the first of them; what is in it is made after those were painted.
class ExpirationsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ExpirationsPanel(const ConsoleParts &parts, QWidget *parent = nullptr);

    /// The first rows can be seen: now there is time for this.
    void build();
    bool isFolded() const;
    /// Remembered for the connection.
    void setFolded(bool folded);
    bool isTableShown() const { return m_isTableShown; }
    /// As a table instead of as a chart.
    void setTableShown(bool shown);

Q_SIGNALS:
    void foldedChanged(bool folded);
    /// Nothing: all weeks again.
    void rangeChosen(const std::optional<ExpiryRange> &range);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    void followConnection();
    void refresh();
    void refreshHeight();
    void showContents();
    void orderTabs();
    void press(int week);
    QString restText() const;
    int headHeight() const;
    int bodyHeight() const;

    const ConsoleParts m_parts;
    QString m_connectionKey;
    /// Nothing as long as nobody chose.
    std::optional<bool> m_isFolded;
    bool m_isTableShown = false;
    QBoxLayout *m_column;
    Button *m_fold = nullptr;
    Button *m_asTable = nullptr;
    ElidedLabel *m_rest = nullptr;
    ExpirationChart *m_chart = nullptr;
    ExpirationTable *m_table = nullptr;
};
