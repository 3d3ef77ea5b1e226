"group:comprehensions:main/0"
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
    -> exit
  back1
    -> collect enough2
  enough2
    -> exit
  back3
    -> collect enough4
  enough4
    -> exit
  back5
    -> collect enough6
  enough6
    -> exit
  back7
    -> collect enough8
  enough8
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
    -> back next
  never
  next
    -> back1 next9
  next9
    -> back3 next10
  next10
    -> back5 next11
  next11
    -> back7 next12
  next12
    -> main never
"comprehensions:list/1.local"
  slots
    -> start
  start
    -> list
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
  list
    -> enter
"group:comprehensions:-list/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> from.return from.outside
  enter
    -> leave go
  entry
    -> yes_1 no_2
  yes_1
    -> yes_5 more
  yes_5
    -> compare.small compare.other
  body_3
    lumen_bif_erlang_times_2
    -> ok failed
  next_4
    -> enter
  no_2
    -> yes_7 no_8
  yes_7
    -> return
  no_8
    -> exit
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  more
    -> more1 next_4
  more1
    -> yes_5 next_4
  compare.slow
    lumen_compare
    -> body_3 next_4
  compare.small
    -> body_3 next_4
  compare.other
    -> compare.slow
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
  "-list/1-lc$^0/1-0-"
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  never
  next
    -> "-list/1-lc$^0/1-0-" never
"comprehensions:pairs/2.local"
  slots
    -> start
  start
    -> pairs
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
  pairs
    -> enter
"group:comprehensions:-pairs/2-lc$^0/1-0-/2"
  slots
    -> start
  start
    -> from.return from.outside
  enter
    -> leave go
  entry
    -> yes_1 no_2
  yes_1
    -> enter1
  no_2
    -> yes_3 no_4
  yes_3
    -> return
  no_4
    -> exit
  enter1
    -> leave7 go8
  entry2
    -> more no_26
  yes_13
    lumen_bits_size
    -> yes_34 no_45
  yes_34
    lumen_bits_get_integer
    lumen_bits_get_slice
    -> enter1
  no_45
    -> enter
  no_26
    -> exit
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  return
    -> return.inside return.outside
  leave7
    -> exit
  go8
    -> entry2
  more
    -> yes_13 no_26
  back
    -> collect enough
  collect
    -> exit
  enough
    -> return
  return.inside
    -> labels
  return.outside
    -> exit
  labels
    -> back next
  jump
  "-pairs/2-lc$^0/1-0-"
    -> enter
  "-pairs/2-lc$^1/1-1-"
    -> enter1
  from.return
    -> labels
  from.outside
    -> labels
  never
  next
    -> "-pairs/2-lc$^0/1-0-" next9
  next9
    -> "-pairs/2-lc$^1/1-1-" never
"comprehensions:bytes/1.local"
  slots
    -> start
  start
    -> bytes
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
  bytes
    -> enter
"group:comprehensions:-bytes/1-lbc$^0/2-0-/3"
  slots
    -> start
  start
    -> from.return from.outside
  enter
    -> leave go
  entry
    -> yes_1 no_2
  yes_1
    -> exit
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
    -> enter
  return
    -> exit
  jump
  "-bytes/1-lbc$^0/2-0-"
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  labels
    -> back next
  never
  next
    -> "-bytes/1-lbc$^0/2-0-" never
"comprehensions:-bytes/1-lbc$^1/2-1-/3.local"
  slots
    -> start
  start
    -> "-bytes/1-lbc$^1/2-1-"
  enter
    -> leave go
  entry
    -> yes_1 no_2
  yes_1
    lumen_bits_begin_append
    -> bits.next bits.failed
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
    -> exit
  return
    -> exit
  jump
  "-bytes/1-lbc$^1/2-1-"
    -> enter
"group:comprehensions:inverse/1"
  slots
    -> start
  start
    -> from.return from.outside
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
  inverse
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  labels
    -> back next
  never
  next
    -> inverse never
"group:comprehensions:-inverse/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> from.return from.outside
  enter
    -> leave go
  entry
    -> more no_2
  yes_1
    -> enter
  no_2
    -> case_3 else_4
  case_3
    -> return
  else_4
    -> yes_5 no_6
  yes_5
    lumen_bif_erts_internal_map_next_3
    -> ok failed
  no_6
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
  "-inverse/1-lc$^0/1-0-"
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  never
  next
    -> "-inverse/1-lc$^0/1-0-" never
"comprehensions:nested/0.local"
  slots
    -> start
  start
    -> nested
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
  nested
    -> enter
"group:comprehensions:-nested/0-lc$^0/1-0-/1"
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
    -> exit
  no_2
    -> yes_6 no_7
  yes_6
    -> return
  no_7
    -> exit
  match_4
    -> enter
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
    -> enter
  back1
    -> collect enough2
  enough2
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
  "-nested/0-lc$^0/1-0-"
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  never
  next
    -> back1 next3
  next3
    -> "-nested/0-lc$^0/1-0-" never
"group:comprehensions:-nested/0-lc$^1/1-1-/1"
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
  "-nested/0-lc$^1/1-1-"
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  never
  next
    -> "-nested/0-lc$^1/1-1-" never
"comprehensions:module_info/0"
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
"comprehensions:module_info/1"
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
"comprehensions:main/0"
  thunk
    "group:comprehensions:main/0"
