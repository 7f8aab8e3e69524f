#include "tests/ui/dialogs/dialogparts.h"

#include <QGuiApplication>
#include <QTest>

DialogParts::DialogParts()
    : clock(QDateTime(QDate(2026, 11, 24), QTime(9, 42, 10, 500), Qt::UTC))
    , api(std::make_shared<MemoryAdminApi>(clock))
    , creations({vault, saved, journal, clock})
    , list(clock)
    , clipboard(QGuiApplication::clipboard())
{
    window.resize(1000, 800);
    window.show();
    list.setApi(api);
}

Connection DialogParts::connection(const ConnectionPolicy &policy)
{
    Connection result;
    result.key = connectionKey();
    result.name = QStringLiteral("Production");
    result.policy = policy;
    return result;
}

void DialogParts::loadList()
{
    list.refresh();
    QTRY_COMPARE(list.state(), AccountList::State::Loaded);
}

ServiceAccount DialogParts::account(const QString &name, const QString &description,
                                    const QList<AccountRole> &roles) const
{
    ServiceAccount result;
    result.id = QStringLiteral("id_") + name;
    result.name = name;
    result.description = description;
    result.roles = roles;
    result.creationDate = clock.now().addDays(-140);
    result.updateDate = result.creationDate;
    result.createdBy = QStringLiteral("Test Person");
    return result;
}

const ServiceAccount *DialogParts::listed(const QString &name) const
{
    for (int row = 0; row < list.model()->rowCount(); ++row) {
        if (list.model()->serviceAccountAt(row).name == name)
            return &list.model()->serviceAccountAt(row);
    }
    return nullptr;
}
