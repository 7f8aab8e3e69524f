#include "ui/many/changesreport.h"

#include "ui/many/manytexts.h"
#include "ui/many/textrows.h"

#include <QVBoxLayout>

ChangesReport::ChangesReport(const ManyChanges &changes, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    auto *rows = new TextRows(tr("What was not done"), {tr("Name"), tr("Reason")});
    rows->wrapLastColumn();
    for (const ChangedAccount &item : changes.items()) {
        if (ManyTexts::hasReason(item))
            rows->addRow({item.account.name, ManyTexts::reason(item)});
    }
    rows->setVisible(rows->rowCount() > 0);
    column->addWidget(rows);
}
