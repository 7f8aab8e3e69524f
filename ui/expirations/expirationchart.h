#pragma once

#include "models/list/expirations.h"

#include <QWidget>

/// A bar for each week, as high as there are tokens that expire in it, with their number over it and the
/// week's first day under it. A week that has tokens can be chosen: by a click, or by the arrow keys and then
/// Enter or Space. A screen reader meets each bar as a button named "Week of 30 Nov 2026, 4 tokens expire".
class ExpirationChart final : public QWidget
{
    Q_OBJECT

public:
    explicit ExpirationChart(QWidget *parent = nullptr);

    void setExpirations(const Expirations &expirations);
    /// -1 for none.
    void setChosenWeek(int week);
    int chosenWeek() const { return m_chosen; }
    /// The one that the keys act on.
    int currentWeek() const { return m_current; }

    /// Whether a press would do anything: there are tokens, or it is chosen.
    bool canPress(int week) const;
    void press(int week);
    QString nameOf(int week) const;
    /// The whole column of a week, in the chart's own coordinates.
    QRect columnOf(int week) const;
    /// -1 for none.
    int weekAt(const QPoint &position) const;

    /// In logical pixels, for the font of now.
    static int naturalHeight();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Also of the chosen one, to end the choice.
    void pressed(int week);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void setCurrentWeek(int week);
    void setHoveredWeek(int week);
    void tellFocus();
    void paintColumn(QPainter *painter, int week) const;
    void paintBar(QPainter *painter, int week) const;
    void paintNumber(QPainter *painter, int week, const QRect &line) const;
    void paintDays(QPainter *painter) const;
    QRect barOf(int week) const;
    QString dayOf(int week) const;
    int labelEvery() const;

    Expirations m_expirations;
    int m_chosen = -1;
    int m_current = 0;
    int m_hovered = -1;
    bool m_focusIsByMouse = false;
};
