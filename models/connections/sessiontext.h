#pragma once

#include "models/ports/adminapi.h"

#include <optional>

/// The name of who one is signed in as, else the e-mail address; empty when the server does not say.
QString signedInName(const Session &session);

/// Translated: "This connection signs in as report_reader with the role Viewer." Says so when nobody knows.
QString signedInSentence(const std::optional<Session> &session);

/// Translated, after a test that succeeded: "Works: signed in as ci_admin with the role Admin."
QString testedSentence(const std::optional<Session> &session);

/// Translated, for the status bar: "Connected as report_reader (Viewer)".
QString connectedAs(const std::optional<Session> &session);
