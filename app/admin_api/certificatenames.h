#pragma once

class QSslCertificate;
class QUrl;

/// Whether @p certificate is issued for the host of @p server, by its subject alternative names alone
/// (RFC 9110, 4.3.4; RFC 9525, 6.3). Qt takes the common name too, which an authority that may vouch for some
/// names only is not held to.
bool isNamedIn(const QSslCertificate &certificate, const QUrl &server);
