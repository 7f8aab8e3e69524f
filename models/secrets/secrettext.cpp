#include "models/secrets/secrettext.h"

#include <QtGlobal>

#include <sodium.h>

#include <cstring>

void SecretText::Free::operator()(char *bytes) const
{
    // sodium_free overwrites the memory before it gives it back.
    sodium_free(bytes);
}

SecretText SecretText::fromUtf8(QByteArrayView utf8)
{
    SecretText result;
    if (utf8.isEmpty())
        return result;
    if (sodium_init() < 0)
        qFatal("libsodium could not be initialised");
    auto *bytes = static_cast<char *>(sodium_malloc(static_cast<size_t>(utf8.size())));
    Q_CHECK_PTR(bytes);
    std::memcpy(bytes, utf8.data(), static_cast<size_t>(utf8.size()));
    result.m_bytes.reset(bytes);
    result.m_size = utf8.size();
    return result;
}

SecretText SecretText::takeFrom(QString &text)
{
    QByteArray utf8 = text.toUtf8();
    // detach() inside data() must not copy: then the old characters would stay behind.
    if (text.isDetached())
        sodium_memzero(text.data(), static_cast<size_t>(text.size()) * sizeof(QChar));
    text.clear();
    return takeFrom(utf8);
}

SecretText SecretText::takeFrom(QByteArray &utf8)
{
    SecretText result = fromUtf8(utf8);
    if (utf8.isDetached())
        sodium_memzero(utf8.data(), static_cast<size_t>(utf8.size()));
    utf8.clear();
    return result;
}

SecretText SecretText::clone() const
{
    return fromUtf8(reveal());
}

bool SecretText::equals(const SecretText &other) const
{
    if (size() != other.size())
        return false;
    return isEmpty() || sodium_memcmp(m_bytes.get(), other.m_bytes.get(), static_cast<size_t>(m_size)) == 0;
}

bool SecretText::endsWith(QByteArrayView tail) const
{
    return QByteArrayView(m_bytes.get(), size()).endsWith(tail);
}

QByteArrayView SecretText::reveal() const
{
    return QByteArrayView(m_bytes.get(), size());
}
