#pragma once

#include <QSplitter>

#include <optional>

class AccountTableView;
class DetailsPane;

/// The rows, or what stands in their place, and beside them the details of the current row.
class PageBody final : public QSplitter
{
    Q_OBJECT

public:
    /// @param rows what @p view lies in; becomes this widget's child
    PageBody(AccountTableView &view, QWidget *rows, QWidget *parent = nullptr);

    /// How the details begin. With @p shown nothing was chosen: then they are shown. In a narrow window they
    /// begin closed, whatever was chosen. @p width in logical pixels, 0 for the design's own.
    void beginDetails(std::optional<bool> shown, int width);
    /// The rows were painted: what is in the pane may be made now.
    void buildDetails();

    bool areDetailsShown() const { return m_areDetailsShown; }
    void setDetailsShown(bool shown);
    /// In logical pixels; 0 as long as nobody chose.
    int detailsWidth() const { return m_detailsWidth; }
    /// Times that are told as "4 min ago" go on.
    void refreshDetails();

Q_SIGNALS:
    void detailsShownChanged(bool shown);
    /// By dragging.
    void detailsWidthChanged();
    void editRequested(const QString &accountId);
    void closeRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void begin();
    bool hasRoom() const;
    void showCurrentAccount();
    DetailsPane *pane();

    AccountTableView &m_view;
    /// Made when it is first shown.
    DetailsPane *m_pane = nullptr;
    std::optional<bool> m_begin;
    int m_detailsWidth = 0;
    bool m_hasToBegin = false;
    /// Nobody showed or hid the details since they began: they are there where the window has room.
    bool m_followsWidth = false;
    bool m_mayBuild = false;
    bool m_areDetailsShown = false;
};
