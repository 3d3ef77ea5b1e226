"group:native_records:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back4
    -> back11
    -> back14
    -> back17
    -> main
    -> handler
  enter
    -> leave go
  entry
    lumen_bif_records_make_3
    -> ok failed
  handler_2
    -> collect20 enough21
  case_3
    -> join_1
  else_4
    lumen_set_exception
    -> raise
  join_1
    lumen_bif_erlang_display_1
    -> return
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  failed
    -> raise.builtin
  ok
    lumen_bif_records_create_4
    -> ok2 failed1
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> jump24
  failed1
    -> raise.builtin
  ok2
    -> jump3
  back
    -> collect enough
  jump3
    "native_records:update/1"
  collect
    -> leave22
  enough
    -> jump5
  back4
    -> collect enough6
  jump5
    "native_records:read/1"
  enough6
    lumen_bif_records_set_3
    -> ok8 failed7
  failed7
    -> raise.builtin
  ok8
    lumen_bif_records_make_3
    -> ok10 failed9
  failed9
    -> raise.builtin
  ok10
    -> jump12
  back11
    -> collect enough13
  jump12
    "group:native_records:-main/0-lc$^0/1-0-/1"
  enough13
    -> jump15
  back14
    -> collect enough16
  jump15
    "native_records:tested/1"
  enough16
    -> jump18
  back17
    -> collect enough19
  handler
    -> handler_2
  jump18
    "native_records:foreign/0"
  enough19
    -> join_1
  collect20
    lumen_collect
    -> reload leave22
  enough21
    -> else_4
    -> case_3
  reload
    -> enough21
  leave22
  return
    -> jump23
  jump23
  jump24
  main
    -> enter
  never
"group:native_records:-main/0-lc$^0/1-0-/1"
  slots
    -> start
  start
    -> never7
    -> back
    -> back2
    -> "-main/0-lc$^0/1-0-"
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
    -> collect enough
  jump1
    "native_records:kind/1"
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
  "-main/0-lc$^0/1-0-"
    -> enter
  never7
"native_records:update/1"
  slots
    -> start
  start
    -> update
  enter
    -> leave go
  entry
    lumen_bif_records_set_3
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
    lumen_bif_records_set_3
    -> ok2 failed1
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> jump4
  failed1
    -> raise.builtin
  ok2
    -> return
  return
    -> jump3
  jump3
  jump4
  update
    -> enter
"native_records:read/1"
  slots
    -> start
  start
    -> read
  enter
    -> leave go
  entry
    lumen_bif_records_field_3
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
    lumen_bif_records_field_3
    -> ok2 failed1
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> jump4
  failed1
    -> raise.builtin
  ok2
    -> return
  return
    -> jump3
  jump3
  jump4
  read
    -> enter
"native_records:kind/1"
  slots
    -> start
  start
    -> kind
  enter
    -> leave go
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
    -> ok8 failed7
  yes_8
    -> return
  match_7
    lumen_bif_records_match_2
    -> ok10 failed9
  yes_9
    lumen_bif_records_get_2
    -> ok12 failed11
  yes_11
    -> return
  match_10
    lumen_bif_records_match_2
    -> ok14 failed13
  no_13
    lumen_bif_records_field_3
    -> ok16 failed15
  then_18
    -> body_14 else_20
  failed_17
    -> else_20
  else_20
    lumen_bif_erlang_is_record_3
    -> ok18 failed17
  body_14
    -> return
  next_15
    -> return
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  failed
    -> match_2
  ok
    -> yes_1
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
    -> jump19
  failed5
    -> match_7
  ok6
    -> yes_6
  failed7
    -> match_7
  ok8
    -> yes_8
  failed9
    -> match_10
  ok10
    -> yes_9
  failed11
    -> match_10
  ok12
    -> yes_11
  failed13
    -> no_13
  ok14
    -> return
  failed15
    -> else_20
  ok16
    -> then_18
  failed17
    -> next_15
  ok18
    -> next_15
    -> body_14
  jump19
  kind
    -> enter
"native_records:tested/1"
  slots
    -> start
  start
    -> tested
  enter
    -> leave go
  entry
    lumen_bif_erlang_is_record_1
    lumen_bif_erlang_is_record_3
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
    lumen_bif_erlang_is_record_3
    -> ok2 failed1
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    lumen_raise
    -> jump4
  failed1
    -> raise.builtin
  ok2
    -> return
  return
    -> jump3
  jump3
  jump4
  tested
    -> enter
"native_records:foreign/0"
  slots
    -> start
  start
    -> foreign
  enter
    -> leave go
  entry
    lumen_bif_records_make_2
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
  foreign
    -> enter
"native_records:module_info/0"
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
"native_records:module_info/1"
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
"native_records:main/0.l0"
  thunk
    -> jump
  jump
    "group:native_records:main/0"
"native_records:main/0"
  thunk
    -> jump
  jump
    "group:native_records:main/0"
"native_records:main/0.return"
  thunk
    -> jump
  jump
    "group:native_records:main/0"
"native_records:-main/0-lc$^0/1-0-/1.return"
  thunk
    -> jump
  jump
    "group:native_records:-main/0-lc$^0/1-0-/1"
