"group:branches:main/0"
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
    "branches:decide/1"
  reload
    -> enough
  back
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    "branches:decide/1"
  reload3
    -> enough2
  back4
    -> collect5 enough6
  collect5
    lumen_collect
    -> reload7 leave
  enough6
    "branches:decide/1"
  reload7
    -> enough6
  back8
    -> collect9 enough10
  collect9
    lumen_collect
    -> reload11 leave
  enough10
    "branches:sign/1"
  reload11
    -> enough10
  back12
    -> collect13 enough14
  collect13
    lumen_collect
    -> reload15 leave
  enough14
    "branches:sign/1"
  reload15
    -> enough14
  back16
    -> collect17 enough18
  collect17
    lumen_collect
    -> reload19 leave
  enough18
    "branches:block/1"
  reload19
    -> enough18
  back20
    -> collect21 enough22
  collect21
    lumen_collect
    -> reload23 leave
  enough22
    lumen_bif_erlang_display_1
    -> return
  reload23
    -> enough22
  return
  main
    -> enter
  never
"branches:decide/1"
  slots
    -> start
  start
    -> decide
  enter
    -> yield go
  entry
    -> more known
  yes_2
    -> match_5
    -> case_4
  case_4
    -> compare.small compare.other
  no_3
    -> match_5
    -> case_7
  case_7
    -> join_1
  match_5
    -> join_1
  join_1
    -> return
  yield
    -> leave
  go
    -> entry
  leave
  more
    -> known
  known
    -> collect enough
  collect
    lumen_collect
    -> reload leave
  enough
    -> yes_2 no_3
  reload
    -> enough
  compare.slow
    lumen_compare
    -> compared
  compared
    -> edge edge1
  compare.small
    -> compared
  compare.other
    -> compare.slow
  edge
    -> join_1
  edge1
    -> join_1
  return
  decide
    -> enter
"branches:sign/1"
  slots
    -> start
  start
    -> sign
  enter
    -> yield go
  entry
    -> compare.small compare.other
  body_1
    -> return
  next_2
    -> arith.small arith.slow
  yield
    -> leave
  go
    -> entry
  leave
  compare.slow
    lumen_compare
    -> compared
  compared
    -> body_1 next_2
  compare.small
    -> compared
  compare.other
    -> compare.slow
  return
  arith.done
    -> collect enough
  arith.slow
    lumen_bif_erlang_minus_1
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
    -> return
  reload
    -> enough
  sign
    -> enter
"branches:block/1"
  slots
    -> start
  start
    -> block
  enter
    -> yield go
  entry
    -> arith.small arith.slow
  yield
    -> leave
  go
    -> entry
  leave
  arith.done
    -> arith.small3 arith.slow2
  arith.slow
    lumen_bif_erlang_plus_2
    -> ok failed
  arith.small
    llvm.sadd.with.overflow.i64
    -> arith.slow arith.done
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> arith.done
  raise
    lumen_raise
  arith.done1
    -> return
  arith.slow2
    lumen_bif_erlang_plus_2
    -> ok5 failed4
  arith.small3
    llvm.sadd.with.overflow.i64
    -> arith.slow2 arith.done1
  failed4
    lumen_set_builtin_failure
    -> raise
  ok5
    -> arith.done1
  return
  block
    -> enter
"branches:module_info/0"
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
"branches:module_info/1"
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
"branches:main/0"
  thunk
    "group:branches:main/0"
"branches:main/0.return"
  thunk
    "group:branches:main/0"
