#pragma once

#include "tests/faults/certificatemaker.h"

#include <vector>

/// What a server shows and speaks.
struct Appearance
{
    CertificateMaker::Wish certificate;
    /// Why it is refused, as Qt has it; empty where Qt has no words of its own for it.
    QString reason = {};
    /// Who it is taken for; reached through a proxy when it is not on this computer.
    QString host = QStringLiteral("127.0.0.1");
    /// The certificates between it and the authority, as it shows them.
    QStringList chain = {};
    bool isTampered = false;
    /// Versions of TLS, as arguments of openssl's s_server and s_client.
    QStringList speaks = {};
};
using Appearances = std::vector<Appearance>;

namespace appearances {

/// All that vouch for others, the one of the connection, "authority", first.
QList<CertificateMaker::Wish> authorities();

Appearances badInItself();
Appearances badByName();
Appearances badByIssuer();
/// With a good certificate and an old version of TLS.
Appearances old();
/// Each next to one of the bad ones.
Appearances good();

} // namespace appearances
