"group:generators:main/0"
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
    -> main
    -> handler
  enter
    -> yield go
  entry
    -> collect enough
  handler_2
    -> else_4
    -> case_3
  case_3
    -> join_1
  else_4
    lumen_set_exception
    -> raise
  join_1
    -> collect5 enough6
  yield
    -> leave
  go
    -> entry
  leave
  collect
    lumen_collect
    -> reload leave
  enough
    "generators:strict/1"
  reload
    -> enough
  back
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    "generators:strict/1"
  reload3
    -> enough2
  back4
    -> join_1
  handler
    -> handler_2
  raise
    lumen_raise
  collect5
    lumen_collect
    -> reload7 leave
  enough6
    "generators:bits/1"
  reload7
    -> enough6
  back8
    -> collect9 enough10
  collect9
    lumen_collect
    -> reload11 leave
  enough10
    "generators:keys/1"
  reload11
    -> enough10
  back12
    -> collect13 enough14
  collect13
    lumen_collect
    -> reload15 leave
  enough14
    "generators:zip/2"
  reload15
    -> enough14
  back16
    -> collect17 enough18
  collect17
    lumen_collect
    -> reload19 leave
  enough18
    "generators:several/1"
  reload19
    -> enough18
  back20
    -> collect21 enough22
  collect21
    lumen_collect
    -> reload23 leave
  enough22
    "group:generators:table/1"
  reload23
    -> enough22
  back24
    -> collect25 enough26
  collect25
    lumen_collect
    -> reload27 leave
  enough26
    lumen_bif_erlang_display_1
    -> return
  reload27
    -> enough26
  return
  main
    -> enter
  never
"generators:strict/1"
  slots
    -> start
  start
    -> strict
  enter
    -> yield go
  entry
    "group:generators:-strict/1-lc$^0/1-0-/1"
  yield
    -> leave
  go
    -> entry
  leave
  strict
    -> enter
"group:generators:-strict/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> never10
    -> back
    -> "-strict/1-lc$^0/1-0-"
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
    -> collect4 enough5
  match_4
    -> collect7 enough8
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
  collect7
    lumen_collect
    -> reload9 leave
  enough8
    lumen_set_exception
    -> raise
  reload9
    -> enough8
  return.inside
    -> never
    -> back
  return.outside
  never
  "-strict/1-lc$^0/1-0-"
    -> enter
  never10
"generators:bits/1"
  slots
    -> start
  start
    -> bits
  enter
    -> yield go
  entry
    "group:generators:-bits/1-lc$^0/1-0-/1"
  yield
    -> leave
  go
    -> entry
  leave
  bits
    -> enter
"group:generators:-bits/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> never10
    -> back
    -> "-bits/1-lc$^0/1-0-"
  enter
    -> yield go
  entry
    -> more known
  yes_1
    lumen_bits_size
    -> yes_3 no_4
  yes_3
    lumen_bits_get_integer
    lumen_bits_get_slice
    -> collect enough
  no_4
    -> yes_5 no_6
  yes_5
    -> collect4 enough5
  no_6
    -> yes_7 match_2
  yes_7
    -> return
  match_2
    -> collect7 enough8
  yield
    -> leave
  go
    -> entry
  leave
  more
    -> known
  known
    -> yes_1 match_2
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
  collect7
    lumen_collect
    -> reload9 leave
  enough8
    lumen_set_exception
    -> raise
  reload9
    -> enough8
  return.inside
    -> never
    -> back
  return.outside
  never
  "-bits/1-lc$^0/1-0-"
    -> enter
  never10
"generators:keys/1"
  slots
    -> start
  start
    -> keys
  enter
    -> yield go
  entry
    -> more known
  yes_2
    -> collect enough
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
    -> collect4 enough5
  join_1
    "group:generators:-keys/1-lc$^0/1-0-/1"
  yield
    -> leave
  go
    -> entry
  leave
  more
    -> known
  known
    -> yes_2 no_3
  collect
    lumen_collect
    -> reload leave
  enough
    -> join_1
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
  keys
    -> enter
"group:generators:-keys/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> never10
    -> back
    -> "-keys/1-lc$^0/1-0-"
  enter
    -> yield go
  entry
    -> more known
  yes_1
    -> else_4
    -> case_3
  case_3
    -> collect enough
  else_4
    -> collect4 enough5
  no_2
    -> else_6
    -> case_5
  case_5
    -> return
  else_6
    -> yes_7 no_8
  yes_7
    lumen_bif_erts_internal_map_next_3
    -> ok failed
  no_8
    -> collect7 enough8
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
    lumen_set_exception
    -> raise
  reload6
    -> enough5
  raise
    lumen_raise
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> enter
  collect7
    lumen_collect
    -> reload9 leave
  enough8
    lumen_set_exception
    -> raise
  reload9
    -> enough8
  return.inside
    -> never
    -> back
  return.outside
  never
  "-keys/1-lc$^0/1-0-"
    -> enter
  never10
"generators:zip/2"
  slots
    -> start
  start
    -> zip
  enter
    -> yield go
  entry
    "group:generators:-zip/2-lc$^0/2-0-/2"
  yield
    -> leave
  go
    -> entry
  leave
  zip
    -> enter
"group:generators:-zip/2-lc$^0/2-0-/2"
  slots
    -> start
  start
    -> never7
    -> back
    -> "-zip/2-lc$^0/2-0-"
  enter
    -> yield go
  entry
    -> yes_1 no_2
  yes_1
    -> yes_3 match_4
  yes_3
    -> collect enough
  no_2
    -> yes_5 match_4
  yes_5
    -> yes_6 match_4
  yes_6
    -> return
  match_4
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
  "-zip/2-lc$^0/2-0-"
    -> enter
  never7
"generators:several/1"
  slots
    -> start
  start
    -> several
  enter
    -> yield go
  entry
    "group:generators:-several/1-lc$^0/1-0-/1"
  yield
    -> leave
  go
    -> entry
  leave
  several
    -> enter
"group:generators:-several/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> never7
    -> back
    -> "-several/1-lc$^0/1-0-"
  enter
    -> yield go
  entry
    -> yes_1 no_2
  yes_1
    -> arith.small arith.slow
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
  return.inside
    -> never
    -> back
  return.outside
  never
  "-several/1-lc$^0/1-0-"
    -> enter
  never7
"group:generators:table/1"
  slots
    -> start
  start
    -> never
    -> back
    -> table
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
    "group:generators:-table/1-lc$^0/1-0-/1"
  reload
    -> enough
  back
    lumen_bif_maps_from_list_1
    -> ok failed
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> return
  raise
    lumen_raise
  return
  table
    -> enter
  never
"group:generators:-table/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> never7
    -> back
    -> "-table/1-lc$^0/1-0-"
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
  "-table/1-lc$^0/1-0-"
    -> enter
  never7
"generators:module_info/0"
  slots
    -> start
  start
    -> module_info
  enter
    -> yield go
  entry
    "erlang:get_module_info/1"
  yield
    -> leave
  go
    -> entry
  leave
  module_info
    -> enter
"generators:module_info/1"
  slots
    -> start
  start
    -> module_info
  enter
    -> yield go
  entry
    "erlang:get_module_info/2"
  yield
    -> leave
  go
    -> entry
  leave
  module_info
    -> enter
"generators:main/0"
  thunk
    "group:generators:main/0"
"generators:main/0.l0"
  thunk
    "group:generators:main/0"
"generators:-strict/1-lc$^0/1-0-/1"
  thunk
    "group:generators:-strict/1-lc$^0/1-0-/1"
"generators:-bits/1-lc$^0/1-0-/1"
  thunk
    "group:generators:-bits/1-lc$^0/1-0-/1"
"generators:-keys/1-lc$^0/1-0-/1"
  thunk
    "group:generators:-keys/1-lc$^0/1-0-/1"
"generators:-zip/2-lc$^0/2-0-/2"
  thunk
    "group:generators:-zip/2-lc$^0/2-0-/2"
"generators:-several/1-lc$^0/1-0-/1"
  thunk
    "group:generators:-several/1-lc$^0/1-0-/1"
"generators:table/1"
  thunk
    "group:generators:table/1"
"generators:-table/1-lc$^0/1-0-/1"
  thunk
    "group:generators:-table/1-lc$^0/1-0-/1"
