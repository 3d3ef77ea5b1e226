"group:generators:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back4
    -> back11
    -> back15
    -> back19
    -> back23
    -> back27
    -> main
    -> handler
  enter
    -> yield go
  entry
    -> collect enough
  handler_2
    -> collect8 enough9
  case_3
    -> join_1
  else_4
    lumen_set_exception
    -> raise
  join_1
    "generators:bits/1"
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
    -> collect5 enough6
  handler
    -> handler_2
  collect5
    lumen_collect
    -> reload7 leave
  enough6
    -> join_1
  reload7
    -> enough6
  collect8
    lumen_collect
    -> reload10 leave
  enough9
    -> else_4
    -> case_3
  reload10
    -> enough9
  raise
    lumen_raise
  back11
    -> collect12 enough13
  collect12
    lumen_collect
    -> reload14 leave
  enough13
    "generators:keys/1"
  reload14
    -> enough13
  back15
    -> collect16 enough17
  collect16
    lumen_collect
    -> reload18 leave
  enough17
    "generators:zip/2"
  reload18
    -> enough17
  back19
    -> collect20 enough21
  collect20
    lumen_collect
    -> reload22 leave
  enough21
    "generators:several/1"
  reload22
    -> enough21
  back23
    -> collect24 enough25
  collect24
    lumen_collect
    -> reload26 leave
  enough25
    "group:generators:table/1"
  reload26
    -> enough25
  back27
    -> collect28 enough29
  collect28
    lumen_collect
    -> reload30 leave
  enough29
    lumen_bif_erlang_display_1
    -> return
  reload30
    -> enough29
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
    -> never7
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
    -> enter
  no_2
    -> yes_6 no_7
  yes_6
    -> return
  no_7
    -> collect4 enough5
  match_4
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
    -> collect enough
  collect
    lumen_collect
    -> reload leave
  enough
    -> yes_3 match_4
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
  "-strict/1-lc$^0/1-0-"
    -> enter
  never7
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
    -> never13
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
    -> collect enough
  no_4
    -> yes_5 no_6
  yes_5
    -> collect7 enough8
  no_6
    -> yes_7 match_2
  yes_7
    -> return
  match_2
    -> collect10 enough11
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
    lumen_bits_get_slice
    -> collect1 enough2
  reload
    -> enough
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    -> enter
  reload3
    -> enough2
  back
    -> collect4 enough5
  collect4
    lumen_collect
    -> reload6 leave
  enough5
    -> return
  reload6
    -> enough5
  return
    -> return.inside return.outside
  collect7
    lumen_collect
    -> reload9 leave
  enough8
    lumen_set_exception
    -> raise
  reload9
    -> enough8
  raise
    lumen_raise
  collect10
    lumen_collect
    -> reload12 leave
  enough11
    lumen_set_exception
    -> raise
  reload12
    -> enough11
  return.inside
    -> never
    -> back
  return.outside
  never
  "-bits/1-lc$^0/1-0-"
    -> enter
  never13
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
    -> never7
    -> back
    -> "-keys/1-lc$^0/1-0-"
  enter
    -> yield go
  entry
    -> more known
  yes_1
    -> collect enough
  case_3
    -> enter
  else_4
    lumen_set_exception
    -> raise
  no_2
    -> else_6
    -> case_5
  case_5
    -> return
  else_6
    -> collect4 enough5
  yes_7
    lumen_bif_erts_internal_map_next_3
    -> ok failed
  no_8
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
    llvm.fshr.i64
    -> else_4
    -> case_3
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
  raise
    lumen_raise
  collect4
    lumen_collect
    -> reload6 leave
  enough5
    -> yes_7 no_8
  reload6
    -> enough5
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> enter
  return.inside
    -> never
    -> back
  return.outside
  never
  "-keys/1-lc$^0/1-0-"
    -> enter
  never7
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
    -> collect enough
  yes_3
    -> enter
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
    -> yes_3 match_4
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
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    lumen_bif_maps_from_list_1
    -> ok failed
  reload3
    -> enough2
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
"generators:module_info/1"
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
"generators:main/0"
  thunk
    "group:generators:main/0"
"generators:main/0.l0"
  thunk
    "group:generators:main/0"
"generators:main/0.return"
  thunk
    "group:generators:main/0"
"generators:-strict/1-lc$^0/1-0-/1"
  thunk
    "group:generators:-strict/1-lc$^0/1-0-/1"
"generators:-strict/1-lc$^0/1-0-/1.return"
  thunk
    "group:generators:-strict/1-lc$^0/1-0-/1"
"generators:-bits/1-lc$^0/1-0-/1"
  thunk
    "group:generators:-bits/1-lc$^0/1-0-/1"
"generators:-bits/1-lc$^0/1-0-/1.return"
  thunk
    "group:generators:-bits/1-lc$^0/1-0-/1"
"generators:-keys/1-lc$^0/1-0-/1"
  thunk
    "group:generators:-keys/1-lc$^0/1-0-/1"
"generators:-keys/1-lc$^0/1-0-/1.return"
  thunk
    "group:generators:-keys/1-lc$^0/1-0-/1"
"generators:-zip/2-lc$^0/2-0-/2"
  thunk
    "group:generators:-zip/2-lc$^0/2-0-/2"
"generators:-zip/2-lc$^0/2-0-/2.return"
  thunk
    "group:generators:-zip/2-lc$^0/2-0-/2"
"generators:-several/1-lc$^0/1-0-/1"
  thunk
    "group:generators:-several/1-lc$^0/1-0-/1"
"generators:-several/1-lc$^0/1-0-/1.return"
  thunk
    "group:generators:-several/1-lc$^0/1-0-/1"
"generators:table/1"
  thunk
    "group:generators:table/1"
"generators:table/1.return"
  thunk
    "group:generators:table/1"
"generators:-table/1-lc$^0/1-0-/1"
  thunk
    "group:generators:-table/1-lc$^0/1-0-/1"
"generators:-table/1-lc$^0/1-0-/1.return"
  thunk
    "group:generators:-table/1-lc$^0/1-0-/1"
