#include "tests/faults/cutoutcome.h"

#include <QMetaEnum>
#include <QSet>

#include <algorithm>

bool CutOutcome::isShown() const
{
    const QByteArrayList said = first + next;
    return std::any_of(said.cbegin(), said.cend(),
                       [](const QByteArray &line) { return line.startsWith("shown "); });
}

bool CutOutcome::isTold() const
{
    return hasSaid("saved") || hasSaid("token-gone") || hasSaid("undecided");
}

bool CutOutcome::isDuplicate() const
{
    QSet<QByteArray> tokens;
    for (const QByteArray &line : first + next) {
        if (line.startsWith("shown "))
            tokens.insert(line);
    }
    return accounts > 1 || tokens.size() > 1;
}

bool CutOutcome::isUntoldOrphan() const
{
    return accounts > 0 && !isTold();
}

bool CutOutcome::isTakenBack() const
{
    const QByteArrayList said = first + next;
    const auto notMade = std::find(said.cbegin(), said.cend(), "not-made");
    return std::any_of(notMade, said.cend(), [](const QByteArray &line) {
        return line == "saved" || line == "token-gone" || line == "undecided" || line.startsWith("shown ");
    });
}

bool CutOutcome::isFalse() const
{
    const bool isSaidToBeGone = hasSaid("indexed") && hasSaid("token-gone");
    return hasSaid("refused") || isSaidToBeGone || isTakenBack() ||
           (accounts == 0 && (isShown() || isTold()));
}

const char *CutOutcome::name(Phase phase)
{
    return QMetaEnum::fromType<Phase>().valueToKey(static_cast<int>(phase));
}

QByteArray CutOutcome::words() const
{
    return problem.toUtf8() + " cut when " + name(phase) + "; said: " + first.join(", ") +
           "; at the next start: " + next.join(", ") + "; accounts: " + QByteArray::number(accounts);
}
