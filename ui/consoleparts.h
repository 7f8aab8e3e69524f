#pragma once

#include <QString>
#include <QStringList>

class AccountList;
class AdminApiFactory;
class Clock;
class CurrentConnection;
class LayoutStore;
class LogoutGuard;
class RefreshSchedule;
class SavedTokens;
class Settings;
class TokenClipboard;
class TokenCreations;
class TokenVault;

/// What the windows work with. main.cpp makes all of it, owns it, and lets it outlive them.
struct ConsoleParts
{
    const Clock &clock;
    CurrentConnection &connection;
    AccountList &list;
    RefreshSchedule &schedule;
    TokenCreations &creations;
    TokenVault &vault;
    SavedTokens &savedTokens;
    AdminApiFactory &apis;
    TokenClipboard &clipboard;
    LogoutGuard &logoutGuard;
    Settings &settings;
    LayoutStore &layouts;
    /// Where the local workspace keeps its data, for people.
    QString dataFolder;
    /// Of QtKeychain, which windows do not see themselves.
    QString keychainLibraryVersion;
    /// What people should know about this program's own files, one sentence each.
    QStringList fileNotices;
};
