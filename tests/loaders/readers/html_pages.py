"""Invented pages for the tests of HTML, in the layouts that sites have."""

from html import escape

NAVIGATION = '<ul class="nav"><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul>'
LATEST = (
    '<div class="left"><h3>最新文件</h3><ul>'
    + "".join(f'<li><a href="/{n}">关于印发《示例市第{n}个方案》的通知</a> 2024-01-0{n}</li>' for n in range(1, 8))
    + "</ul></div>"
)
FOOTER = (
    "<div><p>主办单位：示例市教育局　承办单位：示例市教育信息中心</p><p>网站标识码：1234567890 示ICP备12345678号</p>"
    "<p>建议使用IE9以上浏览器浏览本网站。</p></div>"
)


def modern(title, paragraphs):
    """A page of boxes with classes of the site's own, buttons and a code to scan below the text."""
    body = "".join(f'<p style="text-indent: 2em">{escape(text)}</p>\n' for text in paragraphs)
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}_示例市教育局</title></head><body>{NAVIGATION}'
        f'<div class="main"><div>当前位置：<a href="/">首页</a> &gt; 文件</div><h1>{title}</h1>'
        f"<div>发布时间：2024-01-01 来源：示例市教育局 浏览次数：12</div><div class=text>{body}</div>"
        f"<div>【打印】 【关闭】</div><div>扫一扫在手机打开当前页</div>{LATEST}</div>{FOOTER}</body></html>"
    )


def named(title, paragraphs):
    """A page whose box of the text has the name that its system gives it, twice."""
    body = "".join(f"<p>\u3000\u3000{escape(text)}</p>" for text in paragraphs)
    return (
        f"<html><head><meta charset=utf-8><title>{title}</title></head><body>{NAVIGATION}<div><h1>{title}</h1>"
        f"<div class=TRS_Editor><style>p {{}}</style><div class=TRS_Editor>{body}</div></div></div>{FOOTER}</body>"
    )


def old(title, paragraphs):
    """A page of tables, its text in one cell, parted by <br> and set in by spaces."""
    body = "".join(f"&nbsp;&nbsp;&nbsp; {escape(text)}<br>\n" for text in paragraphs)
    return (
        f"<HTML><BODY><TABLE width=1000><TR><TD colspan=2>{NAVIGATION}<TR><TD width=200>{LATEST}<TD><TABLE>"
        f"<TR><TD align=center><B>{title}</B><TR><TD>来源：本站　点击数：12 [<a href=#>打印</a>]"
        f"<TR><TD><FONT size=3>{body}</FONT><TR><TD>上一篇：<a href=1>关于某事的通知</a></TABLE>"
        f"<TR><TD colspan=2>{FOOTER}</TABLE></BODY></HTML>"
    )


def word(title, paragraphs):
    """A document that a word processor saved as a page: text in pieces, line ends inside tags, no site around it."""
    body = "".join(
        f'<p class=MsoNormal style="text-indent:32.0pt"><span lang=EN-US>{escape(text[:3])}</span><span\nstyle="color:'
        f'black">{escape(text[3:])}<o:p></o:p></span></p>\n'
        for text in [title, *paragraphs]
    )
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type '
        'content="text/html; charset=gb2312"><style>p.MsoNormal {margin:0cm}</style></head><body lang=ZH-CN>'
        f"<div class=WordSection1>{body}</div></body></html>"
    )


def twice(title, paragraphs):
    """A page that says its text for screens, for telephones, and once more with its lines run together."""
    body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    return (
        f"<body>{NAVIGATION}<div class=pc><h1>{title}</h1>{body}</div><div class=wap><h1>{title}</h1>{body}</div>"
        f"<div>{title}{escape(''.join(paragraphs))}</div>{FOOTER}</body>"
    )


def unclosed(title, paragraphs):
    """A page without closing tags, so that each paragraph holds all those after it."""
    body = "".join(f"<P><FONT face=仿宋>\u3000\u3000{escape(text)}" for text in paragraphs)
    return f"<HTML><BODY>{NAVIGATION}<TABLE><TR><TD>{LATEST}<TD><FONT size=4>{title}</FONT>{body}</TABLE>{FOOTER}"


LAYOUTS = (modern, named, old, word, twice, unclosed)
