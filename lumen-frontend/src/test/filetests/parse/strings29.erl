%! test parse otp=29
-module(strings29).
sigils() ->
    ~"plain", ~b"es\ncaped", ~B"ver\nbatim", ~s"string\t", ~S"ver\tbatim", ~(p), ~[b], ~{c}, ~<a>, ~/s/, ~|b|, ~#h#,
    ~'q', ~`g`, ~"αβγ", ~s(a"b), ~S[\], ~"", ~b{\x{3b1}}, ~s/a\/b/.
triple() ->
    """
    first "quoted" line
      second \n verbatim

    fourth
    """, ~"""
    binary
    """, ~b"""
      escaped\tand \
      joined
      """, ~S"""
    x
    """, """"
    """ inside
    """", """
    """, """

    """.
numbers() -> {2#1.01, 16#a.8#e2, 10#1.5#e-1, 36#z.z}.
