<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Error</name>
    <message numerus="yes">
        <source>Try again in %n s.</source>
        <translation>
            <numerusform>Try again in %n s.</numerusform>
            <numerusform>Try again in %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExpirationField</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n days</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExpirationPopup</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n days</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldNotes</name>
    <message numerus="yes">
        <source>%n fields need a change.</source>
        <translation>
            <numerusform>%n fields need a change.</numerusform>
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
        <source>%n days ago</source>
        <translation>
            <numerusform>%n days ago</numerusform>
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
        <source>in %n days</source>
        <translation>
            <numerusform>in %n days</numerusform>
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
