#include "tests/ui/pages/sampleaccounts.h"

namespace {

struct Sample
{
    const char *name;
    const char *description;
    QList<Role> roles;
    /// In days from now; 0: unlimited.
    int end;
    /// Minutes ago; 0: never.
    int used;
    int createdDaysAgo;
    const char *by;
};

const QList<Sample> &samples()
{
    static const QList<Sample> all{
        {"prod_ci_deploy",
         "Deploys the web front end from GitLab CI",
         {Role::Deployment},
         38,
         4,
         142,
         "Dana Levi"},
        {"prod_terraform_eu",
         "Terraform Cloud workspace for Europe",
         {Role::Deployment, Role::Viewer},
         112,
         22,
         250,
         "Noam Katz"},
        {"prod_terraform_us",
         "Terraform Cloud workspace for the US",
         {Role::Deployment, Role::Viewer},
         112,
         25,
         250,
         "Noam Katz"},
        {"prod_audit_export",
         "Nightly audit export to the archive",
         {Role::Viewer},
         6,
         540,
         84,
         "Priya Nair"},
        {"grafana_reports", "Access dashboards for the prod team", {Role::Viewer}, 0, 2, 611, "Dana Levi"},
        {"prod_break_glass", "Emergency administration, sealed", {Role::Admin}, 0, 0, 402, "Lena Fischer"},
        {"prod_connector_aws", "Registers the AWS connector", {Role::Deployment}, 64, 60, 116, "Tom Becker"},
        {"prod_connector_k8s",
         "Kubernetes connector, cluster one",
         {Role::Deployment},
         12,
         9,
         168,
         "Tom Becker"},
        {"prod_flow_sync",
         "Keeps access flows equal",
         {Role::PowerUser, Role::Viewer},
         147,
         14,
         33,
         "Priya Nair"},
        {"prod_jira_bridge", "Opens and closes requests", {Role::PowerUser}, 21, 180, 159, "Ines Duarte"},
        {"prod_legacy_sync", "", {Role::Admin, Role::Viewer}, -9, 12960, 374, "Omar Haddad"},
        {"prod_slack_gateway",
         "Slack approvals for production",
         {Role::PowerUser, Role::Viewer},
         171,
         3,
         9,
         "Ines Duarte"},
        {"pipeline_release",
         "Release train, promotes staging",
         {Role::Deployment, Role::PowerUser, Role::Viewer},
         30,
         120,
         60,
         "Dana Levi"},
    };
    return all;
}

} // namespace

QList<ServiceAccount> sampleAccounts(const QDateTime &now)
{
    QList<ServiceAccount> accounts;
    const auto add = [&](const Sample &sample, const QString &name) {
        ServiceAccount account;
        account.name = name;
        account.id = QStringLiteral("id_") + name;
        account.description = QString::fromUtf8(sample.description);
        for (const Role role : sample.roles)
            account.roles.append(AccountRole(role));
        if (sample.end != 0)
            account.expiryDate = now.addDays(sample.end);
        if (sample.used != 0)
            account.lastUsedDate = now.addSecs(-60 * sample.used);
        account.creationDate = now.addDays(-sample.createdDaysAgo);
        account.createdBy = QString::fromUtf8(sample.by);
        accounts.append(account);
    };
    for (const Sample &sample : samples())
        add(sample, QString::fromUtf8(sample.name));
    // The rest of a real list: what the search of the pictures does not find.
    for (int number = 1; number <= 201; ++number)
        add(samples().at(number % samples().size()), QStringLiteral("staging_job_%1").arg(number));
    return accounts;
}
