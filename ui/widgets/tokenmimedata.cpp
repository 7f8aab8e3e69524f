#include "ui/widgets/tokenmimedata.h"

namespace {

QString plainText()
{
    return QStringLiteral("text/plain");
}

struct Mark
{
    QString format;
    QByteArray value;
};

/// Klipper and those that follow it on Linux; on Windows the formats of Microsoft's "Clipboard Formats" (a
/// DWORD 0 each) and the older one of clipboard viewers. macOS would need org.nspasteboard.ConcealedType,
/// which Qt 6.4 cannot write.
const QList<Mark> &historyMarks()
{
#ifdef Q_OS_WIN
    static const QByteArray no(4, '\0');
    static const QList<Mark> marks = {
        {QStringLiteral("ExcludeClipboardContentFromMonitorProcessing"), no},
        {QStringLiteral("CanIncludeInClipboardHistory"), no},
        {QStringLiteral("CanUploadToCloudClipboard"), no},
        {QStringLiteral("Clipboard Viewer Ignore"), no},
    };
#else
    static const QList<Mark> marks = {
        {QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret")},
    };
#endif
    return marks;
}

} // namespace

TokenMimeData::TokenMimeData(SecretText token)
    : m_token(std::move(token))
{
}

QStringList TokenMimeData::formats() const
{
    QStringList result = {plainText()};
    for (const Mark &mark : historyMarks())
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
    for (const Mark &mark : historyMarks()) {
        if (mark.format == format)
            return mark.value;
    }
    return {};
}
