#include "tests/faults/cutpoint.h"

#include <QRandomGenerator>

#include <array>

CutPoint CutPoint::random(Victim victim, int number, quint32 seed)
{
    // Nothing but bytes can be counted where only the connection ends.
    constexpr std::array places{Place::BeforeRequest, Place::InRequest, Place::InAnswer, Place::AfterRequest,
                                Place::AfterAnswer,   Place::AfterSave, Place::AtTime};
    const size_t kinds = victim == Victim::Connection ? 3 : places.size();
    const std::array<quint32, 3> seeds{seed, static_cast<quint32>(victim), static_cast<quint32>(number)};
    QRandomGenerator random(seeds.begin(), seeds.end());
    CutPoint point{};
    point.victim = victim;
    point.place = places.at(static_cast<size_t>(number) % kinds);
    point.share = random.generateDouble();
    point.honoursKeys = random.bounded(2) == 0;
    point.restartAfter = std::chrono::milliseconds(random.bounded(2000));
    point.cut = random.bounded(2) == 0 ? CuttingProxy::Cut::Close : CuttingProxy::Cut::Reset;
    point.times = random.bounded(3) == 0 ? CuttingProxy::Times::Always : CuttingProxy::Times::Once;
    return point;
}
