#pragma once

#include <QByteArrayView>
#include <QString>

#include <memory>

/// The text of a token: in libsodium's guarded memory, locked where the system allows it, wiped when it goes.
/// It can be moved but not copied by accident, has no conversion to a string, and cannot be streamed to a
/// log.
class SecretText
{
public:
    SecretText() = default;

    static SecretText fromUtf8(QByteArrayView utf8);
    /// Takes the text and overwrites the source. What other QStrings share of it is out of reach.
    static SecretText takeFrom(QString &text);
    static SecretText takeFrom(QByteArray &utf8);

    SecretText(SecretText &&other) noexcept = default;
    SecretText &operator=(SecretText &&other) noexcept = default;

    bool isEmpty() const { return m_size == 0 || !m_bytes; }
    /// In bytes of UTF-8.
    qsizetype size() const { return m_bytes ? m_size : 0; }

    SecretText clone() const;

    /// In constant time for texts of one length.
    bool equals(const SecretText &other) const;

    /// Whether its last bytes are @p tail: tells one of a few tokens from the others by what a masked one
    /// shows.
    bool endsWith(QByteArrayView tail) const;

    /// The one way out. A view into guarded memory: valid as long as this object holds the text.
    /// Only the five places that design knows may call it (CONTRIBUTING.md, "Secrets").
    QByteArrayView reveal() const;

private:
    struct Free
    {
        void operator()(char *bytes) const;
    };

    std::unique_ptr<char, Free> m_bytes;
    qsizetype m_size = 0;
};
