"group:calls:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back4
    -> back8
    -> back12
    -> back16
    -> back23
    -> back27
    -> back31
    -> main
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
    "calls:twice/1"
  reload
    -> enough
  back
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    "calls:twice/1"
  reload3
    -> enough2
  back4
    -> collect5 enough6
  collect5
    lumen_collect
    -> reload7 leave
  enough6
    "calls:twice/1"
  reload7
    -> enough6
  back8
    -> collect9 enough10
  collect9
    lumen_collect
    -> reload11 leave
  enough10
    "calls:twice/1"
  reload11
    -> enough10
  back12
    -> collect13 enough14
  collect13
    lumen_collect
    -> reload15 leave
  enough14
    "calls:twice/1"
  reload15
    -> enough14
  back16
    -> collect17 enough18
  collect17
    lumen_collect
    -> reload19 leave
  enough18
    lumen_bif_math_sqrt_1
    -> ok failed
  reload19
    -> enough18
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> collect20 enough21
  raise
    lumen_raise
  collect20
    lumen_collect
    -> reload22 leave
  enough21
    "group:calls:sum/1"
  reload22
    -> enough21
  back23
    -> collect24 enough25
  collect24
    lumen_collect
    -> reload26 leave
  enough25
    "calls:loop/2"
  reload26
    -> enough25
  back27
    -> collect28 enough29
  collect28
    lumen_collect
    -> reload30 leave
  enough29
    "calls:twice/1"
  reload30
    -> enough29
  back31
    -> collect32 enough33
  collect32
    lumen_collect
    -> reload34 leave
  enough33
    lumen_bif_erlang_display_1
    -> return
  reload34
    -> enough33
  return
  main
    -> enter
  never
"calls:twice/1"
  slots
    -> start
  start
    -> twice
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
    -> return
  reload
    -> enough
  return
  twice
    -> enter
"group:calls:sum/1"
  slots
    -> start
  start
    -> never1
    -> back
    -> sum
  enter
    -> yield go
  entry
    -> yes_1 no_2
  yes_1
    -> collect enough
  no_2
    -> yes_3 no_4
  yes_3
    -> return
  no_4
    lumen_set_function_clause
    -> raise
  yield
    -> leave
  go
    -> entry
  leave
  collect
    lumen_collect
    -> reload leave
  enough
    -> enter
  reload
    -> enough
  back
    -> arith.small arith.other
  arith.done
    -> return
  arith.slow
    lumen_bif_erlang_plus_2
    -> ok failed
  arith.other
    -> arith.float arith.slow
  arith.small
    llvm.sadd.with.overflow.i64
    -> arith.slow arith.done
  arith.float
    llvm.fshl.i64
    llvm.fshl.i64
    llvm.fshl.i64
    -> arith.done arith.slow
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> arith.done
  raise
    lumen_raise
  return
    -> return.inside return.outside
  return.inside
    -> never
    -> back
  return.outside
  never
  sum
    -> enter
  never1
"calls:loop/2"
  slots
    -> start
  start
    -> loop
  enter
    -> yield go
  entry
    llvm.fshr.i64
    -> else_2
    -> case_1
  case_1
    -> return
  else_2
    -> arith.small arith.slow
  yield
    -> leave
  go
    -> entry
  leave
  return
  arith.done
    -> collect enough
  arith.slow
    lumen_bif_erlang_minus_2
    -> ok failed
  arith.small
    llvm.ssub.with.overflow.i64
    -> arith.slow arith.done
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> arith.done
  raise
    lumen_raise
  collect
    lumen_collect
    -> reload leave
  enough
    -> enter
  reload
    -> enough
  loop
    -> enter
"calls:module_info/0"
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
"calls:module_info/1"
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
"calls:main/0"
  thunk
    "group:calls:main/0"
"calls:main/0.return"
  thunk
    "group:calls:main/0"
"calls:sum/1"
  thunk
    "group:calls:sum/1"
"calls:sum/1.return"
  thunk
    "group:calls:sum/1"
