"group:comprehensions:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back2
    -> back5
    -> back8
    -> back11
    -> main
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
    "comprehensions:list/1"
  collect
    -> leave15
  enough
    -> jump3
  back2
    -> collect enough4
  jump3
    "comprehensions:pairs/2"
  enough4
    -> jump6
  back5
    -> collect enough7
  jump6
    "comprehensions:bytes/1"
  enough7
    -> jump9
  back8
    -> collect enough10
  jump9
    "group:comprehensions:inverse/1"
  enough10
    -> jump12
  back11
    -> collect enough13
  jump12
    "comprehensions:nested/0"
  enough13
    lumen_bif_erlang_display_1
    -> return
  return
    -> jump14
  jump14
  leave15
  main
    -> enter
  never
"comprehensions:list/1"
  slots
    -> start
  start
    -> list
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
    "group:comprehensions:-list/1-lc$^0/1-0-/1"
  list
    -> enter
"group:comprehensions:-list/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> never6
    -> back
    -> "-list/1-lc$^0/1-0-"
  enter
    -> leave go
  entry
    -> yes_1 no_2
  yes_1
    -> known more
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
    lumen_set_exception
    -> raise
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
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
  failed
    -> raise.builtin
  ok
    -> enter
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> jump4
  back
    -> collect enough
  collect
    -> leave5
  enough
    -> return
  return
    -> return.inside return.outside
  return.inside
    -> never
    -> back
  return.outside
    -> jump3
  never
  jump3
  jump4
  leave5
  "-list/1-lc$^0/1-0-"
    -> enter
  never6
"comprehensions:pairs/2"
  slots
    -> start
  start
    -> pairs
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
    "group:comprehensions:-pairs/2-lc$^0/1-0-/2"
  pairs
    -> enter
"group:comprehensions:-pairs/2-lc$^0/1-0-/2"
  slots
    -> start
  start
    -> never13
    -> back
    -> "-pairs/2-lc$^0/1-0-"
    -> "-pairs/2-lc$^1/1-1-"
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
    lumen_set_exception
    -> raise
  enter1
    -> leave7 go8
  entry2
    -> more known
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
    lumen_set_exception
    -> raise
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  return
    -> return.inside return.outside
  raise
    lumen_raise
    -> jump11
  leave7
    -> jump9
  go8
    -> entry2
  jump9
    lumen_leave
  more
    -> known
  known
    -> yes_13 no_26
  back
    -> collect enough
  collect
    -> leave12
  enough
    -> return
  return.inside
    -> never
    -> back
  return.outside
    -> jump10
  never
  jump10
  jump11
  leave12
  "-pairs/2-lc$^0/1-0-"
    -> enter
  "-pairs/2-lc$^1/1-1-"
    -> enter1
  never13
"comprehensions:bytes/1"
  slots
    -> start
  start
    -> bytes
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
    "group:comprehensions:-bytes/1-lbc$^0/2-0-/3"
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
    -> leave go
  entry
    -> yes_1 no_2
  yes_1
    -> jump1
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
    -> enter
  jump1
    "comprehensions:-bytes/1-lbc$^1/2-1-/3"
  return
    -> jump2
  raise
    lumen_raise
    -> jump3
  jump2
  jump3
  "-bytes/1-lbc$^0/2-0-"
    -> enter
  never
"comprehensions:-bytes/1-lbc$^1/2-1-/3"
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
    lumen_set_exception
    -> raise
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
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
    -> jump4
  return
    -> jump3
  jump3
  jump4
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
    -> jump6
  back
    -> collect enough
  jump4
    "group:comprehensions:-inverse/1-lc$^0/1-0-/1"
  collect
    -> leave7
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
  return
    -> jump5
  jump5
  jump6
  leave7
  inverse
    -> enter
  never
"group:comprehensions:-inverse/1-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> never4
    -> back
    -> "-inverse/1-lc$^0/1-0-"
  enter
    -> leave go
  entry
    -> more known
  yes_1
    -> enter
  no_2
    -> else_4
    -> case_3
  case_3
    -> return
  else_4
    -> yes_5 no_6
  yes_5
    lumen_bif_erts_internal_map_next_3
    -> ok failed
  no_6
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
  return.inside
    -> never
    -> back
  return.outside
    -> jump1
  never
  jump1
  jump2
  leave3
  "-inverse/1-lc$^0/1-0-"
    -> enter
  never4
"comprehensions:nested/0"
  slots
    -> start
  start
    -> nested
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
    "group:comprehensions:-nested/0-lc$^0/1-0-/1"
  nested
    -> enter
"group:comprehensions:-nested/0-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> never7
    -> back
    -> back2
    -> "-nested/0-lc$^0/1-0-"
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
    -> jump1
  no_2
    -> yes_6 no_7
  yes_6
    -> return
  no_7
    lumen_set_exception
    -> raise
  match_4
    -> enter
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
  jump1
    "group:comprehensions:-nested/0-lc$^1/1-1-/1"
  collect
    -> leave6
  enough
    -> enter
  back2
    -> collect enough3
  enough3
    -> return
  return
    -> return.inside return.outside
  raise
    lumen_raise
    -> jump5
  return.inside
    -> never
    -> back
    -> back2
  return.outside
    -> jump4
  never
  jump4
  jump5
  leave6
  "-nested/0-lc$^0/1-0-"
    -> enter
  never7
"group:comprehensions:-nested/0-lc$^1/1-1-/1"
  slots
    -> start
  start
    -> never4
    -> back
    -> "-nested/0-lc$^1/1-1-"
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
  "-nested/0-lc$^1/1-1-"
    -> enter
  never4
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
"comprehensions:main/0"
  thunk
    -> jump
  jump
    "group:comprehensions:main/0"
"comprehensions:main/0.return"
  thunk
    -> jump
  jump
    "group:comprehensions:main/0"
"comprehensions:-list/1-lc$^0/1-0-/1.return"
  thunk
    -> jump
  jump
    "group:comprehensions:-list/1-lc$^0/1-0-/1"
"comprehensions:-pairs/2-lc$^0/1-0-/2.return"
  thunk
    -> jump
  jump
    "group:comprehensions:-pairs/2-lc$^0/1-0-/2"
"comprehensions:-bytes/1-lbc$^0/2-0-/3.return"
  thunk
    -> jump
  jump
    "group:comprehensions:-bytes/1-lbc$^0/2-0-/3"
"comprehensions:inverse/1.return"
  thunk
    -> jump
  jump
    "group:comprehensions:inverse/1"
"comprehensions:-inverse/1-lc$^0/1-0-/1.return"
  thunk
    -> jump
  jump
    "group:comprehensions:-inverse/1-lc$^0/1-0-/1"
"comprehensions:-nested/0-lc$^0/1-0-/1.return"
  thunk
    -> jump
  jump
    "group:comprehensions:-nested/0-lc$^0/1-0-/1"
"comprehensions:-nested/0-lc$^1/1-1-/1.return"
  thunk
    -> jump
  jump
    "group:comprehensions:-nested/0-lc$^1/1-1-/1"
