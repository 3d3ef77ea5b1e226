"group:guards:main/0"
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
    -> back1 next4
  next4
    -> back3 next5
  next5
    -> main never
"guards:-fun.kind/1-/2.local"
  slots
    -> start
  start
    -> "-fun.kind/1-"
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
  "-fun.kind/1-"
    -> enter
"group:guards:-main/0-lc$^1/1-0-/2"
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
  "-main/0-lc$^1/1-0-"
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  never
  next
    -> back1 next3
  next3
    -> "-main/0-lc$^1/1-0-" never
"guards:kind/1.local"
  slots
    -> start
  start
    -> kind
  enter
    -> leave go
  entry
    -> yes_4 more
  yes_4
    -> key key.slow
  else_7
    -> yes_8 more2
  yes_8
    -> key5 key.slow4
  body_1
    -> return
  next_2
    lumen_bif_erlang_hd_1
    -> ok failed
  then_14
    -> body_10 else_16
  failed_13
    -> else_16
  else_16
    lumen_bif_erlang_element_2
    -> ok7 failed6
  then_17
    -> body_10 next_11
  body_10
    -> return
  next_11
    -> case_23 no_22
  no_22
    -> more9 known
  case_23
    -> next_19 body_18
  body_18
    -> return
  next_19
    -> more12 next_26
  body_25
    -> return
  next_26
    -> more13 next_28
  yes_29
    lumen_bif_erlang_map_size_1
    -> ok15 failed14
  then_31
    -> body_27 next_28
  body_27
    -> return
  next_28
    -> return
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  more
    -> more1 else_7
  more1
    -> yes_4 else_7
  key.slow
    lumen_order_key
    -> key
  key
    -> body_1 else_7
  more2
    -> more3 next_2
  more3
    -> yes_8 next_2
  key.slow4
    lumen_order_key
    -> key5
  key5
    -> body_1 next_2
  return
    -> exit
  failed
    -> else_16
  ok
    -> then_14
  failed6
    -> next_11
  ok7
    -> collect enough
  collect
    lumen_collect
    -> reload leave8
  enough
    -> then_17
  reload
    -> enough
  leave8
  more9
    -> more10 known11
  known
    -> case_23 next_19
  more10
    -> known11
  known11
    -> known
  more12
    -> body_25 next_26
  more13
    -> yes_29 next_28
  failed14
    -> next_28
  ok15
    -> then_31
  jump
  kind
    -> enter
"guards:old/1.local"
  slots
    -> start
  start
    -> old
  enter
    -> leave go
  entry
    -> body_1 next_2
  body_1
    -> return
  next_2
    -> exit
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  return
    -> exit
  jump
  old
    -> enter
"guards:body/1.local"
  slots
    -> start
  start
    -> body
  enter
    -> leave go
  entry
    -> yes_2 more
  yes_2
    -> compare.small compare.other
  join_1
    -> edge2 edge3
  join_4
    -> return
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  edge
    -> join_1
  more
    -> more1 edge
  more1
    -> yes_2 edge
  compare.slow
    lumen_compare
    -> compared
  compared
    -> join_1
  compare.small
    -> compared
  compare.other
    -> compare.slow
  edge2
    -> join_4
  edge3
    -> join_4
  return
    -> exit
  jump
  body
    -> enter
"guards:module_info/0"
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
"guards:module_info/1"
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
"guards:main/0"
  thunk
    "group:guards:main/0"
