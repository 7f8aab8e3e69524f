#pragma once

#include "models/accounts/accountrole.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

/// Each role as a chip, and what it allows under it.
class RolesWithSentences final : public QWidget
{
    Q_OBJECT

public:
    explicit RolesWithSentences(QWidget *parent = nullptr);

    void setRoles(const QList<AccountRole> &roles);

private:
    QVBoxLayout *m_column;
    QList<AccountRole> m_shown;
};
