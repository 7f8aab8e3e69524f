#pragma once

#include <QMenu>

/// The menu of one row: Edit, Copy Name, Duplicate…, Delete. The keys that it shows are those of the table.
class RowMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit RowMenu(QWidget *parent = nullptr);

    /// Without blocking the caller. With a reason, "Delete" is disabled and gives it.
    void openFor(const QString &accountId, const QPoint &globalPosition, const QString &deleteForbidden = {});

Q_SIGNALS:
    void editChosen(const QString &accountId);
    void copyNameChosen(const QString &accountId);
    void duplicateChosen(const QString &accountId);
    void deleteChosen(const QString &accountId);

private:
    QString m_accountId;
    QAction *m_delete;
};
