#pragma once

#include "models/many/manychanges.h"
#include "tests/ui/dialogs/dialogparts.h"

#include <QPointer>

/// Six accounts, all selected: what a dialog for many stands on. The last one is what the console signs in
/// with.
class ManyParts : public DialogParts
{
public:
    ManyParts()
    {
        const QStringList names{QStringLiteral("prod_audit_export"),  QStringLiteral("prod_connector_aws"),
                                QStringLiteral("prod_connector_gcp"), QStringLiteral("prod_connector_k8s"),
                                QStringLiteral("prod_terraform_eu"),  QStringLiteral("console_admin")};
        const QList<QList<AccountRole>> roles{
            {AccountRole(Role::Viewer)},
            {AccountRole(Role::Deployment)},
            {AccountRole(Role::Deployment), AccountRole(Role::Viewer)},
            {AccountRole(Role::Deployment)},
            {AccountRole(Role::Deployment), AccountRole(QStringLiteral("Auditor"))},
            {AccountRole(Role::Admin), AccountRole(Role::Viewer)}};
        for (qsizetype at = 0; at < names.size(); ++at) {
            ServiceAccount made = account(names.at(at), {}, roles.at(at));
            if (at > 0)
                made.lastUsedDate = clock.now().addSecs(-3600 * at);
            api->put(made);
        }
        loadList();
        changes = new ManyChanges({api, list, vault, saved, connectionKey(),
                                   [](const ServiceAccount &one) { return one.name == u"console_admin"; }},
                                  api->accounts(), &owner);
    }

    static QString id(const QString &name) { return QStringLiteral("id_") + name; }
    void saveCopy(const QString &name)
    {
        static_cast<void>(saved.record({connectionKey(), name, id(name), clock.now()}));
        vault.put(entry(name), "a saved value");
    }

    /// What lives longer than a dialog: in the program, the page.
    QObject owner;
    QPointer<ManyChanges> changes;
};
