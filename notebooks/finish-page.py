"""Makes a page of nbconvert stand alone: python finish-page.py <page.html>

nbconvert's pages load scripts from the network, or from folders of the machine that made them, which no notebook here
needs. They go; a policy forbids the page to ask for anything; long lines of code are wrapped instead of cut, and a page
on paper shows its charts and tables whole.
"""

import re
import sys

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
STYLE = """
.highlight pre, .jp-OutputArea-output pre { white-space: pre-wrap; overflow-wrap: anywhere; word-break: normal; }
.jp-OutputArea-output pre.frame { white-space: pre; font-size: 10px; line-height: 1.3; overflow-x: auto; }
.jp-OutputArea-output img { max-width: 100%; height: auto; }
.jp-Notebook { max-width: 60rem; margin: 0 auto; }
@page { size: A4; margin: 18mm; }
@media print {
  .jp-Notebook { max-width: none; padding: 0; }
  .jp-InputPrompt, .jp-OutputPrompt { display: none; }
  .jp-OutputArea-output pre.frame { font-size: 5.8pt; }
  .jp-Cell, .jp-OutputArea-output { break-inside: avoid; }
  h1, h2, h3 { break-after: avoid; }
}
"""

path = sys.argv[1]
with open(path, encoding="utf-8") as file:
    page = file.read()
page = re.sub(r"<script\b.*?</script>\s*", "", page, flags=re.DOTALL)
# Frames are drawn with lines, which wrapping would tear.
page = re.sub(r"╔[^╝]*╝\n?", r'</pre><pre class="frame">\g<0></pre><pre>', page)
page = re.sub(r"<pre>\s*</pre>", "", page)
head = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
page = page.replace("<head>", f"<head>{head}", 1).replace("</head>", f"<style>{STYLE}</style>\n</head>", 1)
outside = re.findall(r"""(?:\ssrc=|<link\b[^>]*\shref=)["'](?!data:)[^"']*""", page)
if outside or head not in page or STYLE not in page:
    sys.exit(f"{path} does not stand alone: {outside}")
with open(path, "w", encoding="utf-8") as file:
    file.write(page)
