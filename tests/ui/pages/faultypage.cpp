#include "tests/ui/pages/faultypage.h"

#include "ui/pages/accounttableview.h"
#include "ui/widgets/banner.h"

#include <QDialog>
#include <QTest>

using Reply = FaultServer::Reply;
using Request = FaultServer::Request;

namespace {

const QByteArray listPath = "/api/admin/v1/service-accounts?";

QByteArray envelope(const QByteArray &accounts)
{
    return R"({"items":[)" + accounts + R"(],"pagination":{"next_page_token":null}})";
}

template <class T>
T *visibleChild(const QWidget &window)
{
    for (T *candidate : window.findChildren<T *>()) {
        if (candidate->isVisible())
            return candidate;
    }
    return nullptr;
}

} // namespace

std::unique_ptr<RetargetableAdminApi> QuickApis::create()
{
    HttpLimits limits;
    limits.idle = m_idle;
    return std::make_unique<HttpAdminApi>(limits);
}

FaultyPage::FaultyPage(const QByteArray &accounts)
    : MemoryParts(clock, apis)
    , page(parts)
    , m_accounts(accounts)
{
    answerWell();
    page.resize(1068, 740);
    page.show();
}

void FaultyPage::answerWell()
{
    answerListWith(Reply::json(200, envelope(m_accounts)));
}

void FaultyPage::answerListWith(const Reply &reply)
{
    server.setScript([reply](const Request &request) {
        return request.target.startsWith(listPath) ? reply : Reply::json(404, "{}");
    });
}

bool FaultyPage::isAtRest() const
{
    return list.state() == AccountList::State::Loaded || list.state() == AccountList::State::Failed;
}

bool FaultyPage::open()
{
    ApiTarget target;
    target.address = server.address();
    return connection.connectTo(target, SecretText::fromUtf8("the-credential-of-this-test")).ok() &&
           QTest::qWaitFor([this] { return isAtRest(); }, 20000);
}

bool FaultyPage::refresh()
{
    page.refresh();
    return QTest::qWaitFor([this] { return isAtRest(); }, 20000);
}

void FaultyPage::letTheTimeCome()
{
    clock.set(list.nextTryAt());
    schedule.check();
}

Banner *FaultyPage::banner() const
{
    return visibleChild<Banner>(page);
}

QDialog *FaultyPage::dialog() const
{
    return visibleChild<QDialog>(page);
}

AccountTableView *FaultyPage::table() const
{
    return page.findChild<AccountTableView *>();
}

QString FaultyPage::cell(int row, int column) const
{
    return list.model()->index(row, column).data().toString();
}
