#pragma once

#include "models/errors/error.h"

/// Translated: what a server refused about one field of a form, and what to do. For a code that this program
/// does not know, the server's own words.
QString refusalSentence(const FieldError &error);

/// Whether a refusal is about @p field. Servers also name a part of it: "roles[0]".
bool isAbout(const FieldError &error, QStringView field);
