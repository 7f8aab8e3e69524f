#pragma once

#include <QByteArrayList>
#include <QObject>
#include <QString>

/// What became of a create that was cut, and whether it is what is promised.
struct CutOutcome
{
    Q_GADGET
public:
    enum class Phase {
        NotSent,   ///< No byte of the request had come to the server.
        Sent,      ///< Some or all had, and nothing had come back.
        Returning, ///< Some bytes of the answer had, or were about to.
        Answered,  ///< The console had it.
        Saved,     ///< And had its token in the keychain.
        Over       ///< Too late: the click had ended.
    };
    Q_ENUM(Phase)

    Phase phase = Phase::NotSent;
    /// What the console said until it ended, and at its next start.
    QByteArrayList first = {};
    QByteArrayList next = {};
    /// Of that name, on the server, in the end.
    qsizetype accounts = 0;
    /// Why it could not be tried to its end; empty otherwise.
    QString problem = QStringLiteral("was not tried");

    /// More than one account of the click, or more than one token shown for it.
    bool isDuplicate() const;
    /// An account whose token is not in the keychain, and of which the person was told nothing true.
    bool isUntoldOrphan() const;
    /// A token that does not work, or that is said to be gone and is in the keychain's index; an account that
    /// is said to be there and is not, or not to have been made and then to be there.
    bool isFalse() const;

    static const char *name(Phase phase);
    QByteArray words() const;

    /// Until it ended, or at the next start.
    bool hasSaid(const QByteArray &line) const { return first.contains(line) || next.contains(line); }

private:
    bool isShown() const;
    bool isTold() const;
    /// "It was not made", and later that it was.
    bool isTakenBack() const;
};
