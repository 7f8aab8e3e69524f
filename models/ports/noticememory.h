#pragma once

#include "models/errors/result.h"

#include <QDateTime>
#include <QList>
#include <QString>

/// That a person was told of one account's end.
struct GivenNotice
{
    QString accountId;
    /// The end that was told, in UTC: an account whose end changed is news again.
    QDateTime end;
    /// Setting::NoticeDays at that time: when it is smaller now, the person is told once more.
    int days = 0;

    friend bool operator==(const GivenNotice &, const GivenNotice &) = default;
};

/// Which notices were given, so that none comes twice after a restart.
class NoticeMemory
{
public:
    virtual ~NoticeMemory() = default;

    virtual QList<GivenNotice> given(const QString &connectionKey) const = 0;
    /// In place of those before. On disk when it returns success; not being able to keep it costs a notice
    /// that comes twice, so nobody is told.
    virtual Result<Done> keepGiven(const QString &connectionKey, const QList<GivenNotice> &given) = 0;
};
