#include "models/connections/connectiontest.h"

#include "models/connections/sessiontext.h"

ConnectionTest::ConnectionTest(AdminApiFactory &apis, QObject *parent)
    : QObject(parent)
    , m_apis(apis)
{
}

ConnectionTest::~ConnectionTest() = default;

void ConnectionTest::run(const ApiTarget &target, const SecretText &credential)
{
    m_call.cancel();
    m_session.reset();
    m_api = m_apis.create();
    m_api->setTarget(target, credential.clone());
    m_call = m_api->session(standardDeadline, this, [this](Result<Session> result) {
        if (result)
            m_session = std::move(result).value();
        else if (result.error().kind != ErrorKind::NotFound) {
            Q_EMIT failed(result.error());
            return;
        }
        // A server need not tell who one is; what counts is that it shows the list.
        readList();
    });
}

void ConnectionTest::cancel()
{
    m_call.cancel();
    // The credential goes with it; later, as this may be called out of its own answer.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!isRunning())
                m_api.reset();
        },
        Qt::QueuedConnection);
}

void ConnectionTest::readList()
{
    m_call =
        m_api->listServiceAccounts({}, 1, standardDeadline, this, [this](const Result<AccountPage> &result) {
            if (!result) {
                Q_EMIT failed(result.error());
                return;
            }
            Q_EMIT succeeded(testedSentence(m_session));
        });
}
