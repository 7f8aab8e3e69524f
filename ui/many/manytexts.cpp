#include "ui/many/manytexts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using Kind = ManyChange::Kind;
using ItemState = ChangedAccount::State;
using Refusal = PlannedChange::Refusal;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ManyTexts)
};

constexpr int mostNames = 3;

int copiesLeft(const ManyChanges &changes)
{
    const auto &items = changes.items();
    return static_cast<int>(std::count_if(items.cbegin(), items.cend(), [](const ChangedAccount &item) {
        return item.outcome.keychainError.has_value();
    }));
}

QString refusalSentence(Refusal refusal, const QStringList &names)
{
    const auto count = static_cast<int>(names.size());
    const QString listed = ManyTexts::namesText(names);
    switch (refusal) {
    case Refusal::SignsInWithIt:
        return Texts::tr("%1 is left out: this console signs in with it.").arg(listed);
    case Refusal::LastRole:
        return Texts::tr("%n account(s) left out, because no role would be left: %1.", nullptr, count)
            .arg(listed);
    case Refusal::Description:
        return Texts::tr("%n account(s) left out, because the description is longer than 500 characters: %1.",
                         nullptr, count)
            .arg(listed);
    }
    Q_UNREACHABLE();
}

} // namespace

namespace ManyTexts {

QString rolesText(const QList<Role> &roles)
{
    QStringList names;
    for (const Role role : roles)
        names.append(roleName(role));
    return QLocale().createSeparatedList(names);
}

QString namesText(const QStringList &names)
{
    QStringList shown = names.mid(0, mostNames);
    if (names.size() > mostNames)
        shown.append(Texts::tr("%n more", nullptr, static_cast<int>(names.size()) - mostNames));
    return QLocale().createSeparatedList(shown);
}

QString progress(const ManyChanges &changes)
{
    const QString done = QLocale().toString(changes.ended());
    const auto all = static_cast<int>(changes.items().size());
    if (changes.state() == ManyChanges::State::Stopping)
        return Texts::tr("Finishing what has begun, %1 of %n service account(s) done", nullptr, all)
            .arg(done);
    switch (changes.change().kind) {
    case Kind::Delete:
        return Texts::tr("Deleting, %1 of %n service account(s) done", nullptr, all).arg(done);
    case Kind::AddRoles:
        return Texts::tr("Adding %2, %1 of %n service account(s) done", nullptr, all)
            .arg(done, rolesText(changes.change().roles));
    case Kind::RemoveRoles:
        return Texts::tr("Removing %2, %1 of %n service account(s) done", nullptr, all)
            .arg(done, rolesText(changes.change().roles));
    }
    Q_UNREACHABLE();
}

QString success(const ManyChanges &changes)
{
    const int done = changes.count(ItemState::Done);
    const QString roles = rolesText(changes.change().roles);
    switch (changes.change().kind) {
    case Kind::Delete:
        return Texts::tr("%n service account(s) deleted.", nullptr, done);
    case Kind::AddRoles:
        return Texts::tr("Added %1 to %n service account(s).", nullptr, done).arg(roles);
    case Kind::RemoveRoles:
        return Texts::tr("Removed %1 from %n service account(s).", nullptr, done).arg(roles);
    }
    Q_UNREACHABLE();
}

QString failure(const ManyChanges &changes)
{
    const auto all = static_cast<int>(changes.items().size());
    const int left = all - changes.count(ItemState::Done);
    if (left == 0)
        return Texts::tr("%n copies in the keychain not removed", nullptr, copiesLeft(changes));
    const QString number = QLocale().toString(left);
    switch (changes.change().kind) {
    case Kind::Delete:
        return Texts::tr("%1 of %n service account(s) not deleted", nullptr, all).arg(number);
    case Kind::AddRoles:
        return Texts::tr("%1 of %n service account(s) not given %2", nullptr, all)
            .arg(number, rolesText(changes.change().roles));
    case Kind::RemoveRoles:
        return Texts::tr("%2 not removed from %1 of %n service account(s)", nullptr, all)
            .arg(number, rolesText(changes.change().roles));
    }
    Q_UNREACHABLE();
}

QString explanation(const ManyChanges &changes)
{
    QStringList sentences;
    if (const auto &error = changes.stoppedBy())
        sentences.append(error->sentence());
    else if (changes.wasCancelled())
        sentences.append(Texts::tr("You cancelled."));
    if (const int notBegun = changes.count(ItemState::NotBegun); notBegun > 0)
        sentences.append(Texts::tr("%n not begun.", nullptr, notBegun));
    if (changes.count(ItemState::Done) < changes.items().size())
        sentences.append(Texts::tr("What is not done stays selected."));
    else
        sentences.append(success(changes));
    return sentences.join(u' ');
}

QString pause(const ManyChanges &changes)
{
    if (!changes.pauseReason().asksToWait())
        return changes.pauseReason().sentence();
    const auto seconds = static_cast<int>(changes.waitLeft().count());
    return changes.pauseReason().kind == ErrorKind::TooManyRequests
               ? Texts::tr("The server asks to go slower. It goes on by itself in %n s.", nullptr, seconds)
               : Texts::tr("The server cannot answer at the moment. It goes on by itself in %n s.", nullptr,
                           seconds);
}

QStringList refusals(const QList<PlannedChange> &plan)
{
    QStringList sentences;
    for (const Refusal refusal : {Refusal::SignsInWithIt, Refusal::LastRole, Refusal::Description}) {
        QStringList names;
        for (const PlannedChange &planned : plan) {
            if (planned.refusal == refusal)
                names.append(planned.account.name);
        }
        if (!names.isEmpty())
            sentences.append(refusalSentence(refusal, names));
    }
    return sentences;
}

bool hasReason(const ChangedAccount &account)
{
    return account.state == ItemState::Failed || account.outcome.keychainError;
}

QString reason(const ChangedAccount &account)
{
    const ChangeOutcome &outcome = account.outcome;
    if (!outcome.error)
        return outcome.keychainError
                   ? Texts::tr("The copy in the keychain stayed. %1").arg(outcome.keychainError->sentence())
                   : QString();
    if (outcome.isUnknown)
        return Texts::tr("It is not known whether it was done. %1").arg(outcome.error->sentence());
    return outcome.isGone ? Texts::tr("It was deleted meanwhile.") : outcome.error->sentence();
}

QString details(const ManyChanges &changes)
{
    QStringList paragraphs;
    for (const ChangedAccount &item : changes.items()) {
        if (!hasReason(item))
            continue;
        const Error &error = item.outcome.error ? *item.outcome.error : *item.outcome.keychainError;
        paragraphs.append(item.account.name + u'\n' + error.details());
    }
    return paragraphs.join(QStringLiteral("\n\n"));
}

} // namespace ManyTexts
