<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AdvancedForm</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeRolesDialog</name>
    <message numerus="yes">
        <source>Add a role to %n service account(s)</source>
        <translation>
            <numerusform>Add a role to %n service account</numerusform>
            <numerusform>Add a role to %n service accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove a role from %n service account(s)</source>
        <translation>
            <numerusform>Remove a role from %n service account</numerusform>
            <numerusform>Remove a role from %n service accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) get the role %1.</source>
        <translation>
            <numerusform>%n account gets the role %1.</numerusform>
            <numerusform>%n accounts get the role %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have it already.</source>
        <translation>
            <numerusform>%n has it already.</numerusform>
            <numerusform>%n have it already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) lose the role %1.</source>
        <translation>
            <numerusform>%n account loses the role %1.</numerusform>
            <numerusform>%n accounts lose the role %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do not have it.</source>
        <translation>
            <numerusform>%n does not have it.</numerusform>
            <numerusform>%n do not have it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionName</name>
    <message numerus="yes">
        <source>Use at most %n character(s).</source>
        <translation>
            <numerusform>Use at most %n character.</numerusform>
            <numerusform>Use at most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionPolicy</name>
    <message numerus="yes">
        <source>Unlimited is off: the policy of %1 allows at most %n day(s).</source>
        <translation>
            <numerusform>Unlimited is off: the policy of %1 allows at most %n day.</numerusform>
            <numerusform>Unlimited is off: the policy of %1 allows at most %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The policy of %1 allows at most %n day(s).</source>
        <translation>
            <numerusform>The policy of %1 allows at most %n day.</numerusform>
            <numerusform>The policy of %1 allows at most %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is %n day(s) away. Choose a date up to %2.</source>
        <translation>
            <numerusform>%1 is %n day away. Choose a date up to %2.</numerusform>
            <numerusform>%1 is %n days away. Choose a date up to %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionsDialog</name>
    <message numerus="yes">
        <source>Unsaved changes in %n connection(s)</source>
        <translation>
            <numerusform>Unsaved changes in %n connection</numerusform>
            <numerusform>Unsaved changes in %n connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionsTransfer</name>
    <message numerus="yes">
        <source>%n connection(s) imported from %1</source>
        <translation>
            <numerusform>%n connection imported from %1</numerusform>
            <numerusform>%n connections imported from %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeleteAccountsDialog</name>
    <message numerus="yes">
        <source>%n copies in the keychain of this computer deleted too.</source>
        <translation>
            <numerusform>%n copy in the keychain of this computer is deleted too.</numerusform>
            <numerusform>%n copies in the keychain of this computer are deleted too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n service account(s)?</source>
        <translation>
            <numerusform>Delete %n service account?</numerusform>
            <numerusform>Delete %n service accounts?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditServiceAccountDialog</name>
    <message numerus="yes">
        <source>%1 of %n field(s) chosen</source>
        <translation>
            <numerusform>%1 of %n field chosen</numerusform>
            <numerusform>%1 of %n fields chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message numerus="yes">
        <source>Try again in %n s.</source>
        <translation>
            <numerusform>Try again in %n s.</numerusform>
            <numerusform>Try again in %n s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n min.</source>
        <translation>
            <numerusform>Try again in %n min.</numerusform>
            <numerusform>Try again in %n min.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExpirationChart</name>
    <message numerus="yes">
        <source>Week of %1, %n token(s) expire</source>
        <translation>
            <numerusform>Week of %1, %n token expires</numerusform>
            <numerusform>Week of %1, %n tokens expire</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Week of %1, %n token(s) expire, expiring soon: %2</source>
        <translation>
            <numerusform>Week of %1, %n token expires, expiring soon: %2</numerusform>
            <numerusform>Week of %1, %n tokens expire, expiring soon: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing expires in the next %n week(s).</source>
        <translation>
            <numerusform>Nothing expires in the next %n week.</numerusform>
            <numerusform>Nothing expires in the next %n weeks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExpirationField</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExpirationPopup</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over %n day(s)</source>
        <translation>
            <numerusform>over %n day</numerusform>
            <numerusform>over %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExpiryNotices</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s) expire within %1</source>
        <comment>14 days</comment>
        <translation>
            <numerusform>%Ln token expires within %1</numerusform>
            <numerusform>%Ln tokens expire within %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>Export %n selected service account(s)</source>
        <translation>
            <numerusform>Export %n selected service account</numerusform>
            <numerusform>Export %n selected service accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n shown service account(s)</source>
        <translation>
            <numerusform>Export %n shown service account</numerusform>
            <numerusform>Export %n shown service accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service account(s) exported to %1.</source>
        <translation>
            <numerusform>%n service account exported to %1.</numerusform>
            <numerusform>%n service accounts exported to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exporting, %1 of %n service account(s) written</source>
        <translation>
            <numerusform>Exporting, %1 of %n service account written</numerusform>
            <numerusform>Exporting, %1 of %n service accounts written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldNotes</name>
    <message numerus="yes">
        <source>%n field(s) need(s) a change.</source>
        <translation>
            <numerusform>%n field needs a change.</numerusform>
            <numerusform>%n fields need a change.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListNotices</name>
    <message numerus="yes">
        <source>The clock of this computer is %n min slow</source>
        <translation>
            <numerusform>The clock of this computer is %n min slow</numerusform>
            <numerusform>The clock of this computer is %n min slow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer is %n min fast</source>
        <translation>
            <numerusform>The clock of this computer is %n min fast</numerusform>
            <numerusform>The clock of this computer is %n min fast</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListStatus</name>
    <message numerus="yes">
        <source>%Ln service account(s)</source>
        <translation>
            <numerusform>%Ln service account</numerusform>
            <numerusform>%Ln service accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln service account(s) selected</source>
        <translation>
            <numerusform>%1 of %Ln service account selected</numerusform>
            <numerusform>%1 of %Ln service accounts selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 match(es) the filters</source>
        <translation>
            <numerusform>%Ln of %1 matches the filters</numerusform>
            <numerusform>%Ln of %1 match the filters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 match(es) “%2”</source>
        <translation>
            <numerusform>%Ln of %1 matches “%2”</numerusform>
            <numerusform>%Ln of %1 match “%2”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LocalApiProcess</name>
    <message numerus="yes">
        <source>The local workspace did not start within %n s. Try again.</source>
        <translation>
            <numerusform>The local workspace did not start within %n s. Try again.</numerusform>
            <numerusform>The local workspace did not start within %n s. Try again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyTexts</name>
    <message numerus="yes">
        <source>%n account(s) left out, because no role would be left: %1.</source>
        <translation>
            <numerusform>%n account is left out, because no role would be left: %1.</numerusform>
            <numerusform>%n accounts are left out, because no role would be left: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) left out, because the description is longer than 500 characters: %1.</source>
        <translation>
            <numerusform>%n account is left out, because its description is longer than 500 characters: %1.</numerusform>
            <numerusform>%n accounts are left out, because their descriptions are longer than 500 characters: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finishing what has begun, %1 of %n service account(s) done</source>
        <translation>
            <numerusform>Finishing what has begun, %1 of %n service account done</numerusform>
            <numerusform>Finishing what has begun, %1 of %n service accounts done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleting, %1 of %n service account(s) done</source>
        <translation>
            <numerusform>Deleting, %1 of %n service account done</numerusform>
            <numerusform>Deleting, %1 of %n service accounts done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Adding %2, %1 of %n service account(s) done</source>
        <translation>
            <numerusform>Adding %2, %1 of %n service account done</numerusform>
            <numerusform>Adding %2, %1 of %n service accounts done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removing %2, %1 of %n service account(s) done</source>
        <translation>
            <numerusform>Removing %2, %1 of %n service account done</numerusform>
            <numerusform>Removing %2, %1 of %n service accounts done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service account(s) deleted.</source>
        <translation>
            <numerusform>%n service account was deleted.</numerusform>
            <numerusform>%n service accounts were deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copies in the keychain not removed</source>
        <translation>
            <numerusform>%n copy in the keychain was not removed</numerusform>
            <numerusform>%n copies in the keychain were not removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n service account(s) not deleted</source>
        <translation>
            <numerusform>%1 of %n service account not deleted</numerusform>
            <numerusform>%1 of %n service accounts not deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n service account(s) not given %2</source>
        <translation>
            <numerusform>%1 of %n service account not given %2</numerusform>
            <numerusform>%1 of %n service accounts not given %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 not removed from %1 of %n service account(s)</source>
        <translation>
            <numerusform>%2 not removed from %1 of %n service account</numerusform>
            <numerusform>%2 not removed from %1 of %n service accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not begun.</source>
        <translation>
            <numerusform>%n was not begun.</numerusform>
            <numerusform>%n were not begun.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server asks to go slower. It goes on by itself in %n s.</source>
        <translation>
            <numerusform>The server asks to go slower. It goes on by itself in %n s.</numerusform>
            <numerusform>The server asks to go slower. It goes on by itself in %n s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server cannot answer at the moment. It goes on by itself in %n s.</source>
        <translation>
            <numerusform>The server cannot answer at the moment. It goes on by itself in %n s.</numerusform>
            <numerusform>The server cannot answer at the moment. It goes on by itself in %n s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added %1 to %n service account(s).</source>
        <translation>
            <numerusform>Added %1 to %n service account.</numerusform>
            <numerusform>Added %1 to %n service accounts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %1 from %n service account(s).</source>
        <translation>
            <numerusform>Removed %1 from %n service account.</numerusform>
            <numerusform>Removed %1 from %n service accounts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnExpiry</name>
    <message numerus="yes">
        <source>The token that this console signs in with expires in %n day(s), on %1. Have another one at hand.</source>
        <translation>
            <numerusform>The token that this console signs in with expires in %n day, on %1. Have another one at hand.</numerusform>
            <numerusform>The token that this console signs in with expires in %n days, on %1. Have another one at hand.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServiceAccountsPage</name>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>Copied %n row.</numerusform>
            <numerusform>Copied %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionText</name>
    <message numerus="yes">
        <source>This connection signs in as %1 with the role(s) %2.</source>
        <translation>
            <numerusform>This connection signs in as %1 with the role %2.</numerusform>
            <numerusform>This connection signs in as %1 with the roles %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Works: signed in as %1 with the role(s) %2.</source>
        <translation>
            <numerusform>Works: signed in as %1 with the role %2.</numerusform>
            <numerusform>Works: signed in as %1 with the roles %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n idle minute(s)</source>
        <translation>
            <numerusform>%n idle minute</numerusform>
            <numerusform>%n idle minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mo ago</source>
        <comment>months</comment>
        <translation>
            <numerusform>%n mo ago</numerusform>
            <numerusform>%n mo ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n y ago</source>
        <comment>years</comment>
        <translation>
            <numerusform>%n y ago</numerusform>
            <numerusform>%n y ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>in %n h</numerusform>
            <numerusform>in %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ValueProblem</name>
    <message numerus="yes">
        <source>%1 and %n more are not allowed.</source>
        <translation>
            <numerusform>%1 and %n more are not allowed.</numerusform>
            <numerusform>%1 and %n more are not allowed.</numerusform>
        </translation>
    </message>
</context>
</TS>
