"group:native_records:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back6
    -> back14
    -> back18
    -> back22
    -> main
    -> handler
  enter
    -> yield go
  entry
    lumen_bif_records_make_3
    -> ok failed
  handler_2
    -> collect26 enough27
  case_3
    -> join_1
  else_4
    lumen_set_exception
    -> raise
  join_1
    lumen_bif_erlang_display_1
    -> return
  yield
    -> leave
  go
    -> entry
  leave
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    lumen_bif_records_create_4
    -> ok2 failed1
  raise
    lumen_raise
  failed1
    lumen_set_builtin_failure
    -> raise
  ok2
    -> collect enough
  collect
    lumen_collect
    -> reload leave
  enough
    "native_records:update/1"
  reload
    -> enough
  back
    -> collect3 enough4
  collect3
    lumen_collect
    -> reload5 leave
  enough4
    "native_records:read/1"
  reload5
    -> enough4
  back6
    lumen_bif_records_set_3
    -> ok8 failed7
  failed7
    lumen_set_builtin_failure
    -> raise
  ok8
    lumen_bif_records_make_3
    -> ok10 failed9
  failed9
    lumen_set_builtin_failure
    -> raise
  ok10
    -> collect11 enough12
  collect11
    lumen_collect
    -> reload13 leave
  enough12
    "group:native_records:-main/0-lc$^0/1-0-/1"
  reload13
    -> enough12
  back14
    -> collect15 enough16
  collect15
    lumen_collect
    -> reload17 leave
  enough16
    "native_records:tested/1"
  reload17
    -> enough16
  back18
    -> collect19 enough20
  collect19
    lumen_collect
    -> reload21 leave
  enough20
    "native_records:foreign/0"
  reload21
    -> enough20
  back22
    -> collect23 enough24
  handler
    -> handler_2
  collect23
    lumen_collect
    -> reload25 leave
  enough24
    -> join_1
  reload25
    -> enough24
  collect26
    lumen_collect
    -> reload28 leave
  enough27
    -> else_4
    -> case_3
  reload28
    -> enough27
  return
  main
    -> enter
  never
"group:native_records:-main/0-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> never11
    -> back
    -> back4
    -> "-main/0-lc$^0/1-0-"
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
    "native_records:kind/1"
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
  "-main/0-lc$^0/1-0-"
    -> enter
  never11
"native_records:update/1"
  slots
    -> start
  start
    -> update
  enter
    -> yield go
  entry
    lumen_bif_records_set_3
    -> ok failed
  yield
    -> leave
  go
    -> entry
  leave
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    lumen_bif_records_set_3
    -> ok2 failed1
  raise
    lumen_raise
  failed1
    lumen_set_builtin_failure
    -> raise
  ok2
    -> collect enough
  collect
    lumen_collect
    -> reload leave
  enough
    -> return
  reload
    -> enough
  return
  update
    -> enter
"native_records:read/1"
  slots
    -> start
  start
    -> read
  enter
    -> yield go
  entry
    lumen_bif_records_field_3
    -> ok failed
  yield
    -> leave
  go
    -> entry
  leave
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    lumen_bif_records_field_3
    -> ok2 failed1
  raise
    lumen_raise
  failed1
    lumen_set_builtin_failure
    -> raise
  ok2
    -> collect enough
  collect
    lumen_collect
    -> reload leave
  enough
    -> return
  reload
    -> enough
  return
  read
    -> enter
"native_records:kind/1"
  slots
    -> start
  start
    -> kind
  enter
    -> yield go
  entry
    lumen_bif_records_match_2
    -> ok failed
  yes_1
    lumen_bif_records_get_2
    -> ok2 failed1
  case_4
    lumen_bif_records_get_2
    -> ok4 failed3
  yes_5
    -> return
  match_2
    lumen_bif_records_match_2
    -> ok6 failed5
  yes_6
    lumen_bif_records_get_2
    -> ok11 failed10
  yes_8
    -> return
  match_7
    lumen_bif_records_match_2
    -> ok13 failed12
  yes_9
    lumen_bif_records_get_2
    -> ok18 failed17
  yes_11
    -> return
  match_10
    lumen_bif_records_match_2
    -> ok20 failed19
  no_13
    lumen_bif_records_field_3
    -> ok22 failed21
  then_18
    -> body_14 else_20
  failed_17
    -> else_20
  else_20
    lumen_bif_erlang_is_record_3
    -> ok24 failed23
  body_14
    -> return
  next_15
    -> return
  yield
    -> leave
  go
    -> entry
  leave
  failed
    -> match_2
  ok
    -> collect enough
  collect
    lumen_collect
    -> reload leave
  enough
    -> yes_1
  reload
    -> enough
  failed1
    -> match_2
  ok2
    -> match_2
    -> case_4
  failed3
    -> match_2
  ok4
    -> yes_5
  return
  failed5
    -> match_7
  ok6
    -> collect7 enough8
  collect7
    lumen_collect
    -> reload9 leave
  enough8
    -> yes_6
  reload9
    -> enough8
  failed10
    -> match_7
  ok11
    -> yes_8
  failed12
    -> match_10
  ok13
    -> collect14 enough15
  collect14
    lumen_collect
    -> reload16 leave
  enough15
    -> yes_9
  reload16
    -> enough15
  failed17
    -> match_10
  ok18
    -> yes_11
  failed19
    -> no_13
  ok20
    -> return
  failed21
    -> else_20
  ok22
    -> then_18
  failed23
    -> next_15
  ok24
    -> next_15
    -> body_14
  kind
    -> enter
"native_records:tested/1"
  slots
    -> start
  start
    -> tested
  enter
    -> yield go
  entry
    lumen_bif_erlang_is_record_1
    lumen_bif_erlang_is_record_3
    -> ok failed
  yield
    -> leave
  go
    -> entry
  leave
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    lumen_bif_erlang_is_record_3
    -> ok2 failed1
  raise
    lumen_raise
  failed1
    lumen_set_builtin_failure
    -> raise
  ok2
    -> collect enough
  collect
    lumen_collect
    -> reload leave
  enough
    -> return
  reload
    -> enough
  return
  tested
    -> enter
"native_records:foreign/0"
  slots
    -> start
  start
    -> foreign
  enter
    -> yield go
  entry
    lumen_bif_records_make_2
    -> ok failed
  yield
    -> leave
  go
    -> entry
  leave
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> return
  raise
    lumen_raise
  return
  foreign
    -> enter
"native_records:module_info/0"
  slots
    -> start
  start
    -> module_info
  enter
    -> yield go
  entry
    lumen_bif_erlang_get_module_info_1
    -> ok failed
  yield
    -> leave
  go
    -> entry
  leave
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
"native_records:module_info/1"
  slots
    -> start
  start
    -> module_info
  enter
    -> yield go
  entry
    lumen_bif_erlang_get_module_info_2
    -> ok failed
  yield
    -> leave
  go
    -> entry
  leave
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
"native_records:main/0"
  thunk
    "group:native_records:main/0"
"native_records:main/0.l0"
  thunk
    "group:native_records:main/0"
"native_records:main/0.return"
  thunk
    "group:native_records:main/0"
"native_records:-main/0-lc$^0/1-0-/1"
  thunk
    "group:native_records:-main/0-lc$^0/1-0-/1"
"native_records:-main/0-lc$^0/1-0-/1.return"
  thunk
    "group:native_records:-main/0-lc$^0/1-0-/1"
