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
    -> back20
    -> back24
    -> back28
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
    lumen_bif_math_sqrt_1
    -> ok failed
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> collect17 enough18
  raise
    lumen_raise
  collect17
    lumen_collect
    -> reload19 leave
  enough18
    "group:calls:sum/1"
  reload19
    -> enough18
  back20
    -> collect21 enough22
  collect21
    lumen_collect
    -> reload23 leave
  enough22
    "calls:loop/2"
  reload23
    -> enough22
  back24
    -> collect25 enough26
  collect25
    lumen_collect
    -> reload27 leave
  enough26
    "calls:twice/1"
  reload27
    -> enough26
  back28
    -> collect29 enough30
  collect29
    lumen_collect
    -> reload31 leave
  enough30
    lumen_bif_erlang_display_1
    -> return
  reload31
    -> enough30
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
    lumen_bif_erlang_get_module_info_1
    -> ok failed
  yield
    -> leave
  go
    -> entry
  leave
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
    lumen_bif_erlang_get_module_info_2
    -> ok failed
  yield
    -> leave
  go
    -> entry
  leave
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
