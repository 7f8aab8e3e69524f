#pragma once

#include <QWidget>

class Button;
class SearchField;
class TextLabel;

/// The page's title, "Search", Refresh and "New Service Account".
class PageHead final : public QWidget
{
    Q_OBJECT

public:
    explicit PageHead(const QString &title, QWidget *parent = nullptr);

    SearchField *search() const { return m_search; }
    Button *refreshButton() const { return m_refresh; }
    Button *newButton() const { return m_new; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    TextLabel *m_title;
    SearchField *m_search;
    Button *m_refresh;
    Button *m_new;
};
