"group:generators:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back1
    -> back6
    -> back8
    -> back10
    -> back12
    -> back14
    -> main
    -> handler
  enter
    -> leave go
  entry
    -> exit
  handler_2
    -> collect3 enough4
  case_3
    -> join_1
  else_4
    lumen_set_exception
    -> raise
  join_1
    -> exit
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  back
    -> collect enough
  collect
    -> leave5
  enough
    -> exit
  back1
    -> collect enough2
  handler
    -> handler_2
  enough2
    -> join_1
  collect3
    lumen_collect
    -> reload leave5
  enough4
    -> case_3 else_4
  reload
    -> enough4
  leave5
  raise
    lumen_raise
    -> exit
  back6
    -> collect enough7
  enough7
    -> exit
  back8
    -> collect enough9
  enough9
    -> exit
  back10
    -> collect enough11
  enough11
    -> exit
  back12
    -> collect enough13
  enough13
    -> exit
  back14
    -> collect enough15
  enough15
    lumen_bif_erlang_display_1
    -> return
  return
    -> exit
  jump
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
    -> exit
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  jump
  strict
    -> enter
"group:generators:-strict/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> back next
  enter
    -> leave go
  entry
    -> yes_1 no_2
  yes_1
    -> more match_4
  yes_3
    -> case_5 match_4
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
    -> exit
  go
    -> entry
  exit
    -> jump
  more
    -> yes_3 match_4
  back
    -> collect enough
  collect
    -> leave1
  enough
    -> return
  return
    -> return.inside return.outside
  raise
    lumen_raise
    -> exit
  return.inside
    -> back never
  return.outside
    -> exit
  never
  leave1
  jump
  "-strict/1-lc$^0/1-0-"
    -> enter
  never2
  next
    -> "-strict/1-lc$^0/1-0-" never2
"generators:bits/1"
  slots
    -> start
  start
    -> bits
  enter
    -> leave go
  entry
    -> exit
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  jump
  bits
    -> enter
"group:generators:-bits/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> back next
  enter
    -> leave go
  entry
    -> more match_2
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
    -> exit
  go
    -> entry
  exit
    -> jump
  more
    -> yes_1 match_2
  back
    -> collect enough
  collect
    -> leave1
  enough
    -> return
  return
    -> return.inside return.outside
  raise
    lumen_raise
    -> exit
  return.inside
    -> back never
  return.outside
    -> exit
  never
  leave1
  jump
  "-bits/1-lc$^0/1-0-"
    -> enter
  never2
  next
    -> "-bits/1-lc$^0/1-0-" never2
"generators:keys/1"
  slots
    -> start
  start
    -> keys
  enter
    -> leave go
  entry
    -> more no_3
  yes_2
    -> join_1
  no_3
    -> more1 no_5
  no_5
    -> edge2 no_7
  no_7
    -> case_8 else_9
  case_8
    -> join_1
  else_9
    lumen_set_exception
    -> raise
  join_1
    -> exit
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  more
    -> yes_2 no_3
  edge
    -> join_1
  more1
    -> edge no_5
  edge2
    -> join_1
  raise
    lumen_raise
    -> exit
  jump
  keys
    -> enter
"group:generators:-keys/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> back next
  enter
    -> leave go
  entry
    -> more no_2
  yes_1
    -> case_3 else_4
  case_3
    -> enter
  else_4
    lumen_set_exception
    -> raise
  no_2
    -> case_5 else_6
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
    -> exit
  go
    -> entry
  exit
    -> jump
  more
    -> yes_1 no_2
  back
    -> collect enough
  collect
    -> leave1
  enough
    -> return
  return
    -> return.inside return.outside
  raise
    lumen_raise
    -> exit
  failed
    -> raise.builtin
  ok
    -> enter
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  return.inside
    -> back never
  return.outside
    -> exit
  never
  leave1
  jump
  "-keys/1-lc$^0/1-0-"
    -> enter
  never2
  next
    -> "-keys/1-lc$^0/1-0-" never2
"generators:zip/2"
  slots
    -> start
  start
    -> zip
  enter
    -> leave go
  entry
    -> exit
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  jump
  zip
    -> enter
"group:generators:-zip/2-lc$^0/2-0-/2"
  slots
    -> start
  start
    -> back next
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
    -> exit
  go
    -> entry
  exit
    -> jump
  back
    -> collect enough
  collect
    -> leave1
  enough
    -> return
  return
    -> return.inside return.outside
  raise
    lumen_raise
    -> exit
  return.inside
    -> back never
  return.outside
    -> exit
  never
  leave1
  jump
  "-zip/2-lc$^0/2-0-"
    -> enter
  never2
  next
    -> "-zip/2-lc$^0/2-0-" never2
"generators:several/1"
  slots
    -> start
  start
    -> several
  enter
    -> leave go
  entry
    -> exit
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  jump
  several
    -> enter
"group:generators:-several/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> back next
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
    -> exit
  go
    -> entry
  exit
    -> jump
  failed
    -> raise.builtin
  ok
    -> enter
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> exit
  back
    -> collect enough
  collect
    -> leave1
  enough
    -> return
  return
    -> return.inside return.outside
  return.inside
    -> back never
  return.outside
    -> exit
  never
  leave1
  jump
  "-several/1-lc$^0/1-0-"
    -> enter
  never2
  next
    -> "-several/1-lc$^0/1-0-" never2
"group:generators:table/1"
  slots
    -> start
  start
    -> back next
  enter
    -> leave go
  entry
    -> exit
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  back
    -> collect enough
  collect
    -> leave1
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
    -> exit
  return
    -> exit
  leave1
  jump
  table
    -> enter
  never
  next
    -> table never
"group:generators:-table/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> back next
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
    -> exit
  go
    -> entry
  exit
    -> jump
  back
    -> collect enough
  collect
    -> leave1
  enough
    -> return
  return
    -> return.inside return.outside
  raise
    lumen_raise
    -> exit
  return.inside
    -> back never
  return.outside
    -> exit
  never
  leave1
  jump
  "-table/1-lc$^0/1-0-"
    -> enter
  never2
  next
    -> "-table/1-lc$^0/1-0-" never2
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
"generators:main/0.l0"
  thunk
    "group:generators:main/0"
"generators:main/0"
  thunk
    "group:generators:main/0"
"generators:main/0.return"
  thunk
    "group:generators:main/0"
"generators:-strict/1-lc$^0/1-0-/1.return"
  thunk
    "group:generators:-strict/1-lc$^0/1-0-/1"
"generators:-bits/1-lc$^0/1-0-/1.return"
  thunk
    "group:generators:-bits/1-lc$^0/1-0-/1"
"generators:-keys/1-lc$^0/1-0-/1.return"
  thunk
    "group:generators:-keys/1-lc$^0/1-0-/1"
"generators:-zip/2-lc$^0/2-0-/2.return"
  thunk
    "group:generators:-zip/2-lc$^0/2-0-/2"
"generators:-several/1-lc$^0/1-0-/1.return"
  thunk
    "group:generators:-several/1-lc$^0/1-0-/1"
"generators:table/1.return"
  thunk
    "group:generators:table/1"
"generators:-table/1-lc$^0/1-0-/1.return"
  thunk
    "group:generators:-table/1-lc$^0/1-0-/1"
