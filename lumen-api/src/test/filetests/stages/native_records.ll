"group:native_records:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back12
    -> back26
    -> back30
    -> back34
    -> main
    -> handler
  enter
    -> yield go
  entry
    -> collect enough
  handler_2
    -> collect38 enough39
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
  collect
    lumen_collect
    -> reload leave
  enough
    lumen_bif_records_make_3
    -> ok failed
  reload
    -> enough
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> collect1 enough2
  raise
    lumen_raise
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    lumen_bif_records_create_4
    -> ok5 failed4
  reload3
    -> enough2
  failed4
    lumen_set_builtin_failure
    -> raise
  ok5
    -> collect6 enough7
  collect6
    lumen_collect
    -> reload8 leave
  enough7
    "native_records:update/1"
  reload8
    -> enough7
  back
    -> collect9 enough10
  collect9
    lumen_collect
    -> reload11 leave
  enough10
    "native_records:read/1"
  reload11
    -> enough10
  back12
    -> collect13 enough14
  collect13
    lumen_collect
    -> reload15 leave
  enough14
    lumen_bif_records_set_3
    -> ok17 failed16
  reload15
    -> enough14
  failed16
    lumen_set_builtin_failure
    -> raise
  ok17
    -> collect18 enough19
  collect18
    lumen_collect
    -> reload20 leave
  enough19
    lumen_bif_records_make_3
    -> ok22 failed21
  reload20
    -> enough19
  failed21
    lumen_set_builtin_failure
    -> raise
  ok22
    -> collect23 enough24
  collect23
    lumen_collect
    -> reload25 leave
  enough24
    "group:native_records:-main/0-lc$^0/1-0-/1"
  reload25
    -> enough24
  back26
    -> collect27 enough28
  collect27
    lumen_collect
    -> reload29 leave
  enough28
    "native_records:tested/1"
  reload29
    -> enough28
  back30
    -> collect31 enough32
  collect31
    lumen_collect
    -> reload33 leave
  enough32
    "native_records:foreign/0"
  reload33
    -> enough32
  back34
    -> collect35 enough36
  handler
    -> handler_2
  collect35
    lumen_collect
    -> reload37 leave
  enough36
    -> join_1
  reload37
    -> enough36
  collect38
    lumen_collect
    -> reload40 leave
  enough39
    -> else_4
    -> case_3
  reload40
    -> enough39
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
    lumen_bif_records_set_3
    -> ok failed
  reload
    -> enough
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> collect1 enough2
  raise
    lumen_raise
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    lumen_bif_records_set_3
    -> ok5 failed4
  reload3
    -> enough2
  failed4
    lumen_set_builtin_failure
    -> raise
  ok5
    -> collect6 enough7
  collect6
    lumen_collect
    -> reload8 leave
  enough7
    -> return
  reload8
    -> enough7
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
    llvm.fshr.i64
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
    lumen_bif_records_make_2
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
"native_records:module_info/1"
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
