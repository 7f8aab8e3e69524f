#include "app/admin_api/sharedstrings.h"

#include "app/admin_api/jsontree.h"

namespace {

/// A server whose texts never repeat must not fill the memory: then it starts anew.
constexpr qsizetype mostKept = 4096;

QString textOf(const QByteArray &utf8)
{
    return JsonTree::toQString({utf8.constData(), static_cast<std::size_t>(utf8.size())});
}

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
    return *m_texts.insert(QByteArray(utf8.data(), size), JsonTree::toQString(utf8));
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
        roles.append(AccountRole(textOf(texts.at(i)), textOf(texts.at(i + 1))));
    // A copy of its own: the caller may use its buffer again.
    return *m_roles.insert(QByteArray(parts.constData(), parts.size()), roles);
}
