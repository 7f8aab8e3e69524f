#pragma once

#include "models/accounts/accountchanges.h"
#include "models/accounts/serviceaccount.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

class VersionCard;

/// The comparison of a stale edit: for each field that differs a row of two cards, mine and theirs, of which
/// one is to be chosen. Nothing is chosen at first.
class VersionChoice final : public QWidget
{
    Q_OBJECT

public:
    VersionChoice(const AccountChanges &mine, const ServiceAccount &theirs, QWidget *parent = nullptr);

    int fields() const;
    int chosen() const;

    /// The values chosen, also of the fields that do not differ; nothing while a choice is missing, or where
    /// theirs cannot be sent (a description longer than the console may write).
    std::optional<AccountChanges> changes() const;
    /// Everywhere theirs: there is nothing to be saved.
    bool isAllTheirs() const;

    QWidget *firstCard() const;
    /// Puts the cards before @p next in the order of tabs, after @p previous.
    void placeInTabOrder(QWidget *previous, QWidget *next) const;

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        VersionCard *mine = nullptr;
        VersionCard *theirs = nullptr;

        bool differs() const { return mine != nullptr; }
        bool isChosen() const;
        bool isTheirs() const;
    };

    Row addRow(QVBoxLayout *column, const QString &label, const QString &mine, const QString &theirs);

    AccountChanges m_mine;
    ServiceAccount m_theirs;
    Row m_description;
    Row m_roles;
};
