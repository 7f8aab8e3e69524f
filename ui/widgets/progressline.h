#pragma once

#include <QWidget>

/// A 2 px accent line under the page's head. It jumps. Always takes its 2 px, so that nothing moves under it;
/// at rest it paints nothing.
class ProgressLine final : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressLine(QWidget *parent = nullptr);

    /// @p whole 0 or less: unknown yet, the line starts with a short piece.
    void setProgress(int done, int whole);
    void stop();
    bool isRunning() const { return m_running; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_running = false;
    int m_done = 0;
    int m_whole = 0;
};
