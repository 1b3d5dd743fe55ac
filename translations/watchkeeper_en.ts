<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>FigurePreview</name>
    <message numerus="yes">
        <source>%Ln series: too many to draw. Choose values of labels until few are left, or make one number of them: Sum or Highest.</source>
        <translation>
            <numerusform>%Ln series: too many to draw. Choose values of labels until few are left, or make one number of them: Sum or Highest.</numerusform>
            <numerusform>%Ln series: too many to draw. Choose values of labels until few are left, or make one number of them: Sum or Highest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series. Choose one of them, or make one number of them: Sum or Highest.</source>
        <translation>
            <numerusform>%n series. Choose one of them, or make one number of them: Sum or Highest.</numerusform>
            <numerusform>%n series. Choose one of them, or make one number of them: Sum or Highest.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthSummary</name>
    <message numerus="yes">
        <source>%n good</source>
        <translation>
            <numerusform>%n good</numerusform>
            <numerusform>%n good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not measured</source>
        <translation>
            <numerusform>%n not measured</numerusform>
            <numerusform>%n not measured</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n paused</numerusform>
            <numerusform>%n paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusSite</name>
    <message numerus="yes">
        <source>%n incidents</source>
        <translation>
            <numerusform>%n incident</numerusform>
            <numerusform>%n incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n maintenances</source>
        <translation>
            <numerusform>%n maintenance</numerusform>
            <numerusform>%n maintenances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n updates</source>
        <translation>
            <numerusform>The %n update</numerusform>
            <numerusform>All %n updates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trouble on %n days.</source>
        <translation>
            <numerusform>Trouble on %n day.</numerusform>
            <numerusform>Trouble on %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app</name>
    <message numerus="yes">
        <source>%n posts</source>
        <translation>
            <numerusform>%n post</numerusform>
            <numerusform>%n posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incidents stored.</source>
        <translation>
            <numerusform>%n incident stored.</numerusform>
            <numerusform>%n incidents stored.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>entry</name>
    <message numerus="yes">
        <source>%n of them</source>
        <translation>
            <numerusform>%n of them</numerusform>
            <numerusform>%n of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>http</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>importing</name>
    <message numerus="yes">
        <source>The feed has more than %n pages; the older ones were not read. Allow more pages to have them.</source>
        <translation>
            <numerusform>The feed has more than %n page; the older ones were not read. Allow more pages to have them.</numerusform>
            <numerusform>The feed has more than %n pages; the older ones were not read. Allow more pages to have them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>incident</name>
    <message numerus="yes">
        <source>%n failing samples</source>
        <translation>
            <numerusform>%n failing sample</numerusform>
            <numerusform>%n failing samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>green for %n minutes</source>
        <translation>
            <numerusform>green for %n minute</numerusform>
            <numerusform>green for %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” has run %n time(s) in the last hour, and may not run again yet.</source>
        <translation>
            <numerusform>“%1” has run once in the last hour, and may not run again yet.</numerusform>
            <numerusform>“%1” has run %n times in the last hour, and may not run again yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>publish</name>
    <message numerus="yes">
        <source>%1 cuts the title after %n character(s).</source>
        <translation>
            <numerusform>%1 cuts the title after %n character.</numerusform>
            <numerusform>%1 cuts the title after %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 does not take a text of more than %n character(s). Shorten it.</source>
        <translation>
            <numerusform>%1 does not take a text of more than %n character. Shorten it.</numerusform>
            <numerusform>%1 does not take a text of more than %n characters. Shorten it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>source</name>
    <message numerus="yes">
        <source>Its certificate ends in %n day(s).</source>
        <translation>
            <numerusform>Its certificate ends in %n day.</numerusform>
            <numerusform>Its certificate ends in %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>certificate: %n day(s) left</source>
        <translation>
            <numerusform>certificate: %n day left</numerusform>
            <numerusform>certificate: %n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AlertsPanel</name>
    <message numerus="yes">
        <source>%1: %n alerts</source>
        <extracomment>%1 the name of a rule, then how many alerts it has raised</extracomment>
        <translation>
            <numerusform>%1: %n alert</numerusform>
            <numerusform>%1: %n alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ClockLabel</name>
    <message numerus="yes">
        <source>%n days, %1</source>
        <translation>
            <numerusform>%n day, %1</numerusform>
            <numerusform>%n days, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DutyList</name>
    <message numerus="yes">
        <source>%n owed</source>
        <translation>
            <numerusform>%n owed</numerusform>
            <numerusform>%n owed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FormWriter</name>
    <message numerus="yes">
        <source>%1 runs: %2 (at most %n time(s) an hour)</source>
        <extracomment>%1 a name, %2 a command with its arguments, %n times</extracomment>
        <translation>
            <numerusform>%1 runs: %2 (at most once an hour)</numerusform>
            <numerusform>%1 runs: %2 (at most %n times an hour)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::HistoryView</name>
    <message numerus="yes">
        <source>Medians of the last %n incidents: %1.</source>
        <translation>
            <numerusform>Of the last incident: %1.</numerusform>
            <numerusform>Medians of the last %n incidents: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incidents hold these words.</source>
        <translation>
            <numerusform>%n incident holds these words.</numerusform>
            <numerusform>%n incidents hold these words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportDialog</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known</source>
        <translation>
            <numerusform>%n known</numerusform>
            <numerusform>%n known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not understood</source>
        <translation>
            <numerusform>%n not understood</numerusform>
            <numerusform>%n not understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incidents imported.</source>
        <translation>
            <numerusform>%n incident imported.</numerusform>
            <numerusform>%n incidents imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n incidents</source>
        <translation>
            <numerusform>Import %n incident</numerusform>
            <numerusform>Import %n incidents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::IncidentStrip</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n monitors well</source>
        <translation>
            <numerusform>%1 of %n monitor well</numerusform>
            <numerusform>%1 of %n monitors well</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message numerus="yes">
        <source>%n not measured</source>
        <translation>
            <numerusform>%n not measured</numerusform>
            <numerusform>%n not measured</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MetricPicker</name>
    <message numerus="yes">
        <source>%Ln metrics</source>
        <translation>
            <numerusform>%Ln metric</numerusform>
            <numerusform>%Ln metrics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln values</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MonitorsPage</name>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PlaceSection</name>
    <message numerus="yes">
        <source>%n post(s) waiting</source>
        <translation>
            <numerusform>%n post waiting</numerusform>
            <numerusform>%n posts waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PromiseList</name>
    <message numerus="yes">
        <source>%n promised, and owed once it is published</source>
        <translation>
            <numerusform>%n promised, and owed once it is published</numerusform>
            <numerusform>%n promised, and owed once it is published</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StatisticsDialog</name>
    <message numerus="yes">
        <source>from %n incidents</source>
        <translation>
            <numerusform>from %n incident</numerusform>
            <numerusform>from %n incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incidents</source>
        <translation>
            <numerusform>%n incident</numerusform>
            <numerusform>%n incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last %n months</source>
        <translation>
            <numerusform>the last month</numerusform>
            <numerusform>the last %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incidents; what is not known is left out, never taken for 0.</source>
        <translation>
            <numerusform>%n incident; what is not known is left out, never taken for 0.</numerusform>
            <numerusform>%n incidents; what is not known is left out, never taken for 0.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::WallView</name>
    <message numerus="yes">
        <source>%n down</source>
        <translation>
            <numerusform>%n down</numerusform>
            <numerusform>%n down</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n degraded</source>
        <translation>
            <numerusform>%n degraded</numerusform>
            <numerusform>%n degraded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not measured</source>
        <translation>
            <numerusform>%n not measured</numerusform>
            <numerusform>%n not measured</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n monitors up</source>
        <translation>
            <numerusform>%1 of %n monitor up</numerusform>
            <numerusform>%1 of %n monitors up</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>upstream</name>
    <message numerus="yes">
        <source>It answers. %n alerts fire.</source>
        <translation>
            <numerusform>It answers. %n alert fires.</numerusform>
            <numerusform>It answers. %n alerts fire.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promises are open.</source>
        <translation>
            <numerusform>%n promise is open.</numerusform>
            <numerusform>%n promises are open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier estimates near %1</source>
        <translation>
            <numerusform>%n earlier estimate near %1</numerusform>
            <numerusform>%n earlier estimates near %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n measurements while it lasted succeeded.</source>
        <translation>
            <numerusform>The %n measurement while it lasted succeeded.</numerusform>
            <numerusform>All %n measurements while it lasted succeeded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n measurements failed while it lasted.</source>
        <translation>
            <numerusform>%1 of %n measurement failed while it lasted.</numerusform>
            <numerusform>%1 of %n measurements failed while it lasted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>due in %n days</source>
        <translation>
            <numerusform>due in %n day</numerusform>
            <numerusform>due in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>overdue by %n days</source>
        <translation>
            <numerusform>overdue by %n day</numerusform>
            <numerusform>overdue by %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wordpress::ArchiveFetch</name>
    <message numerus="yes">
        <source>The site has more than %n pages of posts; the newer ones were not read. Allow more pages to have them.</source>
        <translation>
            <numerusform>The site has more than %n page of posts; the newer ones were not read. Allow more pages to have them.</numerusform>
            <numerusform>The site has more than %n pages of posts; the newer ones were not read. Allow more pages to have them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posts that Watchkeeper wrote itself were left out.</source>
        <translation>
            <numerusform>%n post that Watchkeeper wrote itself was left out.</numerusform>
            <numerusform>%n posts that Watchkeeper wrote itself were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posts with a password were left out.</source>
        <translation>
            <numerusform>%n post with a password was left out.</numerusform>
            <numerusform>%n posts with a password were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posts could not be read.</source>
        <translation>
            <numerusform>%n post could not be read.</numerusform>
            <numerusform>%n posts could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workflow</name>
    <message numerus="yes">
        <source>about %1, %2 % of what is usual, by %n week(s)</source>
        <extracomment>%1 a number with its unit, %2 a number; %n weeks that were looked at</extracomment>
        <translation>
            <numerusform>about %1, %2 % of what is usual, by %n week</numerusform>
            <numerusform>about %1, %2 % of what is usual, by %n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workflow::ArchiveImport</name>
    <message numerus="yes">
        <source>%n entries fetched</source>
        <translation>
            <numerusform>%n entry fetched</numerusform>
            <numerusform>%n entries fetched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>workflow::Publishing</name>
    <message numerus="yes">
        <source>%n promise(s) open</source>
        <translation>
            <numerusform>%n promise open</numerusform>
            <numerusform>%n promises open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) waiting</source>
        <translation>
            <numerusform>%n post waiting</numerusform>
            <numerusform>%n posts waiting</numerusform>
        </translation>
    </message>
</context>
</TS>
