#pragma once

#include <QString>

/// The line under a field of a form.
struct FieldNote
{
    enum class Tone {
        None,
        Hint, ///< The rule, while nobody has touched the field.
        Good,
        Bad ///< What is wrong and what is allowed: the form cannot be sent like this.
    };

    Tone tone = Tone::None;
    QString text = {};

    static FieldNote hint(const QString &text) { return {Tone::Hint, text}; }
    static FieldNote good(const QString &text) { return {Tone::Good, text}; }
    static FieldNote bad(const QString &text) { return {Tone::Bad, text}; }

    bool isBad() const { return tone == Tone::Bad; }

    friend bool operator==(const FieldNote &, const FieldNote &) = default;
};
