#pragma once

#include <QWidget>

/// A ring that empties and a sentence with the seconds left. A screen reader can read the seconds at any
/// time, but is told only of the start and of the end.
class Countdown final : public QWidget
{
    Q_OBJECT

public:
    explicit Countdown(QWidget *parent = nullptr);

    /// "Copied. The clipboard is cleared in 30 s."
    void begin(int seconds);
    void setSecondsLeft(int seconds);
    /// The ring goes and @p sentence stays: "The clipboard was cleared."
    void end(const QString &sentence);

    bool isRunning() const { return m_total > 0; }
    /// As it is shown now.
    QString sentence() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Told to screen readers at this moment; nothing else is.
    void announced(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void announce();

    int m_total = 0;
    int m_left = 0;
    QString m_endSentence;
};
