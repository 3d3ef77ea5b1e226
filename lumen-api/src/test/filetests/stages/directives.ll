"directives:chosen/0"
  slots
    -> start
  start
    -> chosen
  enter
    -> leave go
  entry
    -> return
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  return
    -> jump1
  jump1
  chosen
    -> enter
"directives:age/0"
  slots
    -> start
  start
    -> age
  enter
    -> leave go
  entry
    -> return
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  return
    -> jump1
  jump1
  age
    -> enter
"directives:named/0"
  slots
    -> start
  start
    -> named
  enter
    -> leave go
  entry
    -> return
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  return
    -> jump1
  jump1
  named
    -> enter
"group:directives:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back2
    -> back5
    -> main
  enter
    -> leave go
  entry
    -> jump1
  no_3
    -> join_1
  join_1
    lumen_bif_erlang_display_1
    -> return
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  back
    -> collect enough
  jump1
    "directives:chosen/0"
  collect
    -> leave14
  enough
    -> jump3
  back2
    -> collect enough4
  jump3
    "directives:age/0"
  enough4
    -> jump6
  back5
    -> collect enough7
  jump6
    "directives:named/0"
  enough7
    llvm.sadd.with.overflow.i64
    -> arith.slow arith.done
  arith.done
    llvm.sadd.with.overflow.i64
    -> arith.slow9 arith.done8
  arith.slow
    lumen_bif_erlang_plus_2
    -> ok failed
  failed
    -> raise.builtin
  ok
    -> arith.done
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> jump13
  arith.done8
    -> edge no_3
  arith.slow9
    lumen_bif_erlang_plus_2
    -> ok11 failed10
  failed10
    -> raise.builtin
  ok11
    -> arith.done8
  edge
    -> join_1
  return
    -> jump12
  jump12
  jump13
  leave14
  main
    -> enter
  never
"directives:module_info/0"
  slots
    -> start
  start
    -> module_info
  enter
    -> leave go
  entry
    lumen_bif_erlang_get_module_info_1
    -> ok failed
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  failed
    -> raise.builtin
  ok
    -> return
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> jump2
  return
    -> jump1
  jump1
  jump2
  module_info
    -> enter
"directives:module_info/1"
  slots
    -> start
  start
    -> module_info
  enter
    -> leave go
  entry
    lumen_bif_erlang_get_module_info_2
    -> ok failed
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  failed
    -> raise.builtin
  ok
    -> return
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> jump2
  return
    -> jump1
  jump1
  jump2
  module_info
    -> enter
"directives:main/0"
  thunk
    -> jump
  jump
    "group:directives:main/0"
"directives:main/0.return"
  thunk
    -> jump
  jump
    "group:directives:main/0"
