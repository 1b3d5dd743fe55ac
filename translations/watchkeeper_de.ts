<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>State</name>
    <message>
        <source>up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>incident</name>
    <message>
        <source>There is no such incident.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a few words what is wrong: an incident needs a title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The severity is a number from 1 (worst) to 4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a few words why the cause will stay unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what the cause is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which step of the checklist is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a few words how you know that this step is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which section is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say when “%1” was, or take the stamp back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not stamped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be taken back; correct its time instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Fixed” was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incident is in review. If it is back, reopen it; if the time is wrong, correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Back to normal” was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This incident is open already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An incident of this kind cannot begin in that state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how long the work will take at the most before it is announced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say when the work is planned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not over yet: a window has no end. Say when it ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This incident is not over, so it cannot come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a few words (ten letters or more) how you know that it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A post needs a title and a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the post is to be published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This revision is stored already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The post says that it is over, but a window is still open. Stamp “back to normal” first, or choose another status.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next update is promised for a time that is past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The post to be edited is not in this thread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such post.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update %1 came late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept by update %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is promised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A promise needs a time by which it is kept, or what it waits for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such promise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say whether the promise was kept, broken or withdrawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a few words how the promise was settled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no window %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a few words why this window is withdrawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work is over; its plan cannot change any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how long the work will take at the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only planned maintenance that has not begun can be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This maintenance is not in progress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checked when it was finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The start cannot come after “%1”. Correct the one of the two that is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noticed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cause identified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back to normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after-effects over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That time has not come yet. Write when it happened, or leave it open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window cannot be of no length. Correct its start or its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window would end before it starts. Correct its start or its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The duration must be longer than nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start, duration and end contradict each other. Correct one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” would come after “%2”. That happens; say in a few words why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window is longer than a day. If that is right, say in a few words why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start and end lie in the same minute. If that is right, say in a few words why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist is not JSON: %1, at byte %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist needs a name, a version and a title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of the checklist “%2” is not complete or names an unknown rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An incident that is %1 cannot become %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a few words why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window is still open. Stamp “back to normal” first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say when the work is planned and how long it takes at the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the severity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State the cause, or say why it is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish a post, or say why this is not public.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The promise “%1” is open: keep it or withdraw it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step “%1” is to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suspected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>monitoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after-effects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verifying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>incident::Evaluation</name>
    <message>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n failing samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green since back to normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every promise has its time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effect and longest duration are set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exported</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>incident::Evaluation::Predicate</name>
    <message>
        <source>seen on %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ActionButton</name>
    <message>
        <source>Key %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ClockLabel</name>
    <message>
        <source>%1 h %2 min %3 s</source>
        <extracomment>Spoken form of a running clock</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2</source>
        <extracomment>%1 days, %2 is 03:12:41</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s), %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::KeyCap</name>
    <message>
        <source>key %1</source>
        <extracomment>A key of the keyboard, as screen readers say it</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::NoticeBar</name>
    <message>
        <source>Key %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::StampButton</name>
    <message>
        <source>%1. Key %2.</source>
        <comment>what the stamp says; its key</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
