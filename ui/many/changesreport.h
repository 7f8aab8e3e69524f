#pragma once

#include <QWidget>

class ManyChanges;

/// What a change of many did not do: each account with its reason.
class ChangesReport final : public QWidget
{
    Q_OBJECT

public:
    /// @p changes has finished.
    explicit ChangesReport(const ManyChanges &changes, QWidget *parent = nullptr);
};
