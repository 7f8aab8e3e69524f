#pragma once

#include "ui/style/tokens.h"

#include <QStatusBar>

class IconText;

QT_BEGIN_NAMESPACE
class QTimer;
QT_END_NAMESPACE

/// The status bar: counts at the leading edge, which an event takes the place of for a while, and the state
/// of the connection at the trailing one. What it says is its message, and so its accessible name.
class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setCounts(const QString &text);
    void setState(const QString &icon, Token ink, const QString &text);
    /// What just happened; the counts come back by themselves.
    void tell(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_counts;
    QTimer *m_telling;
    IconText *m_state;
};
