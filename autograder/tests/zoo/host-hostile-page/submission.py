# %% own
print("<script>alert(1)</script><img src=x onerror=alert(2)>")
print("\x1b[2J\x1b]0;title\x07\x1b]8;;http://example.org\x07click\x1b]8;;\x07 \u202ereversed \ud800")
display(type("<script>alert(3)</script>", (), {"_repr_html_": lambda self: "<script>alert(4)</script>"})())
# %% ex-98-1
def double(x):
    """<script>alert(5)</script>"""
    raise type("<script>alert(6)</script>", (ValueError,), {})("<script>alert(7)</script>\x1b[2J\x07")
# %% ex-98-2
class Account:
    raise ValueError("<iframe src='http://example.org'></iframe><script>alert(8)</script>")
