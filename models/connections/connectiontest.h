#pragma once

#include "models/ports/adminapifactory.h"

#include <QObject>

#include <memory>

/// "Test Connection": asks who one is and whether the list can be read.
class ConnectionTest : public QObject
{
    Q_OBJECT
public:
    explicit ConnectionTest(AdminApiFactory &apis, QObject *parent = nullptr);
    ~ConnectionTest() override;

    /// Begins anew when one is running.
    void run(const ApiTarget &target, const SecretText &credential);
    void cancel();
    bool isRunning() const { return m_call.isRunning(); }

Q_SIGNALS:
    /// Translated: "Works: signed in as ci_admin with the role Admin."
    void succeeded(const QString &sentence);
    void failed(const Error &error);

private:
    void readList();

    AdminApiFactory &m_apis;
    std::unique_ptr<RetargetableAdminApi> m_api;
    Call m_call;
    std::optional<Session> m_session;
};
