#include "ui/style/literaltext.h"

QString plainText(const QString &textWithMnemonic)
{
    QString text;
    for (qsizetype at = 0; at < textWithMnemonic.size(); ++at) {
        // "&&" is an ampersand that is shown.
        if (textWithMnemonic.at(at) == u'&' && ++at == textWithMnemonic.size())
            break;
        text.append(textWithMnemonic.at(at));
    }
    return text;
}

QString escapedMnemonic(const QString &text)
{
    QString escaped = text;
    return escaped.replace(u'&', QStringLiteral("&&"));
}

QString escapedToolTip(const QString &text)
{
    return QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped());
}
