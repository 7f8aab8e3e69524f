#pragma once

#include "models/ports/clock.h"

#include <QWidget>

/// Every component in every state on one page, to be laid beside the pictures of the design.
class Sheet final : public QWidget
{
    Q_OBJECT

public:
    explicit Sheet(const Clock &clock);

private:
    QWidget *controls();
    QWidget *fields(const Clock &clock);
    QWidget *charts(const Clock &clock);
    QWidget *texts();
    QWidget *banners();
    QWidget *colours();
};
