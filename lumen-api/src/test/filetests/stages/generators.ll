"group:generators:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back2
    -> back8
    -> back11
    -> back14
    -> back17
    -> back20
    -> main
    -> handler
  enter
    -> leave go
  entry
    -> jump1
  handler_2
    -> collect5 enough6
  case_3
    -> join_1
  else_4
    lumen_set_exception
    -> raise
  join_1
    -> jump9
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  back
    -> collect enough
  jump1
    "generators:strict/1"
  collect
    -> leave7
  enough
    -> jump3
  back2
    -> collect enough4
  handler
    -> handler_2
  jump3
    "generators:strict/1"
  enough4
    -> join_1
  collect5
    lumen_collect
    -> reload leave7
  enough6
    -> else_4
    -> case_3
  reload
    -> enough6
  leave7
  raise
    lumen_raise
    -> jump24
  back8
    -> collect enough10
  jump9
    "generators:bits/1"
  enough10
    -> jump12
  back11
    -> collect enough13
  jump12
    "generators:keys/1"
  enough13
    -> jump15
  back14
    -> collect enough16
  jump15
    "generators:zip/2"
  enough16
    -> jump18
  back17
    -> collect enough19
  jump18
    "generators:several/1"
  enough19
    -> jump21
  back20
    -> collect enough22
  jump21
    "group:generators:table/1"
  enough22
    lumen_bif_erlang_display_1
    -> return
  return
    -> jump23
  jump23
  jump24
  main
    -> enter
  never
"generators:strict/1"
  slots
    -> start
  start
    -> strict
  enter
    -> leave go
  entry
    -> jump1
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  jump1
    "group:generators:-strict/1-lc$^0/1-0-/1"
  strict
    -> enter
"group:generators:-strict/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> never4
    -> back
    -> "-strict/1-lc$^0/1-0-"
  enter
    -> leave go
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
    lumen_set_exception
    -> raise
  match_4
    lumen_set_exception
    -> raise
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  more
    -> known
  known
    -> yes_3 match_4
  back
    -> collect enough
  collect
    -> leave3
  enough
    -> return
  return
    -> return.inside return.outside
  raise
    lumen_raise
    -> jump2
  return.inside
    -> never
    -> back
  return.outside
    -> jump1
  never
  jump1
  jump2
  leave3
  "-strict/1-lc$^0/1-0-"
    -> enter
  never4
"generators:bits/1"
  slots
    -> start
  start
    -> bits
  enter
    -> leave go
  entry
    -> jump1
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  jump1
    "group:generators:-bits/1-lc$^0/1-0-/1"
  bits
    -> enter
"group:generators:-bits/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> never4
    -> back
    -> "-bits/1-lc$^0/1-0-"
  enter
    -> leave go
  entry
    -> more known
  yes_1
    lumen_bits_size
    -> yes_3 no_4
  yes_3
    lumen_bits_get_integer
    lumen_bits_get_slice
    -> enter
  no_4
    -> yes_5 no_6
  yes_5
    lumen_set_exception
    -> raise
  no_6
    -> yes_7 match_2
  yes_7
    -> return
  match_2
    lumen_set_exception
    -> raise
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  more
    -> known
  known
    -> yes_1 match_2
  back
    -> collect enough
  collect
    -> leave3
  enough
    -> return
  return
    -> return.inside return.outside
  raise
    lumen_raise
    -> jump2
  return.inside
    -> never
    -> back
  return.outside
    -> jump1
  never
  jump1
  jump2
  leave3
  "-bits/1-lc$^0/1-0-"
    -> enter
  never4
"generators:keys/1"
  slots
    -> start
  start
    -> keys
  enter
    -> leave go
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
    -> jump4
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  more
    -> known
  known
    -> yes_2 no_3
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
    -> jump5
  jump4
    "group:generators:-keys/1-lc$^0/1-0-/1"
  jump5
  keys
    -> enter
"group:generators:-keys/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> never4
    -> back
    -> "-keys/1-lc$^0/1-0-"
  enter
    -> leave go
  entry
    -> more known
  yes_1
    llvm.fshr.i64
    -> else_4
    -> case_3
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
    -> yes_7 no_8
  yes_7
    lumen_bif_erts_internal_map_next_3
    -> ok failed
  no_8
    lumen_set_exception
    -> raise
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  more
    -> known
  known
    -> yes_1 no_2
  back
    -> collect enough
  collect
    -> leave3
  enough
    -> return
  return
    -> return.inside return.outside
  raise
    lumen_raise
    -> jump2
  failed
    -> raise.builtin
  ok
    -> enter
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  return.inside
    -> never
    -> back
  return.outside
    -> jump1
  never
  jump1
  jump2
  leave3
  "-keys/1-lc$^0/1-0-"
    -> enter
  never4
"generators:zip/2"
  slots
    -> start
  start
    -> zip
  enter
    -> leave go
  entry
    -> jump1
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  jump1
    "group:generators:-zip/2-lc$^0/2-0-/2"
  zip
    -> enter
"group:generators:-zip/2-lc$^0/2-0-/2"
  slots
    -> start
  start
    -> never4
    -> back
    -> "-zip/2-lc$^0/2-0-"
  enter
    -> leave go
  entry
    -> yes_1 no_2
  yes_1
    -> yes_3 match_4
  yes_3
    -> enter
  no_2
    -> yes_5 match_4
  yes_5
    -> yes_6 match_4
  yes_6
    -> return
  match_4
    lumen_set_exception
    -> raise
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  back
    -> collect enough
  collect
    -> leave3
  enough
    -> return
  return
    -> return.inside return.outside
  raise
    lumen_raise
    -> jump2
  return.inside
    -> never
    -> back
  return.outside
    -> jump1
  never
  jump1
  jump2
  leave3
  "-zip/2-lc$^0/2-0-"
    -> enter
  never4
"generators:several/1"
  slots
    -> start
  start
    -> several
  enter
    -> leave go
  entry
    -> jump1
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  jump1
    "group:generators:-several/1-lc$^0/1-0-/1"
  several
    -> enter
"group:generators:-several/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> never4
    -> back
    -> "-several/1-lc$^0/1-0-"
  enter
    -> leave go
  entry
    -> yes_1 no_2
  yes_1
    lumen_bif_erlang_minus_1
    -> ok failed
  no_2
    -> yes_3 no_4
  yes_3
    -> return
  no_4
    lumen_set_exception
    -> raise
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  failed
    -> raise.builtin
  ok
    -> enter
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> jump2
  back
    -> collect enough
  collect
    -> leave3
  enough
    -> return
  return
    -> return.inside return.outside
  return.inside
    -> never
    -> back
  return.outside
    -> jump1
  never
  jump1
  jump2
  leave3
  "-several/1-lc$^0/1-0-"
    -> enter
  never4
"group:generators:table/1"
  slots
    -> start
  start
    -> never
    -> back
    -> table
  enter
    -> leave go
  entry
    -> jump1
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  back
    -> collect enough
  jump1
    "group:generators:-table/1-lc$^0/1-0-/1"
  collect
    -> leave4
  enough
    lumen_bif_maps_from_list_1
    -> ok failed
  failed
    -> raise.builtin
  ok
    -> return
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> jump3
  return
    -> jump2
  jump2
  jump3
  leave4
  table
    -> enter
  never
"group:generators:-table/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> never4
    -> back
    -> "-table/1-lc$^0/1-0-"
  enter
    -> leave go
  entry
    -> yes_1 no_2
  yes_1
    -> enter
  no_2
    -> yes_3 no_4
  yes_3
    -> return
  no_4
    lumen_set_exception
    -> raise
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  back
    -> collect enough
  collect
    -> leave3
  enough
    -> return
  return
    -> return.inside return.outside
  raise
    lumen_raise
    -> jump2
  return.inside
    -> never
    -> back
  return.outside
    -> jump1
  never
  jump1
  jump2
  leave3
  "-table/1-lc$^0/1-0-"
    -> enter
  never4
"generators:module_info/0"
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
"generators:module_info/1"
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
"generators:main/0.l0"
  thunk
    -> jump
  jump
    "group:generators:main/0"
"generators:main/0"
  thunk
    -> jump
  jump
    "group:generators:main/0"
"generators:main/0.return"
  thunk
    -> jump
  jump
    "group:generators:main/0"
"generators:-strict/1-lc$^0/1-0-/1.return"
  thunk
    -> jump
  jump
    "group:generators:-strict/1-lc$^0/1-0-/1"
"generators:-bits/1-lc$^0/1-0-/1.return"
  thunk
    -> jump
  jump
    "group:generators:-bits/1-lc$^0/1-0-/1"
"generators:-keys/1-lc$^0/1-0-/1.return"
  thunk
    -> jump
  jump
    "group:generators:-keys/1-lc$^0/1-0-/1"
"generators:-zip/2-lc$^0/2-0-/2.return"
  thunk
    -> jump
  jump
    "group:generators:-zip/2-lc$^0/2-0-/2"
"generators:-several/1-lc$^0/1-0-/1.return"
  thunk
    -> jump
  jump
    "group:generators:-several/1-lc$^0/1-0-/1"
"generators:table/1.return"
  thunk
    -> jump
  jump
    "group:generators:table/1"
"generators:-table/1-lc$^0/1-0-/1.return"
  thunk
    -> jump
  jump
    "group:generators:-table/1-lc$^0/1-0-/1"
