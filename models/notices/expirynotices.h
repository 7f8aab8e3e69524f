#pragma once

#include "models/ports/call.h"
#include "models/ports/noticememory.h"
#include "models/ports/notices.h"

#include <QObject>
#include <QTimer>

class AccountList;
class CurrentConnection;
class Settings;
struct ServiceAccount;

/// Tells ahead when tokens of the open connection expire, by the server's clock: so many days before
/// (Setting::NoticeDays), each end once, several at a time in one notice, and the token that the console
/// itself signs in with in one of its own. Setting::DesktopNotices switches all of it.
class ExpiryNotices : public QObject
{
    Q_OBJECT
public:
    ExpiryNotices(const AccountList &list, const CurrentConnection &connection, const Settings &settings,
                  Notices &notices, NoticeMemory &memory, QObject *parent = nullptr);

    /// Tells what there is to tell now. Happens by itself soon after every change, and now and then.
    void look();

private:
    struct Due
    {
        QString id;
        QString name;
        QDateTime end;
    };

    QList<Due> due(QList<Due> *own) const;
    Notice ownNotice(const Due &account) const;
    Notice noticeOf(const Due &account) const;
    Notice noticeOfMany(const QList<Due> &accounts) const;
    void tell(const Notice &notice, const QList<Due> &accounts, Call *call);
    void remember(const QString &connectionKey, const QList<GivenNotice> &told);

    const AccountList &m_list;
    const CurrentConnection &m_connection;
    const Settings &m_settings;
    Notices &m_notices;
    NoticeMemory &m_memory;
    QTimer m_soon;
    QTimer m_nowAndThen;
    Call m_ownCall;
    Call m_call;
};
