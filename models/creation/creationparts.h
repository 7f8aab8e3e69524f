#pragma once

class Clock;
class Journal;
class SavedTokens;
class TokenVault;

/// What every creation works with. All of it must outlive the creations.
struct CreationParts
{
    TokenVault &vault;
    SavedTokens &savedTokens;
    Journal &journal;
    const Clock &clock;
};
