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
        <source>%1 rows are in the XLSX and CSV forms of this report.</source>
        <translation>
            <numerusform>%1 row is in the XLSX and CSV forms of this report.</numerusform>
            <numerusform>%1 rows are in the XLSX and CSV forms of this report.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more rows are in the XLSX and CSV forms of this report.</source>
        <translation>
            <numerusform>%1 more row is in the XLSX and CSV forms of this report.</numerusform>
            <numerusform>%1 more rows are in the XLSX and CSV forms of this report.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more rows: all %2 are listed under “%3”.</source>
        <translation>
            <numerusform>%1 more row: all %2 are listed under “%3”.</numerusform>
            <numerusform>%1 more rows: all %2 are listed under “%3”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more rows: the first %4 are listed under “%3”, all %2 in the XLSX and CSV forms of this report.</source>
        <translation>
            <numerusform>%1 more row: the first %4 are listed under “%3”, all %2 in the XLSX and CSV forms of this report.</numerusform>
            <numerusform>%1 more rows: the first %4 are listed under “%3”, all %2 in the XLSX and CSV forms of this report.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The care of %1 children costs %2 a year.</source>
        <translation>
            <numerusform>The care of %1 child costs %2 a year.</numerusform>
            <numerusform>The care of %1 children costs %2 a year.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %1 more children no cost is recorded.</source>
        <translation>
            <numerusform>Of %1 more child no cost is recorded.</numerusform>
            <numerusform>Of %1 more children no cost is recorded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is about the care of %1 children. What it costs is withheld, because it would tell of few children or of one.</source>
        <translation>
            <numerusform>This is about the care of %1 child. What it costs is withheld, because it would tell of few children or of one.</numerusform>
            <numerusform>This is about the care of %1 children. What it costs is withheld, because it would tell of few children or of one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is about the care of %1 children. What it costs is not recorded.</source>
        <translation>
            <numerusform>This is about the care of %1 child. What it costs is not recorded.</numerusform>
            <numerusform>This is about the care of %1 children. What it costs is not recorded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a year on the care of %1 children</source>
        <translation>
            <numerusform>a year on the care of %1 child</numerusform>
            <numerusform>a year on the care of %1 children</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 children in homes or other residential settings have needs that fell and none left that calls for intensive support: could any of them live in a family?</source>
        <translation>
            <numerusform>%1 child in a home or another residential setting has needs that fell and none left that calls for intensive support: could the child live in a family?</numerusform>
            <numerusform>%1 children in homes or other residential settings have needs that fell and none left that calls for intensive support: could any of them live in a family?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %1 children</source>
        <translation>
            <numerusform>; %1 child</numerusform>
            <numerusform>; %1 children</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is recorded of %1 children (need, setting, provider and the rest) explains %2 of the spread of weekly cost. The other %3 goes along with nothing recorded.</source>
        <translation>
            <numerusform>What is recorded of %1 child (need, setting, provider and the rest) explains %2 of the spread of weekly cost. The other %3 goes along with nothing recorded.</numerusform>
            <numerusform>What is recorded of %1 children (need, setting, provider and the rest) explains %2 of the spread of weekly cost. The other %3 goes along with nothing recorded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>children whose needs may allow a step down</source>
        <translation>
            <numerusform>child whose needs may allow a step down</numerusform>
            <numerusform>children whose needs may allow a step down</numerusform>
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
    <name>twelvefold::ui::MainWindow</name>
    <message numerus="yes">
        <source>This store is not as the program left it: %n faults. The first: %1</source>
        <translation>
            <numerusform>This store is not as the program left it: %n fault. The first: %1</numerusform>
            <numerusform>This store is not as the program left it: %n faults. The first: %1</numerusform>
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
