#pragma once

#include <QString>
#include <QStringList>

#include <optional>

enum class NameProblem { Missing, ForbiddenCharacters, TooLong };

/// The name of an account that is to be made: lower-case letters a-z, digits and underscores (the product's
/// page), at most 64 of them (this project's limit). Names that a server reports are not judged by it.
class ServiceAccountName
{
public:
    static constexpr qsizetype maximumLength = 64;

    /// The first thing that is wrong, in the order of the enumeration; nothing for a valid name.
    static std::optional<NameProblem> problemWith(QStringView text);

    /// Each character that is not allowed, once, in the order of its first use; a pair of surrogates is one.
    static QStringList forbiddenCharacters(QStringView text);

    static std::optional<ServiceAccountName> fromText(const QString &text);

    const QString &text() const { return m_text; }

    friend bool operator==(const ServiceAccountName &, const ServiceAccountName &) = default;

private:
    explicit ServiceAccountName(QString text)
        : m_text(std::move(text))
    {
    }

    QString m_text;
};
