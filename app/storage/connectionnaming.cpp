#include "app/storage/connectionnaming.h"

#include <QRandomGenerator>

#include <algorithm>

namespace {

constexpr qsizetype longestKey = 32;
constexpr qsizetype suffixLength = 6;

bool isKeyCharacter(QChar character)
{
    return (character >= u'a' && character <= u'z') || (character >= u'0' && character <= u'9') ||
           character == u'_' || character == u'-';
}

QString readableKey(const QString &name)
{
    QString key;
    const QString lower = name.toLower();
    for (const QChar character : lower) {
        if (isKeyCharacter(character))
            key += character;
        else if (!key.isEmpty() && !key.endsWith(u'-'))
            key += u'-';
    }
    while (key.endsWith(u'-'))
        key.chop(1);
    return key.isEmpty() ? QStringLiteral("server") : key;
}

QString withEnd(const QString &key, const QString &end)
{
    return key.left(longestKey - 1 - end.size()) + u'-' + end;
}

QString randomEnd()
{
    static constexpr char16_t characters[] = u"abcdefghijklmnopqrstuvwxyz0123456789";
    QString end;
    for (qsizetype i = 0; i < suffixLength; ++i)
        end += characters[QRandomGenerator::system()->bounded(36)];
    return end;
}

} // namespace

bool isConnectionKey(const QString &key)
{
    return !key.isEmpty() && key.size() <= longestKey && std::all_of(key.begin(), key.end(), isKeyCharacter);
}

QString connectionKey(const QString &name, bool randomSuffix, const QSet<QString> &taken)
{
    const QString readable = readableKey(name);
    QString key = randomSuffix ? withEnd(readable, randomEnd()) : readable.left(longestKey);
    for (int number = 2; taken.contains(key); ++number)
        key = withEnd(readable, randomSuffix ? randomEnd() : QString::number(number));
    return key;
}
