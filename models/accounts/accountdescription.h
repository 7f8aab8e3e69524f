#pragma once

#include <QString>

#include <optional>

/// An optional description as the console sends it: up to 500 Unicode code points, of well-formed UTF-16.
class AccountDescription
{
public:
    static constexpr qsizetype maximumCodePoints = 500;

    AccountDescription() = default;

    /// Nothing for a text that is too long or holds half of a surrogate pair.
    static std::optional<AccountDescription> fromText(const QString &text);

    /// An emoji outside the Basic Multilingual Plane counts once, though QString::size() counts it twice.
    static qsizetype codePoints(QStringView text);

    const QString &text() const { return m_text; }

    friend bool operator==(const AccountDescription &, const AccountDescription &) = default;

private:
    explicit AccountDescription(QString text)
        : m_text(std::move(text))
    {
    }

    QString m_text;
};
