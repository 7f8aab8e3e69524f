#include "models/connections/connectiondraft.h"

#include "models/connections/connectionname.h"
#include "models/connections/proxyaddress.h"
#include "models/connections/resourcepath.h"
#include "models/connections/serveraddress.h"

#include <QDir>
#include <QFileInfo>

namespace {

QString authorityFileProblem(const QString &path)
{
    if (path.isEmpty())
        return {};
    if (!QDir::isAbsolutePath(path))
        return ConnectionDraft::tr("Enter the whole path of the file, or choose it with “Browse…”.");
    const QFileInfo file(path);
    return file.isFile() && file.isReadable()
               ? QString()
               : ConnectionDraft::tr("There is no file at this path that can be read.");
}

} // namespace

QList<ConnectionDraft::Field> ConnectionDraft::fields()
{
    return {Field::Name,         Field::Address, Field::Token,
            Field::ResourcePath, Field::Proxy,   Field::AuthorityFile};
}

ConnectionDraft::ConnectionDraft(const QString &name)
{
    m_kept.kind = Connection::Kind::Server;
    m_values = valuesOf(m_kept);
    m_values.name = name;
    m_values.address = QStringLiteral("https://api.apono.io");
}

ConnectionDraft::ConnectionDraft(const Connection &kept)
    : m_kept(kept)
    , m_values(valuesOf(kept))
{
}

ConnectionDraft::Values ConnectionDraft::valuesOf(const Connection &connection)
{
    Values values;
    values.name = connection.name;
    values.address = connection.target.address.toString();
    values.resourcePath = connection.target.resourcePath;
    values.dateStyle = connection.target.dateStyle;
    values.proxy = connection.target.proxy;
    values.authorityFile = connection.target.authorityFile;
    values.policy = connection.policy;
    return values;
}

void ConnectionDraft::setKept(const Connection &connection)
{
    m_kept = connection;
    m_values = valuesOf(connection);
    m_credential = {};
    m_checked.clear();
}

bool ConnectionDraft::isChanged() const
{
    return isNew() || !m_credential.isEmpty() || m_values != valuesOf(m_kept);
}

bool ConnectionDraft::mayUseKeptCredential() const
{
    if (!m_credential.isEmpty())
        return true;
    const Result<QUrl> address = serverAddressFromText(m_values.address);
    return !isNew() && address && isSameServer(address.value(), m_kept.target.address);
}

void ConnectionDraft::checkAll()
{
    for (const Field field : fields())
        m_checked.insert(field);
}

FieldNote ConnectionDraft::note(Field field, const QList<Connection> &others) const
{
    // A file that was there may be gone without anybody having typed.
    const bool isFileAsKept =
        field == Field::AuthorityFile && m_values.authorityFile == m_kept.target.authorityFile;
    if (m_checked.contains(field) || isFileAsKept) {
        if (const QString wrong = problem(field, others); !wrong.isEmpty())
            return FieldNote::bad(wrong);
    }
    if (field == Field::Token && isNew() && m_credential.isEmpty())
        return FieldNote::hint(tr("Of an Admin. Without one it is asked for when the connection is opened."));
    return {};
}

QString ConnectionDraft::problem(Field field, const QList<Connection> &others) const
{
    if (kind() == Connection::Kind::Local)
        return {};
    switch (field) {
    case Field::Name:
        return connectionNameProblem(m_values.name, others);
    case Field::Address: {
        const Result<QUrl> address = serverAddressFromText(m_values.address);
        return address ? QString() : address.error().message;
    }
    case Field::Token:
        if (isNew() || mayUseKeptCredential() || !serverAddressFromText(m_values.address))
            return {};
        return tr("The token was given for %1 and is not sent to another server. Enter the one for the new "
                  "address.")
            .arg(m_kept.target.address.host());
    case Field::ResourcePath:
        return isResourcePath(m_values.resourcePath.trimmed())
                   ? QString()
                   : tr("Enter a path that begins with one “/”, such as %1.")
                         .arg(ApiTarget::defaultResourcePath());
    case Field::Proxy: {
        const Result<QString> proxy = proxyFromText(m_values.proxy);
        return proxy ? QString() : proxy.error().message;
    }
    case Field::AuthorityFile:
        return authorityFileProblem(m_values.authorityFile.trimmed());
    }
    Q_UNREACHABLE();
}

QList<ConnectionDraft::Field> ConnectionDraft::problems(const QList<Connection> &others) const
{
    QList<Field> result;
    for (const Field field : fields()) {
        if (!problem(field, others).isEmpty())
            result.append(field);
    }
    return result;
}

ApiTarget ConnectionDraft::target() const
{
    ApiTarget target = m_kept.target;
    target.address = serverAddressFromText(m_values.address).value();
    target.resourcePath = m_values.resourcePath.trimmed();
    target.dateStyle = m_values.dateStyle;
    target.proxy = proxyFromText(m_values.proxy).value();
    target.authorityFile = m_values.authorityFile.trimmed();
    return target;
}

Connection ConnectionDraft::connection() const
{
    Connection result = m_kept;
    result.policy = m_values.policy;
    if (kind() == Connection::Kind::Local)
        return result;
    result.name = tidyConnectionName(m_values.name);
    result.target = target();
    return result;
}
