#include "tests/faults/appearance.h"

using namespace Qt::StringLiterals;
using Wish = CertificateMaker::Wish;

namespace {

/// Only reached through a proxy.
const QString here = u"127.0.0.1"_s;
const QString apiHost = u"api.example.test"_s;
const QByteArray forHere = "subjectAltName=IP:127.0.0.1,DNS:localhost\n";
const QByteArray forApi = "subjectAltName=DNS:api.example.test\n";
const QByteArray forOther = "subjectAltName=DNS:api.other.test\n";
const QByteArray vouches = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n";
const QStringList rsa{u"rsa:2048"_s};

const QString wrongName = u"host name did not match"_s;

} // namespace

QList<Wish> appearances::authorities()
{
    const QString authority = u"authority"_s;
    return {
        {.name = authority, .extensions = vouches},
        {.name = u"stranger"_s, .extensions = vouches},
        {.name = u"impostor"_s, .extensions = vouches, .commonName = authority},
        {.name = u"intermediate"_s, .issuer = authority, .extensions = vouches},
        {.name = u"leaf"_s, .issuer = authority, .extensions = "basicConstraints=critical,CA:FALSE\n"},
        {.name = u"unsigning"_s,
         .issuer = authority,
         .extensions = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,digitalSignature\n"},
        {.name = u"past"_s, .issuer = authority, .extensions = vouches, .until = u"20210101000000Z"_s},
        {.name = u"first"_s,
         .issuer = authority,
         .extensions = "basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign\n"},
        {.name = u"second"_s, .issuer = u"first"_s, .extensions = vouches},
        {.name = u"constrained"_s,
         .issuer = authority,
         .extensions = vouches + "nameConstraints=critical,permitted;DNS:other.test\n"},
    };
}

Appearances appearances::badInItself()
{
    return {
        {{.name = u"signed by itself"_s, .extensions = forHere}, u"self-signed"_s},
        {{.name = u"expired"_s,
          .issuer = u"authority"_s,
          .extensions = forHere,
          .until = u"20210101000000Z"_s},
         u"expired"_s},
        {{.name = u"not yet valid"_s,
          .issuer = u"authority"_s,
          .extensions = forHere,
          .from = u"20450101000000Z"_s},
         u"not yet valid"_s},
        {{.name = u"for clients only"_s,
          .issuer = u"authority"_s,
          .extensions = forHere + "extendedKeyUsage=clientAuth\n"},
         u"unsuitable for this purpose"_s},
        {{.name = u"unknown critical extension"_s,
          .issuer = u"authority"_s,
          .extensions = forHere + "1.2.3.4=critical,ASN1:UTF8String:x\n"}},
        {{.name = u"RSA of 1024 bits"_s,
          .issuer = u"authority"_s,
          .extensions = forHere,
          .key = {u"rsa:1024"_s}}},
        {{.name = u"SHA-1"_s, .issuer = u"authority"_s, .extensions = forHere, .digest = u"sha1"_s}},
        {.certificate = {.name = u"tampered"_s, .issuer = u"authority"_s, .extensions = forHere},
         .reason = u"signature"_s,
         .isTampered = true},
        // OpenSSL has no revocation list by default. What Qt itself holds for revoked are some certificates
        // of 2011, by name and number; this has both of one of them.
        {{.name = u"revoked"_s,
          .issuer = u"authority"_s,
          .extensions = forHere,
          .commonName = u"mail.google.com"_s,
          .serial = "047ECBE9FCA55F7BD09EAE36E10CAE1E"},
         u"blacklisted"_s},
    };
}

Appearances appearances::badByName()
{
    // A program that stops reading at the NUL takes it for this computer.
    const QByteArray nul =
        "subjectAltName=DER:30:19:82:17:" + QByteArray("localhost\0.example.test", 23).toHex(':') + '\n';
    return {
        {{.name = u"another host"_s, .issuer = u"authority"_s, .extensions = forApi}, wrongName},
        {{.name = u"another address"_s,
          .issuer = u"authority"_s,
          .extensions = "subjectAltName=IP:127.0.0.2\n"},
         wrongName},
        {{.name = u"asterisk for two labels"_s,
          .issuer = u"authority"_s,
          .extensions = "subjectAltName=DNS:*.example.test\n"},
         wrongName,
         u"deep.api.example.test"_s},
        {{.name = u"asterisk under a top level"_s,
          .issuer = u"authority"_s,
          .extensions = "subjectAltName=DNS:*.test\n"},
         wrongName,
         u"example.test"_s},
        {{.name = u"host as common name only"_s, .issuer = u"authority"_s, .commonName = apiHost},
         wrongName,
         apiHost},
        {{.name = u"address as common name only"_s, .issuer = u"authority"_s, .commonName = here}, wrongName},
        {{.name = u"common name is another than the names"_s,
          .issuer = u"authority"_s,
          .extensions = forOther,
          .commonName = apiHost},
         wrongName,
         apiHost},
        {{.name = u"NUL in the name"_s, .issuer = u"authority"_s, .extensions = nul},
         wrongName,
         u"localhost"_s},
    };
}

Appearances appearances::badByIssuer()
{
    return {
        {{.name = u"unknown authority"_s, .issuer = u"stranger"_s, .extensions = forHere}, u"issuer"_s},
        {{.name = u"unknown authority shown along"_s, .issuer = u"stranger"_s, .extensions = forHere},
         u"untrusted"_s,
         here,
         {u"stranger"_s}},
        {{.name = u"another authority of the same name"_s, .issuer = u"impostor"_s, .extensions = forHere},
         u"issuer"_s},
        {{.name = u"link of the chain missing"_s, .issuer = u"intermediate"_s, .extensions = forHere},
         u"issuer"_s},
        {{.name = u"issued by a server"_s, .issuer = u"leaf"_s, .extensions = forHere},
         u"CA certificates is invalid"_s,
         here,
         {u"leaf"_s}},
        {{.name = u"issuer may not sign"_s, .issuer = u"unsigning"_s, .extensions = forHere},
         {},
         here,
         {u"unsigning"_s}},
        {{.name = u"issuer expired"_s, .issuer = u"past"_s, .extensions = forHere},
         u"expired"_s,
         here,
         {u"past"_s}},
        {{.name = u"chain too long"_s, .issuer = u"second"_s, .extensions = forHere},
         u"basicConstraints path length"_s,
         here,
         {u"second"_s, u"first"_s}},
        {{.name = u"issuer may not name it"_s, .issuer = u"constrained"_s, .extensions = forApi},
         {},
         apiHost,
         {u"constrained"_s}},
        {{.name = u"issuer may not name it, said as common name"_s,
          .issuer = u"constrained"_s,
          .extensions = forOther,
          .commonName = apiHost},
         wrongName,
         apiHost,
         {u"constrained"_s}},
    };
}

Appearances appearances::old()
{
    // So that its first version is refused for its age and nothing else.
    const Wish good{.name = u"old"_s, .issuer = u"authority"_s, .extensions = forHere, .key = rsa};
    Wish other = good;
    other.name = u"older"_s;
    return {{.certificate = good, .speaks = {u"-tls1_1"_s}}, {.certificate = other, .speaks = {u"-tls1"_s}}};
}

Appearances appearances::good()
{
    return {
        {{.name = u"own authority"_s, .issuer = u"authority"_s, .extensions = forHere}},
        {{.name = u"RSA"_s, .issuer = u"authority"_s, .extensions = forHere, .key = rsa}},
        {{.name = u"whole chain"_s, .issuer = u"intermediate"_s, .extensions = forHere},
         {},
         here,
         {u"intermediate"_s}},
        {{.name = u"as long as its issuer allows"_s, .issuer = u"first"_s, .extensions = forHere},
         {},
         here,
         {u"first"_s}},
        {{.name = u"issuer may name it"_s, .issuer = u"constrained"_s, .extensions = forOther},
         {},
         u"api.other.test"_s,
         {u"constrained"_s}},
        {{.name = u"host by name"_s, .issuer = u"authority"_s, .extensions = forApi}, {}, apiHost},
        {{.name = u"host in another script"_s,
          .issuer = u"authority"_s,
          .extensions = "subjectAltName=DNS:xn--bcher-kva.example.test\n"},
         {},
         u"b\u00fccher.example.test"_s},
        {{.name = u"asterisk for one label"_s,
          .issuer = u"authority"_s,
          .extensions = "subjectAltName=DNS:*.EXAMPLE.test\n"},
         {},
         apiHost},
    };
}
