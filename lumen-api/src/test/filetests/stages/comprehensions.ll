"group:comprehensions:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back4
    -> back8
    -> back12
    -> back16
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
    "comprehensions:list/1"
  reload
    -> enough
  back
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    "comprehensions:pairs/2"
  reload3
    -> enough2
  back4
    -> collect5 enough6
  collect5
    lumen_collect
    -> reload7 leave
  enough6
    "comprehensions:bytes/1"
  reload7
    -> enough6
  back8
    -> collect9 enough10
  collect9
    lumen_collect
    -> reload11 leave
  enough10
    "group:comprehensions:inverse/1"
  reload11
    -> enough10
  back12
    -> collect13 enough14
  collect13
    lumen_collect
    -> reload15 leave
  enough14
    "comprehensions:nested/0"
  reload15
    -> enough14
  back16
    -> collect17 enough18
  collect17
    lumen_collect
    -> reload19 leave
  enough18
    lumen_bif_erlang_display_1
    -> return
  reload19
    -> enough18
  return
  main
    -> enter
  never
"comprehensions:list/1"
  slots
    -> start
  start
    -> list
  enter
    -> yield go
  entry
    "group:comprehensions:-list/1-lc$^0/1-0-/1"
  yield
    -> leave
  go
    -> entry
  leave
  list
    -> enter
"group:comprehensions:-list/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> never9
    -> back
    -> "-list/1-lc$^0/1-0-"
  enter
    -> yield go
  entry
    -> yes_1 no_2
  yes_1
    -> known more
  yes_5
    -> compare.small compare.other
  body_3
    -> arith.small arith.other
  next_4
    -> enter
  no_2
    -> yes_7 no_8
  yes_7
    -> return
  no_8
    -> collect6 enough7
  yield
    -> leave
  go
    -> entry
  leave
  more
    -> more1 known2
  known
    -> yes_5 next_4
  more1
    -> known2
  known2
    -> known
  compare.slow
    lumen_compare
    -> compared
  compared
    -> body_3 next_4
  compare.small
    -> compared
  compare.other
    -> compare.slow
  arith.done
    -> collect enough
  arith.slow
    lumen_bif_erlang_times_2
    -> ok failed
  arith.other
    -> arith.float arith.slow
  arith.small
    llvm.smul.with.overflow.i64
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
  collect
    lumen_collect
    -> reload leave
  enough
    -> enter
  reload
    -> enough
  back
    -> collect3 enough4
  collect3
    lumen_collect
    -> reload5 leave
  enough4
    -> return
  reload5
    -> enough4
  return
    -> return.inside return.outside
  collect6
    lumen_collect
    -> reload8 leave
  enough7
    lumen_set_exception
    -> raise
  reload8
    -> enough7
  return.inside
    -> never
    -> back
  return.outside
  never
  "-list/1-lc$^0/1-0-"
    -> enter
  never9
"comprehensions:pairs/2"
  slots
    -> start
  start
    -> pairs
  enter
    -> yield go
  entry
    "group:comprehensions:-pairs/2-lc$^0/1-0-/2"
  yield
    -> leave
  go
    -> entry
  leave
  pairs
    -> enter
"group:comprehensions:-pairs/2-lc$^0/1-0-/2"
  slots
    -> start
  start
    -> never21
    -> back
    -> "-pairs/2-lc$^0/1-0-"
    -> "-pairs/2-lc$^1/1-1-"
  enter
    -> yield go
  entry
    -> yes_1 no_2
  yes_1
    -> enter1
  no_2
    -> yes_3 no_4
  yes_3
    -> return
  no_4
    -> collect enough
  enter1
    -> yield7 go8
  entry2
    -> more known
  yes_13
    lumen_bits_size
    -> yes_34 no_45
  yes_34
    lumen_bits_get_integer
    -> collect9 enough10
  no_45
    -> enter
  no_26
    -> collect18 enough19
  yield
    -> leave
  go
    -> entry
  leave
  return
    -> return.inside return.outside
  collect
    lumen_collect
    -> reload leave
  enough
    lumen_set_exception
    -> raise
  reload
    -> enough
  raise
    lumen_raise
  yield7
    -> leave
  go8
    -> entry2
  more
    -> known
  known
    -> yes_13 no_26
  collect9
    lumen_collect
    -> reload11 leave
  enough10
    lumen_bits_get_slice
    -> collect12 enough13
  reload11
    -> enough10
  collect12
    lumen_collect
    -> reload14 leave
  enough13
    -> enter1
  reload14
    -> enough13
  back
    -> collect15 enough16
  collect15
    lumen_collect
    -> reload17 leave
  enough16
    -> return
  reload17
    -> enough16
  collect18
    lumen_collect
    -> reload20 leave
  enough19
    lumen_set_exception
    -> raise
  reload20
    -> enough19
  return.inside
    -> never
    -> back
  return.outside
  never
  "-pairs/2-lc$^0/1-0-"
    -> enter
  "-pairs/2-lc$^1/1-1-"
    -> enter1
  never21
"comprehensions:bytes/1"
  slots
    -> start
  start
    -> bytes
  enter
    -> yield go
  entry
    "group:comprehensions:-bytes/1-lbc$^0/2-0-/3"
  yield
    -> leave
  go
    -> entry
  leave
  bytes
    -> enter
"group:comprehensions:-bytes/1-lbc$^0/2-0-/3"
  slots
    -> start
  start
    -> never
    -> back
    -> "-bytes/1-lbc$^0/2-0-"
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
    -> collect1 enough2
  yield
    -> leave
  go
    -> entry
  leave
  collect
    lumen_collect
    -> reload leave
  enough
    "comprehensions:-bytes/1-lbc$^1/2-1-/3"
  reload
    -> enough
  back
    -> enter
  return
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    lumen_set_exception
    -> raise
  reload3
    -> enough2
  raise
    lumen_raise
  "-bytes/1-lbc$^0/2-0-"
    -> enter
  never
"comprehensions:-bytes/1-lbc$^1/2-1-/3"
  slots
    -> start
  start
    -> "-bytes/1-lbc$^1/2-1-"
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
    -> collect3 enough4
  yield
    -> leave
  go
    -> entry
  leave
  collect
    lumen_collect
    -> reload leave
  enough
    lumen_bits_begin_append
    -> bits.next bits.failed
  reload
    -> enough
  bits.failed
    -> raise
  bits.next
    lumen_bits_put_integer
    -> bits.next1 bits.failed
  bits.next1
    lumen_bits_put_integer
    -> bits.next2 bits.failed
  bits.next2
    lumen_bits_finish
    -> enter
  raise
    lumen_raise
  return
  collect3
    lumen_collect
    -> reload5 leave
  enough4
    lumen_set_exception
    -> raise
  reload5
    -> enough4
  "-bytes/1-lbc$^1/2-1-"
    -> enter
"group:comprehensions:inverse/1"
  slots
    -> start
  start
    -> never
    -> back
    -> inverse
  enter
    -> yield go
  entry
    -> more known
  yes_2
    -> join_1
  no_3
    -> more1 known2
  no_5
    -> edge3 no_7
  no_7
    -> else_9
    -> case_8
  case_8
    -> join_1
  else_9
    lumen_set_exception
    -> raise
  join_1
    "group:comprehensions:-inverse/1-lc$^0/1-0-/1"
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
  more1
    -> known2
  known2
    -> edge no_5
  edge
    -> join_1
  edge3
    -> join_1
  raise
    lumen_raise
  back
    -> collect4 enough5
  collect4
    lumen_collect
    -> reload6 leave
  enough5
    lumen_bif_maps_from_list_1
    -> ok failed
  reload6
    -> enough5
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> return
  return
  inverse
    -> enter
  never
"group:comprehensions:-inverse/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> never7
    -> back
    -> "-inverse/1-lc$^0/1-0-"
  enter
    -> yield go
  entry
    -> more known
  yes_1
    -> collect enough
  no_2
    -> else_4
    -> case_3
  case_3
    -> return
  else_4
    -> collect4 enough5
  yes_5
    lumen_bif_erts_internal_map_next_3
    -> ok failed
  no_6
    lumen_set_exception
    -> raise
  yield
    -> leave
  go
    -> entry
  leave
  more
    -> known
  known
    -> yes_1 no_2
  collect
    lumen_collect
    -> reload leave
  enough
    -> enter
  reload
    -> enough
  back
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    -> return
  reload3
    -> enough2
  return
    -> return.inside return.outside
  collect4
    lumen_collect
    -> reload6 leave
  enough5
    -> yes_5 no_6
  reload6
    -> enough5
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> enter
  raise
    lumen_raise
  return.inside
    -> never
    -> back
  return.outside
  never
  "-inverse/1-lc$^0/1-0-"
    -> enter
  never7
"comprehensions:nested/0"
  slots
    -> start
  start
    -> nested
  enter
    -> yield go
  entry
    "group:comprehensions:-nested/0-lc$^0/1-0-/1"
  yield
    -> leave
  go
    -> entry
  leave
  nested
    -> enter
"group:comprehensions:-nested/0-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> never11
    -> back
    -> back4
    -> "-nested/0-lc$^0/1-0-"
  enter
    -> yield go
  entry
    -> yes_1 no_2
  yes_1
    -> more known
  yes_3
    -> match_4
    -> case_5
  case_5
    -> collect enough
  no_2
    -> yes_6 no_7
  yes_6
    -> return
  no_7
    -> collect8 enough9
  match_4
    -> enter
  yield
    -> leave
  go
    -> entry
  leave
  more
    -> known
  known
    -> yes_3 match_4
  collect
    lumen_collect
    -> reload leave
  enough
    "group:comprehensions:-nested/0-lc$^1/1-1-/1"
  reload
    -> enough
  back
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    -> enter
  reload3
    -> enough2
  back4
    -> collect5 enough6
  collect5
    lumen_collect
    -> reload7 leave
  enough6
    -> return
  reload7
    -> enough6
  return
    -> return.inside return.outside
  collect8
    lumen_collect
    -> reload10 leave
  enough9
    lumen_set_exception
    -> raise
  reload10
    -> enough9
  raise
    lumen_raise
  return.inside
    -> never
    -> back
    -> back4
  return.outside
  never
  "-nested/0-lc$^0/1-0-"
    -> enter
  never11
"group:comprehensions:-nested/0-lc$^1/1-1-/1"
  slots
    -> start
  start
    -> never7
    -> back
    -> "-nested/0-lc$^1/1-1-"
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
    -> collect4 enough5
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
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    -> return
  reload3
    -> enough2
  return
    -> return.inside return.outside
  collect4
    lumen_collect
    -> reload6 leave
  enough5
    lumen_set_exception
    -> raise
  reload6
    -> enough5
  raise
    lumen_raise
  return.inside
    -> never
    -> back
  return.outside
  never
  "-nested/0-lc$^1/1-1-"
    -> enter
  never7
"comprehensions:module_info/0"
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
"comprehensions:module_info/1"
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
"comprehensions:main/0"
  thunk
    "group:comprehensions:main/0"
"comprehensions:main/0.return"
  thunk
    "group:comprehensions:main/0"
"comprehensions:-list/1-lc$^0/1-0-/1"
  thunk
    "group:comprehensions:-list/1-lc$^0/1-0-/1"
"comprehensions:-list/1-lc$^0/1-0-/1.return"
  thunk
    "group:comprehensions:-list/1-lc$^0/1-0-/1"
"comprehensions:-pairs/2-lc$^0/1-0-/2"
  thunk
    "group:comprehensions:-pairs/2-lc$^0/1-0-/2"
"comprehensions:-pairs/2-lc$^1/1-1-/4"
  thunk
    "group:comprehensions:-pairs/2-lc$^0/1-0-/2"
"comprehensions:-pairs/2-lc$^0/1-0-/2.return"
  thunk
    "group:comprehensions:-pairs/2-lc$^0/1-0-/2"
"comprehensions:-bytes/1-lbc$^0/2-0-/3"
  thunk
    "group:comprehensions:-bytes/1-lbc$^0/2-0-/3"
"comprehensions:-bytes/1-lbc$^0/2-0-/3.return"
  thunk
    "group:comprehensions:-bytes/1-lbc$^0/2-0-/3"
"comprehensions:inverse/1"
  thunk
    "group:comprehensions:inverse/1"
"comprehensions:inverse/1.return"
  thunk
    "group:comprehensions:inverse/1"
"comprehensions:-inverse/1-lc$^0/1-0-/1"
  thunk
    "group:comprehensions:-inverse/1-lc$^0/1-0-/1"
"comprehensions:-inverse/1-lc$^0/1-0-/1.return"
  thunk
    "group:comprehensions:-inverse/1-lc$^0/1-0-/1"
"comprehensions:-nested/0-lc$^0/1-0-/1"
  thunk
    "group:comprehensions:-nested/0-lc$^0/1-0-/1"
"comprehensions:-nested/0-lc$^0/1-0-/1.return"
  thunk
    "group:comprehensions:-nested/0-lc$^0/1-0-/1"
"comprehensions:-nested/0-lc$^1/1-1-/1"
  thunk
    "group:comprehensions:-nested/0-lc$^1/1-1-/1"
"comprehensions:-nested/0-lc$^1/1-1-/1.return"
  thunk
    "group:comprehensions:-nested/0-lc$^1/1-1-/1"
