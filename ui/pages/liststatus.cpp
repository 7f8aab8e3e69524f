#include "ui/pages/liststatus.h"

#include "models/accounts/timetext.h"
#include "models/connections/currentconnection.h"
#include "models/connections/sessiontext.h"
#include "models/list/accountlist.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ListStatus)
};

QString openingText(const CurrentConnection &connection)
{
    const auto &opened = connection.connection();
    if (opened && opened->kind == Connection::Kind::Local)
        return Texts::tr("Starting the local workspace");
    return opened ? Texts::tr("Opening %1").arg(opened->name) : Texts::tr("No connection");
}

QString matchText(const AccountTableModel &model)
{
    const bool hasOther = model.shownInSpiteOfFilter() != nullptr;
    const int matching = model.rowCount() - (hasOther ? 1 : 0);
    const QString all = ListStatus::accountsText(model.total());
    const QString search = model.filter().search.simplified();
    QString text = search.isEmpty()
                       ? Texts::tr("%Ln of %1 match(es) the filters", nullptr, matching).arg(all)
                       : Texts::tr("%Ln of %1 match(es) “%2”", nullptr, matching).arg(all, search);
    if (hasOther)
        text += model.shownFor() == AccountTableModel::ShownFor::BeingNew
                    ? Texts::tr(", 1 new")
                    : Texts::tr(", 1 shown all the same");
    return text;
}

ListStatus::State failedState(const AccountList &list)
{
    const QDateTime next = list.nextTryAt();
    const QString time = next.isValid() ? clockTime(next, list.triedAt()) : QString();
    if (next.isValid() && list.error().asksToWait())
        return {QStringLiteral("clock-alert"), Token::Warn, Texts::tr("Waiting, goes on at %1").arg(time)};
    if (list.error().kind == ErrorKind::Cancelled)
        return {QStringLiteral("circle-alert"), Token::Warn, Texts::tr("Stopped")};
    return {QStringLiteral("cloud-off"), Token::Bad,
            next.isValid() ? Texts::tr("Not connected, next try at %1").arg(time)
                           : Texts::tr("Not connected")};
}

} // namespace

namespace ListStatus {

QString accountsText(int count)
{
    return Texts::tr("%Ln service account(s)", nullptr, count);
}

QString countsText(const AccountList &list, const CurrentConnection &connection)
{
    const AccountTableModel &model = *list.model();
    if (list.needsAdmin())
        return Texts::tr("Service accounts cannot be listed");
    switch (list.state()) {
    case AccountList::State::Idle:
        return openingText(connection);
    case AccountList::State::Loading:
        if (!list.loadedAt().isValid())
            return model.total() == 0 ? Texts::tr("Loading service accounts")
                                      : Texts::tr("Loading, %1 so far").arg(accountsText(model.total()));
        break;
    case AccountList::State::Failed:
        return model.total() == 0 ? Texts::tr("No service accounts are known")
                                  : Texts::tr("%1, last known").arg(accountsText(model.total()));
    case AccountList::State::Loaded:
        break;
    }
    return model.filter().isSet() ? matchText(model) : accountsText(model.total());
}

QString selectedText(int selected, const AccountList &list)
{
    return Texts::tr("%1 of %Ln service account(s) selected", nullptr, list.model()->total())
        .arg(QLocale().toString(selected));
}

State connectionState(const AccountList &list, const CurrentConnection &connection)
{
    const QString loading = QStringLiteral("loader-circle");
    if (list.needsAdmin())
        return {QStringLiteral("circle-alert"), Token::Warn, connectedAs(connection.session())};
    switch (list.state()) {
    case AccountList::State::Loading:
        return {loading, Token::Accent,
                list.isFailing() ? Texts::tr("Trying again") : Texts::tr("Connected, loading")};
    case AccountList::State::Loaded:
        return {QStringLiteral("circle-check"), Token::Ok,
                Texts::tr("Connected, updated %1").arg(timeOfDay(list.loadedAt()))};
    case AccountList::State::Idle:
        if (connection.state() == CurrentConnection::State::Opening)
            return {loading, Token::Accent, Texts::tr("Opening")};
        break;
    case AccountList::State::Failed:
        return failedState(list);
    }
    return {QStringLiteral("cloud-off"), Token::Bad, Texts::tr("Not connected")};
}

} // namespace ListStatus
