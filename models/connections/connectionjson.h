#pragma once

#include "models/connections/connection.h"

#include <QJsonObject>
#include <QStringList>

/// The settings of a server as a JSON object, with the same words in the connections file and in an exported
/// document: name, address, resource_path, dates, proxy, authority_file and policy. Neither its key nor its
/// credential nor when that was saved.
class ConnectionJson
{
public:
    struct Read
    {
        Connection server;
        /// A translated sentence for each field that was not understood; the server has the default there.
        QStringList problems;
    };

    /// The name is empty where there is none. The address is normalized, and invalid where there is none.
    static Read read(const QJsonObject &object);
    /// Replaces these fields of @p object and keeps whatever else is in it.
    static void write(QJsonObject &object, const Connection &server);

    static ConnectionPolicy readPolicy(const QJsonObject &object, QStringList &problems);
    static void writePolicy(QJsonObject &object, const ConnectionPolicy &policy);
};
