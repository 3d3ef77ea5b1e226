second_header() -> {?LINE, ?FILE}.
-file("claimed.hrl", 7).
second_header_2() -> ?LINE.
