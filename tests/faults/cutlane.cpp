#include "tests/faults/cutlane.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTimer>

#include <limits>
#include <thread>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

using Cut = CuttingProxy::Cut;
using Phase = CutOutcome::Phase;
using Place = CutPoint::Place;
using Times = CuttingProxy::Times;
using Victim = CutPoint::Victim;
using Way = CuttingProxy::Way;

namespace {

/// For a computer that is busy with other things: no measure of speed.
constexpr auto patience = 60s;
constexpr int mostStarts = 5;
constexpr qint64 never = std::numeric_limits<qint64>::max();
/// As long as every other name, so that requests are equally long.
const QString uncutName = u"cut_uncut_00000"_s;

template <class Condition>
bool waitUntil(Condition isTrue, std::chrono::microseconds most = patience)
{
    const QDeadlineTimer deadline(most, Qt::PreciseTimer);
    QTimer tick;
    tick.setTimerType(Qt::PreciseTimer);
    tick.start(most < 1s ? 1ms : 20ms);
    while (!isTrue()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

std::chrono::microseconds elapsed(const QElapsedTimer &timer)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::nanoseconds(timer.nsecsElapsed()));
}

} // namespace

QString CutLane::start()
{
    if (!startServer())
        return u"the server does not start"_s;
    QFile file(m_folder.filePath(u"workspace/admin-token"_s));
    if (!file.open(QFile::ReadOnly))
        return u"there is no admin token"_s;
    m_admin = file.readAll().trimmed();
    return measure();
}

bool CutLane::startServer()
{
    // Where it was before.
    const QString port = QString::number(m_address.port(0));
    const QDeadlineTimer deadline(patience);
    do {
        m_server = std::make_unique<ServerProcess>(m_folder.filePath(u"workspace"_s),
                                                   QStringList{u"--port"_s, port});
        if (m_server->waitForAddress()) {
            m_address = QUrl(u"http://127.0.0.1:%1"_s.arg(m_server->port()));
            return true;
        }
    } while (!deadline.hasExpired());
    return false;
}

QString CutLane::measure()
{
    CuttingProxy proxy(m_address);
    ProbeProcess click(arguments(uncutName, proxy.address()), m_admin);
    if (!waitUntil([&] { return click.hasSaid("ready"); }))
        return u"the console does not start"_s;
    proxy.cutAfter(Way::ToServer, never, Cut::Close);
    click.click();
    QElapsedTimer timer;
    timer.start();
    waitUntil([&] { return proxy.handedOn(Way::ToClient) > 0; });
    m_course = {proxy.handedOn(Way::ToServer), proxy.handedOn(Way::ToClient), elapsed(timer), {}, {}};
    waitUntil([&] { return click.hasSaid("saved"); });
    m_course.untilSaved = elapsed(timer);
    waitUntil([&] { return click.hasSaid("confirmed"); });
    m_course.untilEnd = elapsed(timer);
    waitUntil([&] { return click.isOver(); });
    const bool isWell = click.hasSucceeded() && click.hasSaid("works") && click.hasSaid("confirmed");
    return isWell ? QString()
                  : u"a create that nobody cuts fails: "_s + QString::fromUtf8(click.said().join(", "));
}

QStringList CutLane::arguments(const QString &name, const QUrl &address) const
{
    return {u"--address"_s, address.toString(), u"--data-dir"_s, m_folder.filePath(name), u"--name"_s, name};
}

void CutLane::plan(CuttingProxy &proxy, const CutPoint &point) const
{
    const auto part = [&point](qint64 from, qint64 end) {
        return from + static_cast<qint64>(point.share * static_cast<double>(end - from));
    };
    // A process is killed while its last bytes are held back.
    const Cut cut = point.victim == Victim::Connection ? point.cut : Cut::Stall;
    const Times times = point.victim == Victim::Connection ? point.times : Times::Once;
    switch (point.place) {
    case Place::BeforeRequest:
        proxy.cutAfter(Way::ToServer, 0, cut, times);
        return;
    case Place::InRequest:
        proxy.cutAfter(Way::ToServer, part(1, m_course.request), cut, times);
        return;
    case Place::InAnswer:
        proxy.cutAfter(Way::ToClient, part(0, m_course.answer), cut, times);
        return;
    case Place::AfterRequest:
    case Place::AfterAnswer:
    case Place::AfterSave:
    case Place::AtTime:
        proxy.cutAfter(Way::ToServer, never, cut);
        return;
    }
}

void CutLane::awaitPlace(const CutPoint &point, const CuttingProxy &proxy, const ProbeProcess &click) const
{
    const auto part = [&point](std::chrono::microseconds time) {
        return std::chrono::duration_cast<std::chrono::microseconds>(point.share * time);
    };
    switch (point.place) {
    case Place::BeforeRequest:
    case Place::InRequest:
    case Place::InAnswer:
        waitUntil([&] { return proxy.hasCut() || click.isOver(); });
        return;
    case Place::AfterRequest:
        waitUntil([&] { return proxy.handedOn(Way::ToServer) >= m_course.request || click.isOver(); });
        // The relay sleeps too: the answer waits there.
        std::this_thread::sleep_for(part(m_course.untilAnswer));
        return;
    case Place::AfterAnswer:
        waitUntil([&] { return proxy.handedOn(Way::ToClient) > 0 || click.isOver(); });
        std::this_thread::sleep_for(part(m_course.untilSaved - m_course.untilAnswer));
        return;
    case Place::AfterSave:
        waitUntil([&] { return click.hasSaid("saved") || click.isOver(); });
        std::this_thread::sleep_for(part(m_course.untilEnd - m_course.untilSaved));
        return;
    case Place::AtTime:
        waitUntil([&] { return click.isOver(); }, part(m_course.untilEnd));
        return;
    }
}

CutOutcome::Phase CutLane::phaseOf(Place place, const CuttingProxy &proxy, const ProbeProcess &click)
{
    if (proxy.hasCut() && place == Place::InAnswer)
        return Phase::Returning;
    if (proxy.hasCut())
        return place == Place::InRequest ? Phase::Sent : Phase::NotSent;
    if (click.hasSaid("confirmed"))
        return Phase::Over;
    if (click.hasSaid("saved"))
        return Phase::Saved;
    if (proxy.handedOn(Way::ToClient) > 0)
        return Phase::Answered;
    return proxy.handedOn(Way::ToServer) > 0 ? Phase::Sent : Phase::NotSent;
}

CutOutcome CutLane::run(const CutPoint &point, const QString &name)
{
    CutOutcome outcome;
    CuttingProxy proxy(m_address);
    QStringList options = arguments(name, proxy.address());
    if (point.honoursKeys)
        options.append(u"--honours-keys"_s);
    ProbeProcess click(options, m_admin);
    if (!waitUntil([&] { return click.hasSaid("ready"); })) {
        outcome.problem = u"the console does not start"_s;
        return outcome;
    }
    plan(proxy, point);
    click.click();
    awaitPlace(point, proxy, click);
    if (point.victim == Victim::Console)
        click.kill();
    if (point.victim == Victim::Server)
        m_server->kill();
    outcome.phase = phaseOf(point.place, proxy, click);
    if (point.victim == Victim::Server) {
        waitUntil([&] { return click.isOver(); }, point.restartAfter);
        if (!startServer()) {
            outcome.problem = u"the server does not start again"_s;
            return outcome;
        }
    }
    if (!waitUntil([&] { return click.isOver(); }) ||
        (point.victim != Victim::Console && !click.hasSucceeded())) {
        outcome.problem = u"the console does not end well"_s;
        return outcome;
    }
    outcome.first = click.said();
    outcome.problem = startAgain(name, point.honoursKeys, outcome);
    outcome.accounts = accountsNamed(name);
    return outcome;
}

QString CutLane::startAgain(const QString &name, bool honoursKeys, CutOutcome &outcome) const
{
    QStringList options = arguments(name, m_address) + QStringList{u"--resume"_s};
    if (honoursKeys)
        options.append(u"--honours-keys"_s);
    // A computer that is busy with other things may leave it open once.
    for (int start = 0; start < mostStarts; ++start) {
        ProbeProcess next(options, m_admin);
        const bool isOver = waitUntil([&] { return next.isOver(); });
        outcome.next += next.said();
        if (!isOver || !next.hasSucceeded())
            return u"the next start does not end well"_s;
        if (!next.hasSaid("unknown"))
            return {};
    }
    return u"the next starts cannot find out"_s;
}

qsizetype CutLane::accountsNamed(const QString &name) const
{
    TestClient client(m_server->port());
    const Reply reply = client.call("GET", "/api/admin/v1/service-accounts?name=" + name.toLatin1(), m_admin);
    return reply.json().value("items"_L1).toArray().size();
}
