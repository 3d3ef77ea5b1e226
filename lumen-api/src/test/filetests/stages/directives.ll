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
    -> exit
  go
    -> entry
  exit
    -> jump
  return
    -> exit
  jump
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
    -> exit
  go
    -> entry
  exit
    -> jump
  return
    -> exit
  jump
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
    -> exit
  go
    -> entry
  exit
    -> jump
  return
    -> exit
  jump
  named
    -> enter
"group:directives:main/0"
  slots
    -> start
  start
    -> back next
  enter
    -> leave go
  entry
    -> exit
  no_3
    -> join_1
  join_1
    lumen_bif_erlang_display_1
    -> return
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  back
    -> collect enough
  collect
    -> leave9
  enough
    -> exit
  back1
    -> collect enough2
  enough2
    -> exit
  back3
    -> collect enough4
  enough4
    llvm.sadd.with.overflow.i64
    -> arith.slow arith.done
  arith.done
    llvm.sadd.with.overflow.i64
    -> arith.slow6 arith.done5
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
    -> exit
  arith.done5
    -> edge no_3
  arith.slow6
    lumen_bif_erlang_plus_2
    -> ok8 failed7
  failed7
    -> raise.builtin
  ok8
    -> arith.done5
  edge
    -> join_1
  return
    -> exit
  leave9
  jump
  main
    -> enter
  never
  next
    -> back1 next10
  next10
    -> back3 next11
  next11
    -> main never
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
    -> exit
  go
    -> entry
  exit
    -> jump
  failed
    -> raise.builtin
  ok
    -> return
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> exit
  return
    -> exit
  jump
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
    -> exit
  go
    -> entry
  exit
    -> jump
  failed
    -> raise.builtin
  ok
    -> return
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> exit
  return
    -> exit
  jump
  module_info
    -> enter
"directives:main/0"
  thunk
    "group:directives:main/0"
"directives:main/0.return"
  thunk
    "group:directives:main/0"
