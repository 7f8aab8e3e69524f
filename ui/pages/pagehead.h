#pragma once

#include <QTimer>
#include <QWidget>

class Button;
class SearchField;
class TextLabel;

/// The page's title, "Search", Refresh and "New Service Account". "Stop Loading" takes the place of Refresh
/// while there is something to stop that takes longer than a moment.
class PageHead final : public QWidget
{
    Q_OBJECT

public:
    explicit PageHead(const QString &title, QWidget *parent = nullptr);

    SearchField *search() const { return m_search; }
    Button *refreshButton() const { return m_refresh; }
    Button *newButton() const { return m_new; }

    void setCanStop(bool canStop);

Q_SIGNALS:
    void stopRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showStop(bool shown);

    TextLabel *m_title;
    SearchField *m_search;
    Button *m_refresh;
    Button *m_stop;
    QTimer m_moment;
    Button *m_new;
};
