#include "models/errors/fieldrefusal.h"

#include <QCoreApplication>

namespace {

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(FieldRefusal)
};

} // namespace

QString refusalSentence(const FieldError &error)
{
    if (error.code == u"required")
        return Sentences::tr("The server needs a value here.");
    if (error.code == u"too_long")
        return Sentences::tr("This is longer than the server takes. Shorten it.");
    if (error.code == u"not_in_future")
        return Sentences::tr("By the server's clock this is not in the future. Choose a later date.");
    if (error.code == u"repeated")
        return Sentences::tr("The server was sent a value twice. Choose each one once.");
    if (error.code == u"unknown_role")
        return Sentences::tr("The server does not know one of these roles. Choose others.");
    if (error.message.isEmpty())
        return Sentences::tr("The server refuses this value. Change it.");
    return Sentences::tr("The server says: “%1”").arg(error.message.left(300));
}

bool isAbout(const FieldError &error, QStringView field)
{
    if (!error.field.startsWith(field))
        return false;
    if (error.field.size() == field.size())
        return true;
    const QChar next = error.field.at(field.size());
    return next == u'[' || next == u'.' || next == u'/';
}
