#include "ui/connections/connectionlistmodel.h"

#include "models/connections/connectionsedit.h"
#include "models/connections/currentconnection.h"
#include "models/list/accountlist.h"
#include "ui/connections/connectionicon.h"

#include <QUrl>

namespace {

/// Whether the server is not there, or does not let anybody through to it.
bool isSilence(ErrorKind kind)
{
    return kind == ErrorKind::Unreachable || kind == ErrorKind::TimedOut || kind == ErrorKind::Cut ||
           kind == ErrorKind::ProxyFailed;
}

} // namespace

ConnectionListModel::ConnectionListModel(ConnectionsEdit &edit, const CurrentConnection &connection,
                                         const AccountList &list, QObject *parent)
    : QAbstractListModel(parent)
    , m_edit(edit)
    , m_connection(connection)
    , m_list(list)
{
    connect(&edit, &ConnectionsEdit::rowChanged, this, [this](int row) {
        m_tested.remove(row);
        Q_EMIT dataChanged(index(row), index(row));
    });
    connect(&edit, &ConnectionsEdit::rowsChanged, this, [this] {
        beginResetModel();
        m_tested.clear();
        endResetModel();
    });
    connect(&connection, &CurrentConnection::changed, this, &ConnectionListModel::refresh);
    connect(&list, &AccountList::stateChanged, this, &ConnectionListModel::refresh);
}

int ConnectionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_edit.count();
}

void ConnectionListModel::refresh()
{
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void ConnectionListModel::setTested(int row, const std::optional<Error> &failure)
{
    m_tested.insert(row, failure);
    Q_EMIT dataChanged(index(row), index(row));
}

QString ConnectionListModel::hostOf(int row) const
{
    const QUrl &address = m_edit.draft(row).kept().target.address;
    return address.host();
}

ConnectionListModel::State ConnectionListModel::stateOfOpen(int row) const
{
    const QString works = QStringLiteral("circle-check");
    const QString fails = QStringLiteral("cloud-off");
    const bool isLocal = m_edit.draft(row).kind() == Connection::Kind::Local;
    if (m_connection.state() == CurrentConnection::State::Opening)
        return {isLocal ? tr("starting") : tr("%1, opening").arg(hostOf(row)),
                QStringLiteral("loader-circle"), Token::Text2};
    if (m_connection.state() != CurrentConnection::State::Open)
        return {isLocal ? tr("does not run") : tr("%1, not connected").arg(hostOf(row)), fails, Token::Bad};
    if (isLocal)
        return {tr("running"), works, Token::Ok};
    if (m_list.state() != AccountList::State::Failed)
        return {tr("%1, connected").arg(hostOf(row)), works, Token::Ok};
    return {isSilence(m_list.error().kind) ? tr("does not answer") : tr("%1, not connected").arg(hostOf(row)),
            fails, Token::Bad};
}

ConnectionListModel::State ConnectionListModel::stateOf(int row) const
{
    if (m_edit.hasBadNote(row))
        return {tr("needs a change"), QStringLiteral("circle-alert"), Token::Bad};
    const auto tested = m_tested.constFind(row);
    if (tested != m_tested.constEnd()) {
        if (!*tested)
            return {tr("works"), QStringLiteral("circle-check"), Token::Ok};
        return {isSilence((*tested)->kind) ? tr("does not answer") : tr("does not work"),
                QStringLiteral("cloud-off"), Token::Bad};
    }
    if (m_edit.isOpen(row))
        return stateOfOpen(row);
    if (m_edit.draft(row).isNew())
        return {tr("not saved yet"), {}, Token::Text2};
    if (m_edit.draft(row).kind() == Connection::Kind::Local)
        return {tr("on this computer"), {}, Token::Text2};
    return {hostOf(row), {}, Token::Text2};
}

QVariant ConnectionListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_edit.count())
        return {};
    const ConnectionDraft &draft = m_edit.draft(index.row());
    const QString name = draft.values().name.trimmed().isEmpty() ? tr("Unnamed") : draft.values().name;
    switch (role) {
    case NameRole:
        return name;
    case SecondLineRole:
        return stateOf(index.row()).text;
    case StateIconRole:
        return stateOf(index.row()).icon;
    case StateInkRole:
        return QVariant::fromValue(stateOf(index.row()).ink);
    case IconRole:
        return connectionIconName(draft.kind());
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2", "the name of a connection, and its state").arg(name, stateOf(index.row()).text);
    default:
        return {};
    }
}
