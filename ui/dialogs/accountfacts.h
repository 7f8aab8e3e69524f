#pragma once

#include "models/accounts/serviceaccount.h"
#include "ui/widgets/box.h"

QT_BEGIN_NAMESPACE
class QBoxLayout;
QT_END_NAMESPACE

/// What an edit shows and does not change, each value under its caption. Locked, as at first: name and
/// expiration in a sunken box, each with a lock. Flat, over a comparison: on the ground, with who made the
/// account and when.
class AccountFacts final : public Box
{
    Q_OBJECT

public:
    enum class Form { Locked, Flat };

    /// @p now is the server's time, for "in 38 days".
    AccountFacts(const ServiceAccount &account, const QDateTime &now, QWidget *parent = nullptr);

    void setForm(Form form);

private:
    QWidget *add(const QString &caption, const QString &value);

    QMargins m_boxMargins;
    QBoxLayout *m_row;
    QList<QWidget *> m_locks;
    QWidget *m_created;
};
