"group:generators:main/0"
  slots
    -> start
  start
    -> from.return from.outside
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
    -> exit
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
  from.return
    -> labels
  from.outside
    -> labels
  labels
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
  never
"generators:strict/1.local"
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
    -> from.return from.outside
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
    -> exit
  match_4
    -> exit
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
    -> exit
  enough
    -> return
  return
    -> return.inside return.outside
  return.inside
    -> labels
  return.outside
    -> exit
  labels
    -> back next
  jump
  "-strict/1-lc$^0/1-0-"
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  never
  next
    -> "-strict/1-lc$^0/1-0-" never
"generators:bits/1.local"
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
    -> from.return from.outside
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
    -> exit
  no_6
    -> yes_7 match_2
  yes_7
    -> return
  match_2
    -> exit
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
    -> exit
  enough
    -> return
  return
    -> return.inside return.outside
  return.inside
    -> labels
  return.outside
    -> exit
  labels
    -> back next
  jump
  "-bits/1-lc$^0/1-0-"
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  never
  next
    -> "-bits/1-lc$^0/1-0-" never
"generators:keys/1.local"
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
    -> exit
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
  jump
  keys
    -> enter
"group:generators:-keys/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> from.return from.outside
  enter
    -> leave go
  entry
    -> more no_2
  yes_1
    -> case_3 else_4
  case_3
    -> enter
  else_4
    -> exit
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
    -> exit
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
    -> exit
  enough
    -> return
  return
    -> return.inside return.outside
  failed
    -> raise.builtin
  ok
    -> enter
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    -> exit
  return.inside
    -> labels
  return.outside
    -> exit
  labels
    -> back next
  jump
  "-keys/1-lc$^0/1-0-"
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  never
  next
    -> "-keys/1-lc$^0/1-0-" never
"generators:zip/2.local"
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
    -> from.return from.outside
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
    -> exit
  enough
    -> return
  return
    -> return.inside return.outside
  return.inside
    -> labels
  return.outside
    -> exit
  labels
    -> back next
  jump
  "-zip/2-lc$^0/2-0-"
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  never
  next
    -> "-zip/2-lc$^0/2-0-" never
"generators:several/1.local"
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
    -> from.return from.outside
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
    -> exit
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
    -> exit
  back
    -> collect enough
  collect
    -> exit
  enough
    -> return
  return
    -> return.inside return.outside
  return.inside
    -> labels
  return.outside
    -> exit
  labels
    -> back next
  jump
  "-several/1-lc$^0/1-0-"
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  never
  next
    -> "-several/1-lc$^0/1-0-" never
"group:generators:table/1"
  slots
    -> start
  start
    -> from.return from.outside
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
    -> exit
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
    -> exit
  return
    -> exit
  jump
  table
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  labels
    -> back next
  never
  next
    -> table never
"group:generators:-table/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> from.return from.outside
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
    -> exit
  enough
    -> return
  return
    -> return.inside return.outside
  return.inside
    -> labels
  return.outside
    -> exit
  labels
    -> back next
  jump
  "-table/1-lc$^0/1-0-"
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  never
  next
    -> "-table/1-lc$^0/1-0-" never
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
