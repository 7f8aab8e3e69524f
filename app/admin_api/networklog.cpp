#include "app/admin_api/networklog.h"

#include "models/errors/errorkindname.h"

#include <QLoggingCategory>

namespace {

Q_LOGGING_CATEGORY(network, "apono.network", QtWarningMsg)

} // namespace

void NetworkLog::exchanged(const Error &facts, bool succeeded, std::chrono::milliseconds took)
{
    if (!network().isInfoEnabled())
        return;
    QStringList words{facts.method, facts.path};
    if (facts.httpStatus != 0)
        words.append(QString::number(facts.httpStatus));
    if (!succeeded)
        words.append(errorKindName(facts.kind));
    QString line = QStringLiteral("%1 in %2 ms").arg(words.join(u' ')).arg(took.count());
    if (!facts.requestId.isEmpty())
        line += QStringLiteral(", request id ") + facts.requestId;
    qCInfo(network).noquote() << line;
}
