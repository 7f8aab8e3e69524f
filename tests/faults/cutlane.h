#pragma once

#include "tests/app/local_api/serverprocess.h"
#include "tests/faults/cutoutcome.h"
#include "tests/faults/cutpoint.h"
#include "tests/faults/probeprocess.h"

#include <QTemporaryDir>

#include <memory>

/// A server of its own, and clicks that are cut one after the other. Made and used on one thread.
class CutLane
{
public:
    /// Starts the server and makes one account without a cut, to learn how long everything is. What went
    /// wrong; nothing when all is well.
    QString start();

    /// Cuts a create of an account named @p name, starts again what died, and looks what the next start says.
    CutOutcome run(const CutPoint &point, const QString &name);

private:
    /// Of a create that nobody cuts.
    struct Course
    {
        qint64 request = 0;
        qint64 answer = 0;
        std::chrono::microseconds untilAnswer{};
        std::chrono::microseconds untilSaved{};
        std::chrono::microseconds untilEnd{};
    };

    bool startServer();
    QString measure();
    QStringList arguments(const QString &name, const QUrl &address) const;
    void plan(CuttingProxy &proxy, const CutPoint &point) const;
    void awaitPlace(const CutPoint &point, const CuttingProxy &proxy, const ProbeProcess &click) const;
    static CutOutcome::Phase phaseOf(CutPoint::Place place, const CuttingProxy &proxy,
                                     const ProbeProcess &click);
    QString startAgain(const QString &name, bool honoursKeys, CutOutcome &outcome) const;
    qsizetype accountsNamed(const QString &name) const;

    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    QUrl m_address;
    QByteArray m_admin;
    Course m_course;
};
