#pragma once

#include "tests/ui/support/consolefixture.h"
#include "ui/pages/accounttableview.h"
#include "ui/pages/serviceaccountspage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/filterbutton.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QDialog>
#include <QMenu>

/// A page in a window, on a connection that the test opens.
struct ShownPage
{
    ConsoleFixture world;
    ServiceAccountsPage page;

    explicit ShownPage(const QStringList &fileNotices = {})
        : page(partsWith(fileNotices))
    {
        page.resize(1068, 740);
        page.show();
    }

    ConsoleParts partsWith(const QStringList &fileNotices)
    {
        world.parts.fileNotices = fileNotices;
        return world.parts;
    }

    AccountTableView *table() { return page.findChild<AccountTableView *>(); }
    SearchField *search() { return page.findChild<SearchField *>(); }

    template <class T>
    T *visible(const QString &text)
    {
        for (T *candidate : page.findChildren<T *>()) {
            if (candidate->isVisible() && (candidate->text() == text || candidate->accessibleName() == text))
                return candidate;
        }
        return nullptr;
    }
    Button *button(const QString &text) { return visible<Button>(text); }
    Pill *pill(const QString &word) { return visible<Pill>(word); }
    bool says(const QString &text) { return visible<TextLabel>(text) != nullptr; }
    Banner *banner()
    {
        for (Banner *candidate : page.findChildren<Banner *>()) {
            if (candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
    FilterButton *filter(const QString &word) { return visible<FilterButton>(word); }

    void choose(FilterButton *button, const QString &choice)
    {
        Q_EMIT button->choices()->aboutToShow();
        for (QAction *action : button->choices()->actions()) {
            if (action->text() == choice)
                action->trigger();
        }
    }

    /// The dialog that is open over the page.
    QDialog *dialog()
    {
        for (QDialog *candidate : page.findChildren<QDialog *>()) {
            if (candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
};
