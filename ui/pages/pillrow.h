#pragma once

#include "models/list/accountcounts.h"

#include <QScrollArea>

#include <array>

class Pill;

/// The six choices with their counts, one of them chosen. Scrolls sideways where it has too little room.
class PillRow final : public QScrollArea
{
    Q_OBJECT

public:
    explicit PillRow(QWidget *parent = nullptr);

    /// Does not emit chosen().
    void setChoice(StatusChoice choice);
    void setCounts(const AccountCounts &counts);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(StatusChoice choice);

protected:
    void wheelEvent(QWheelEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::array<Pill *, allStatusChoices.size()> m_pills{};
};
