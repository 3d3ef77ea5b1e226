"group:guards:main/0"
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
    -> leave5
  enough
    -> exit
  back1
    -> collect enough2
  enough2
    -> exit
  back3
    -> collect enough4
  enough4
    lumen_bif_erlang_append_2
    -> ok failed
  failed
    -> raise.builtin
  ok
    lumen_bif_erlang_display_1
    -> return
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> exit
  return
    -> exit
  leave5
  jump
  main
    -> enter
  never
  next
    -> back1 next6
  next6
    -> back3 next7
  next7
    -> main never
"guards:-fun.kind/1-/2"
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
"group:guards:-main/0-lc$^1/1-0-/1"
  slots
    -> start
  start
    -> back next5
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
    -> leave3
  enough
    -> enter
  back1
    -> collect enough2
  enough2
    -> return
  return
    -> return.inside return.outside
  raise
    lumen_raise
    -> exit
  return.inside
    -> back next
  return.outside
    -> exit
  never
  next
    -> back1 never
  leave3
  jump
  "-main/0-lc$^1/1-0-"
    -> enter
  never4
  next5
    -> back1 next6
  next6
    -> "-main/0-lc$^1/1-0-" never4
"guards:kind/1"
  slots
    -> start
  start
    -> kind
  enter
    -> leave go
  entry
    -> known more
  yes_4
    -> key key.slow
  else_7
    -> known4 more3
  yes_8
    -> key8 key.slow7
  body_1
    -> return
  next_2
    -> bif.fast bif.slow
  then_14
    -> body_10 else_16
  failed_13
    -> else_16
  else_16
    -> more9 known10
  then_17
    -> body_10 next_11
  body_10
    -> return
  next_11
    -> case_23 no_22
  no_22
    -> more19 known20
  case_23
    -> next_19 body_18
  body_18
    -> return
  next_19
    -> more23 known24
  body_25
    -> return
  next_26
    -> more25 known26
  yes_29
    lumen_bif_erlang_map_size_1
    -> ok28 failed27
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
    -> more1 known2
  known
    -> yes_4 else_7
  more1
    -> known2
  known2
    -> known
  key.slow
    lumen_order_key
    -> key
  key
    -> body_1 else_7
  more3
    -> more5 known6
  known4
    -> yes_8 next_2
  more5
    -> known6
  known6
    -> known4
  key.slow7
    lumen_order_key
    -> key8
  key8
    -> body_1 next_2
  return
    -> exit
  bif.fast
    -> bif.done
  bif.slow
    lumen_bif_erlang_hd_1
    -> ok failed
  bif.done
    -> then_14
  failed
    -> else_16
  ok
    -> bif.done
  more9
    -> known10
  known10
    -> more11 known12
  more11
    -> known12
  known12
    -> bif.fast13 bif.slow14
  bif.fast13
    -> bif.done15
  bif.slow14
    lumen_bif_erlang_element_2
    -> ok17 failed16
  bif.done15
    -> collect enough
  failed16
    -> next_11
  ok17
    -> bif.done15
  collect
    lumen_collect
    -> reload leave18
  enough
    -> then_17
  reload
    -> enough
  leave18
  more19
    -> more21 known22
  known20
    -> case_23 next_19
  more21
    -> known22
  known22
    -> known20
  more23
    -> known24
  known24
    -> body_25 next_26
  more25
    -> known26
  known26
    -> yes_29 next_28
  failed27
    -> next_28
  ok28
    -> then_31
  jump
  kind
    -> enter
"guards:old/1"
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
    lumen_set_function_clause
    -> raise
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  return
    -> exit
  raise
    lumen_raise
    -> exit
  jump
  old
    -> enter
"guards:body/1"
  slots
    -> start
  start
    -> body
  enter
    -> leave go
  entry
    -> known more
  yes_2
    -> compare.small compare.other
  join_1
    -> edge3 edge4
  join_4
    -> return
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  more
    -> more1 known2
  known
    -> yes_2 edge
  more1
    -> known2
  known2
    -> known
  edge
    -> join_1
  compare.slow
    lumen_compare
    -> compared
  compared
    -> join_1
  compare.small
    -> compared
  compare.other
    -> compare.slow
  edge3
    -> join_4
  edge4
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
    lumen_raise
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
    lumen_raise
    -> exit
  return
    -> exit
  jump
  module_info
    -> enter
"guards:main/0"
  thunk
    "group:guards:main/0"
"guards:main/0.return"
  thunk
    "group:guards:main/0"
"guards:-main/0-lc$^1/1-0-/1.return"
  thunk
    "group:guards:-main/0-lc$^1/1-0-/1"
