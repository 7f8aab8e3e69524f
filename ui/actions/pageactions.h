#pragma once

#include "ui/consoleparts.h"

#include <QObject>

class ConsoleActions;
class ServiceAccountsPage;

/// Lets the actions do what the page offers, and says of each whether it is possible now.
class PageActions final : public QObject
{
    Q_OBJECT

public:
    /// All of it must outlive it.
    PageActions(ConsoleActions &actions, ServiceAccountsPage &page, const ConsoleParts &parts,
                QObject *parent);

    /// The name of the one account that is chosen; empty for none and for several.
    QString currentAccount() const;

    /// Looks again what is possible.
    void refresh();

private:
    void connectActions();
    void connectSwitches();
    void connectColumns();
    void follow();
    /// While the page is shown.
    void refreshPage();
    int selectedRows() const;
    QString reasonAgainstOne() const;
    QString reasonAgainstChosen() const;
    QString reasonAgainstDelete() const;
    QString reasonAgainstAnotherToken() const;

    ConsoleActions &m_actions;
    ServiceAccountsPage &m_page;
    const ConsoleParts m_parts;
};
