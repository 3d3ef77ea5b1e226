"directives:chosen/0"
  slots
    -> start
  start
    -> chosen
  enter
    -> yield go
  entry
    -> return
  yield
    -> leave
  go
    -> entry
  leave
  return
  chosen
    -> enter
"directives:age/0"
  slots
    -> start
  start
    -> age
  enter
    -> yield go
  entry
    -> return
  yield
    -> leave
  go
    -> entry
  leave
  return
  age
    -> enter
"directives:named/0"
  slots
    -> start
  start
    -> named
  enter
    -> yield go
  entry
    -> return
  yield
    -> leave
  go
    -> entry
  leave
  return
  named
    -> enter
"group:directives:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back4
    -> back8
    -> main
  enter
    -> yield go
  entry
    -> collect enough
  no_3
    -> join_1
  join_1
    lumen_bif_erlang_display_1
    -> return
  yield
    -> leave
  go
    -> entry
  leave
  collect
    lumen_collect
    -> reload leave
  enough
    "directives:chosen/0"
  reload
    -> enough
  back
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    "directives:age/0"
  reload3
    -> enough2
  back4
    -> collect5 enough6
  collect5
    lumen_collect
    -> reload7 leave
  enough6
    "directives:named/0"
  reload7
    -> enough6
  back8
    llvm.sadd.with.overflow.i64
    -> arith.slow arith.done
  arith.done
    llvm.sadd.with.overflow.i64
    -> arith.slow10 arith.done9
  arith.slow
    lumen_bif_erlang_plus_2
    -> ok failed
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> arith.done
  raise
    lumen_raise
  arith.done9
    -> collect13 enough14
  arith.slow10
    lumen_bif_erlang_plus_2
    -> ok12 failed11
  failed11
    lumen_set_builtin_failure
    -> raise
  ok12
    -> arith.done9
  collect13
    lumen_collect
    -> reload15 leave
  enough14
    -> edge no_3
  reload15
    -> enough14
  edge
    -> join_1
  return
  main
    -> enter
  never
"directives:module_info/0"
  slots
    -> start
  start
    -> module_info
  enter
    -> yield go
  entry
    -> collect enough
  yield
    -> leave
  go
    -> entry
  leave
  collect
    lumen_collect
    -> reload leave
  enough
    lumen_bif_erlang_get_module_info_1
    -> ok failed
  reload
    -> enough
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> return
  raise
    lumen_raise
  return
  module_info
    -> enter
"directives:module_info/1"
  slots
    -> start
  start
    -> module_info
  enter
    -> yield go
  entry
    -> collect enough
  yield
    -> leave
  go
    -> entry
  leave
  collect
    lumen_collect
    -> reload leave
  enough
    lumen_bif_erlang_get_module_info_2
    -> ok failed
  reload
    -> enough
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> return
  raise
    lumen_raise
  return
  module_info
    -> enter
"directives:main/0"
  thunk
    "group:directives:main/0"
"directives:main/0.return"
  thunk
    "group:directives:main/0"
