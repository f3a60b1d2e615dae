<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>FunnelChart</name>
    <message numerus="yes">
        <source>%1: %2 from %n children</source>
        <translation>
            <numerusform>%1: %2 from one child</numerusform>
            <numerusform>%1: %2 from %n children</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message numerus="yes">
        <source>The care of %n children costs %1 a year.</source>
        <translation>
            <numerusform>The care of one child costs %1 a year.</numerusform>
            <numerusform>The care of %n children costs %1 a year.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a year on the care of %n children</source>
        <translation>
            <numerusform>a year on the care of one child</numerusform>
            <numerusform>a year on the care of %n children</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>children whose needs may allow a step down</source>
        <translation>
            <numerusform>child whose needs may allow a step down</numerusform>
            <numerusform>children whose needs may allow a step down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n children in homes or other residential settings have needs that fell and none left that calls for intensive support: could any of them live in a family?</source>
        <translation>
            <numerusform>One child in a home or another residential setting has needs that fell and none left that calls for intensive support: could the child live in a family?</numerusform>
            <numerusform>%n children in homes or other residential settings have needs that fell and none left that calls for intensive support: could any of them live in a family?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>twelvefold::charts::FunnelChart</name>
    <message numerus="yes">
        <source>%n providers, </source>
        <translation>
            <numerusform>One provider, </numerusform>
            <numerusform>%n providers, </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beyond the limits that hold 99.8 % of them by chance.</source>
        <translation>
            <numerusform>%n beyond the limits that hold 99.8 % of them by chance.</numerusform>
            <numerusform>%n beyond the limits that hold 99.8 % of them by chance.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::ProvidersWorkspace</name>
    <message numerus="yes">
        <source>%n providers care for these children</source>
        <translation>
            <numerusform>One provider cares for these children</numerusform>
            <numerusform>%n providers care for these children</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n children</source>
        <translation>
            <numerusform>%n child</numerusform>
            <numerusform>%n children</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::WelcomePage</name>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
</TS>
