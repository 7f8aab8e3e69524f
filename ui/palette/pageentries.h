#pragma once

#include "ui/palette/paletteentry.h"

#include <QCoreApplication>
#include <QList>

class ConsoleActions;
class ServiceAccountsPage;

/// What the palette offers of the page that is no action: the choices of Status, sorting, the columns as they
/// were designed, and the expirations as a table.
class PageEntries
{
    Q_DECLARE_TR_FUNCTIONS(PageEntries)

public:
    /// Both must outlive it, and what all() gives.
    PageEntries(const ConsoleActions &actions, ServiceAccountsPage &page);

    QList<PaletteEntry> all() const;

private:
    void addStatus(QList<PaletteEntry> *entries) const;
    void addSorting(QList<PaletteEntry> *entries) const;
    void addExpirations(QList<PaletteEntry> *entries) const;
    PaletteEntry entry(const QString &text, const QString &icon, std::function<void()> run) const;

    const ConsoleActions &m_actions;
    ServiceAccountsPage &m_page;
};
