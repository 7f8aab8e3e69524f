#pragma once

#include <QWidget>

/// How a window that deletes begins: the question, and what follows from a yes.
class DeleteHeading final : public QWidget
{
    Q_OBJECT

public:
    DeleteHeading(const QString &question, const QString &consequence, QWidget *parent = nullptr);
};
