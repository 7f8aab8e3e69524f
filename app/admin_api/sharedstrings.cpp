#include "app/admin_api/sharedstrings.h"

namespace {

/// A server whose texts never repeat must not fill the memory: then it starts anew.
constexpr qsizetype mostKept = 4096;

} // namespace

QString SharedStrings::text(std::string_view utf8)
{
    if (utf8.empty())
        return {};
    const auto size = static_cast<qsizetype>(utf8.size());
    const auto found = m_texts.constFind(QByteArray::fromRawData(utf8.data(), size));
    if (found != m_texts.cend())
        return *found;
    if (m_texts.size() >= mostKept)
        m_texts.clear();
    return *m_texts.insert(QByteArray(utf8.data(), size), QString::fromUtf8(utf8.data(), size));
}

QList<AccountRole> SharedStrings::roles(const QByteArray &parts)
{
    const auto found = m_roles.constFind(parts);
    if (found != m_roles.cend())
        return *found;
    if (m_roles.size() >= mostKept)
        m_roles.clear();
    QList<AccountRole> roles;
    const QList<QByteArray> texts = parts.split(endOfPart);
    for (qsizetype i = 0; i + 1 < texts.size(); i += 2)
        roles.append(AccountRole(QString::fromUtf8(texts.at(i)), QString::fromUtf8(texts.at(i + 1))));
    // A copy of its own: the caller may use its buffer again.
    return *m_roles.insert(QByteArray(parts.constData(), parts.size()), roles);
}
