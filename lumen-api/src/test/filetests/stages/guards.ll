"group:guards:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back4
    -> back8
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
    "group:guards:-main/0-lc$^1/1-0-/1"
  reload
    -> enough
  back
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    "guards:old/1"
  reload3
    -> enough2
  back4
    -> collect5 enough6
  collect5
    lumen_collect
    -> reload7 leave
  enough6
    "guards:body/1"
  reload7
    -> enough6
  back8
    -> collect9 enough10
  collect9
    lumen_collect
    -> reload11 leave
  enough10
    lumen_bif_erlang_append_2
    -> ok failed
  reload11
    -> enough10
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    lumen_bif_erlang_display_1
    -> return
  raise
    lumen_raise
  return
  main
    -> enter
  never
"guards:-fun.kind/1-/2"
  slots
    -> start
  start
    -> "-fun.kind/1-"
  enter
    -> yield go
  entry
    "guards:kind/1"
  yield
    -> leave
  go
    -> entry
  leave
  "-fun.kind/1-"
    -> enter
"group:guards:-main/0-lc$^1/1-0-/1"
  slots
    -> start
  start
    -> never11
    -> back
    -> back4
    -> "-main/0-lc$^1/1-0-"
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
    -> collect8 enough9
  yield
    -> leave
  go
    -> entry
  leave
  collect
    lumen_collect
    -> reload leave
  enough
    "guards:kind/1"
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
  "-main/0-lc$^1/1-0-"
    -> enter
  never11
"guards:kind/1"
  slots
    -> start
  start
    -> kind
  enter
    -> yield go
  entry
    -> known more
  yes_4
    -> compare.small compare.other
  else_7
    -> known4 more3
  yes_8
    -> compare.small9 compare.other10
  body_1
    -> return
  next_2
    -> bif.fast bif.slow
  then_14
    -> body_10 else_16
  failed_13
    -> else_16
  else_16
    -> more11 known12
  then_17
    -> body_10 next_11
  body_10
    -> return
  next_11
    -> case_23 no_22
  no_22
    -> more20 known21
  case_23
    -> next_19 body_18
  body_18
    -> collect enough
  next_19
    -> more24 known25
  body_25
    -> return
  next_26
    -> more26 known27
  yes_29
    lumen_bif_erlang_map_size_1
    -> ok29 failed28
  then_31
    -> body_27 next_28
  body_27
    -> return
  next_28
    -> return
  yield
    -> leave
  go
    -> entry
  leave
  more
    -> more1 known2
  known
    -> yes_4 else_7
  more1
    -> known2
  known2
    -> known
  compare.slow
    lumen_compare
    -> compared
  compared
    -> body_1 else_7
  compare.small
    -> compared
  compare.other
    -> compare.slow
  more3
    -> more5 known6
  known4
    -> yes_8 next_2
  more5
    -> known6
  known6
    -> known4
  compare.slow7
    lumen_compare
    -> compared8
  compared8
    -> body_1 next_2
  compare.small9
    -> compared8
  compare.other10
    -> compare.slow7
  return
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
  more11
    -> known12
  known12
    -> more13 known14
  more13
    -> known14
  known14
    -> bif.fast15 bif.slow16
  bif.fast15
    -> bif.done17
  bif.slow16
    lumen_bif_erlang_element_2
    -> ok19 failed18
  bif.done17
    -> then_17
  failed18
    -> next_11
  ok19
    -> bif.done17
  more20
    -> more22 known23
  known21
    -> case_23 next_19
  more22
    -> known23
  known23
    -> known21
  collect
    lumen_collect
    -> reload leave
  enough
    -> return
  reload
    -> enough
  more24
    -> known25
  known25
    -> body_25 next_26
  more26
    -> known27
  known27
    -> yes_29 next_28
  failed28
    -> next_28
  ok29
    -> then_31
  kind
    -> enter
"guards:old/1"
  slots
    -> start
  start
    -> old
  enter
    -> yield go
  entry
    -> body_1 next_2
  body_1
    -> return
  next_2
    lumen_set_function_clause
    -> raise
  yield
    -> leave
  go
    -> entry
  leave
  return
  raise
    lumen_raise
  old
    -> enter
"guards:body/1"
  slots
    -> start
  start
    -> body
  enter
    -> yield go
  entry
    -> known more
  yes_2
    -> compare.small compare.other
  join_1
    -> edge3 edge4
  join_4
    -> return
  yield
    -> leave
  go
    -> entry
  leave
  more
    -> more1 known2
  known
    -> collect enough
  more1
    -> known2
  known2
    -> known
  collect
    lumen_collect
    -> reload leave
  enough
    -> yes_2 edge
  reload
    -> enough
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
  body
    -> enter
"guards:module_info/0"
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
"guards:module_info/1"
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
"guards:main/0"
  thunk
    "group:guards:main/0"
"guards:main/0.return"
  thunk
    "group:guards:main/0"
"guards:-main/0-lc$^1/1-0-/1"
  thunk
    "group:guards:-main/0-lc$^1/1-0-/1"
"guards:-main/0-lc$^1/1-0-/1.return"
  thunk
    "group:guards:-main/0-lc$^1/1-0-/1"
