#include "ui/widgets/tokenmimedata.h"

namespace {

QString plainText()
{
    return QStringLiteral("text/plain");
}

TokenMimeData::System thisSystem()
{
#if defined(Q_OS_WIN)
    return TokenMimeData::System::Windows;
#elif defined(Q_OS_MACOS)
    return TokenMimeData::System::MacOs;
#else
    return TokenMimeData::System::Unix;
#endif
}

} // namespace

QList<TokenMimeData::Mark> TokenMimeData::historyMarks(System system)
{
    const QByteArray no(4, '\0');
    switch (system) {
    case System::Windows:
        return {
            {QStringLiteral("ExcludeClipboardContentFromMonitorProcessing"), no},
            {QStringLiteral("CanIncludeInClipboardHistory"), no},
            {QStringLiteral("CanUploadToCloudClipboard"), no},
            {QStringLiteral("Clipboard Viewer Ignore"), no},
        };
    case System::MacOs:
        return {
            {QStringLiteral("org.nspasteboard.ConcealedType"), {}},
            {QStringLiteral("org.nspasteboard.TransientType"), {}},
        };
    case System::Unix:
        break;
    }
    return {{QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret")}};
}

TokenMimeData::TokenMimeData(SecretText token)
    : m_token(std::move(token))
{
}

QStringList TokenMimeData::formats() const
{
    QStringList result = {plainText()};
    const QList<Mark> marks = historyMarks(thisSystem());
    for (const Mark &mark : marks)
        result += mark.format;
    return result;
}

bool TokenMimeData::hasFormat(const QString &format) const
{
    return formats().contains(format);
}

QVariant TokenMimeData::retrieveData(const QString &format, QMetaType) const
{
    if (format == plainText())
        return QString::fromUtf8(m_token.reveal());
    const QList<Mark> marks = historyMarks(thisSystem());
    for (const Mark &mark : marks) {
        if (mark.format == format)
            return mark.value;
    }
    return {};
}
