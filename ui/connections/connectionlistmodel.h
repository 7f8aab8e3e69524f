#pragma once

#include "models/errors/error.h"
#include "ui/style/tokens.h"

#include <QAbstractListModel>
#include <QHash>

#include <optional>

class AccountList;
class ConnectionsEdit;
class CurrentConnection;

/// The rows at the left of "Connections": name and state of each connection. A screen reader is told both
/// lines as the row's text.
class ConnectionListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { NameRole = Qt::UserRole, SecondLineRole, IconRole, StateIconRole, StateInkRole };

    /// All must outlive it.
    ConnectionListModel(ConnectionsEdit &edit, const CurrentConnection &connection, const AccountList &list,
                        QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// How a test of this row went; nothing for "it works".
    void setTested(int row, const std::optional<Error> &failure);

private:
    struct State
    {
        QString text;
        QString icon;
        Token ink = Token::Text2;
    };

    State stateOf(int row) const;
    State stateOfOpen(int row) const;
    QString hostOf(int row) const;
    void refresh();

    ConnectionsEdit &m_edit;
    const CurrentConnection &m_connection;
    const AccountList &m_list;
    /// By row; forgotten when rows come or go.
    QHash<int, std::optional<Error>> m_tested;
};
