#include "models/accounts/newserviceaccount.h"
#include "models/accounts/serviceaccount.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC);

ServiceAccount account()
{
    ServiceAccount result;
    result.id = u"id-1"_s;
    result.name = u"ci_deploy"_s;
    result.description = u"Deploys"_s;
    result.roles = {AccountRole(Role::Viewer)};
    result.maskedToken = u"apn_…wxyz"_s;
    result.expiryDate = now.addDays(30);
    result.creationDate = now.addDays(-30);
    result.updateDate = now.addDays(-1);
    result.createdBy = u"dana"_s;
    result.lastUsedDate = now.addSecs(-60);
    result.etag = u"\"v1\""_s;
    return result;
}

NewServiceAccount request(const QString &name, const QString &description, const Expiration &expiration,
                          const QList<Role> &roles)
{
    return {*ServiceAccountName::fromText(name), *AccountDescription::fromText(description), expiration,
            *RoleSet::of(roles)};
}

} // namespace

/// Whether two are the same: a list is repainted, and a click found again, by that.
class ServiceAccountTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void differsByEachThingThatIsShown_data();
    void differsByEachThingThatIsShown();
    void isTheSameUnderAnotherEtag();
    void tellsRequestsApart_data();
    void tellsRequestsApart();
};

void ServiceAccountTest::differsByEachThingThatIsShown_data()
{
    QTest::addColumn<std::function<void(ServiceAccount &)>>("change");
    const auto row = [](const char *label, std::function<void(ServiceAccount &)> change) {
        QTest::newRow(label) << std::move(change);
    };
    row("id", [](ServiceAccount &one) { one.id += u'0'; });
    row("name", [](ServiceAccount &one) { one.name += u'_'; });
    row("description", [](ServiceAccount &one) { one.description.clear(); });
    row("another role", [](ServiceAccount &one) { one.roles = {AccountRole(Role::Admin)}; });
    row("one more role", [](ServiceAccount &one) { one.roles.append(AccountRole(Role::Admin)); });
    row("a role of that name with another id",
        [](ServiceAccount &one) { one.roles = {AccountRole(u"Viewer"_s, u"role-77"_s)}; });
    row("token", [](ServiceAccount &one) { one.maskedToken += u'0'; });
    row("a later end", [](ServiceAccount &one) { one.expiryDate = now.addDays(31); });
    row("no end", [](ServiceAccount &one) { one.expiryDate.reset(); });
    row("created", [](ServiceAccount &one) { one.creationDate = {}; });
    row("changed", [](ServiceAccount &one) { one.updateDate = now; });
    row("by whom", [](ServiceAccount &one) { one.createdBy.clear(); });
    row("used", [](ServiceAccount &one) { one.lastUsedDate = now; });
    row("never used", [](ServiceAccount &one) { one.lastUsedDate.reset(); });
}

void ServiceAccountTest::differsByEachThingThatIsShown()
{
    QFETCH(std::function<void(ServiceAccount &)>, change);
    ServiceAccount other = account();
    QVERIFY(account() == other);
    change(other);
    QVERIFY(!(account() == other));
    QVERIFY(other != account());
}

void ServiceAccountTest::isTheSameUnderAnotherEtag()
{
    ServiceAccount other = account();
    other.etag.clear();
    QCOMPARE(other, account());
}

void ServiceAccountTest::tellsRequestsApart_data()
{
    QTest::addColumn<NewServiceAccount>("other");
    QTest::addColumn<bool>("isSame");
    const Expiration end = *Expiration::until(now.addDays(30), now);
    const QList<Role> viewer{Role::Viewer};
    const auto row = [](const char *label, const NewServiceAccount &other, bool isSame) {
        QTest::newRow(label) << other << isSame;
    };
    row("the same", request(u"a"_s, u"b"_s, end, viewer), true);
    row("another name", request(u"c"_s, u"b"_s, end, viewer), false);
    row("another description", request(u"a"_s, {}, end, viewer), false);
    row("another end", request(u"a"_s, u"b"_s, *Expiration::until(now.addDays(31), now), viewer), false);
    row("no end", request(u"a"_s, u"b"_s, Expiration::unlimited(), viewer), false);
    row("another role", request(u"a"_s, u"b"_s, end, {Role::Admin}), false);
    row("one more role", request(u"a"_s, u"b"_s, end, {Role::Viewer, Role::Admin}), false);
}

void ServiceAccountTest::tellsRequestsApart()
{
    QFETCH(NewServiceAccount, other);
    QTEST(request(u"a"_s, u"b"_s, *Expiration::until(now.addDays(30), now), {Role::Viewer}) == other,
          "isSame");
}

QTEST_APPLESS_MAIN(ServiceAccountTest)
#include "tst_serviceaccount.moc"
