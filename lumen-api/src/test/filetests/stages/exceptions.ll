"group:exceptions:main/0"
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
    "group:exceptions:-main/0-lc$^4/1-0-/1"
  reload
    -> enough
  back
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    "exceptions:old/0"
  reload3
    -> enough2
  back4
    -> collect5 enough6
  collect5
    lumen_collect
    -> reload7 leave
  enough6
    "group:exceptions:cleanup/0"
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
"exceptions:-main/0-fun-3-/1"
  slots
    -> start
  start
    -> "-main/0-fun-3-"
  enter
    -> yield go
  entry
    -> return
  yield
    -> leave
  go
    -> entry
  leave
  return
  "-main/0-fun-3-"
    -> enter
"exceptions:-main/0-fun-2-/1"
  slots
    -> start
  start
    -> "-main/0-fun-2-"
  enter
    -> yield go
  entry
    lumen_set_exception
    -> raise
  yield
    -> leave
  go
    -> entry
  leave
  raise
    lumen_raise
  "-main/0-fun-2-"
    -> enter
"exceptions:-main/0-fun-1-/1"
  slots
    -> start
  start
    -> "-main/0-fun-1-"
  enter
    -> yield go
  entry
    lumen_set_exception
    -> raise
  yield
    -> leave
  go
    -> entry
  leave
  raise
    lumen_raise
  "-main/0-fun-1-"
    -> enter
"exceptions:-main/0-fun-0-/1"
  slots
    -> start
  start
    -> "-main/0-fun-0-"
  enter
    -> yield go
  entry
    lumen_set_exception
    -> raise
  yield
    -> leave
  go
    -> entry
  leave
  raise
    lumen_raise
  "-main/0-fun-0-"
    -> enter
"group:exceptions:-main/0-lc$^4/1-0-/1"
  slots
    -> start
  start
    -> never11
    -> back
    -> back4
    -> "-main/0-lc$^4/1-0-"
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
    "group:exceptions:attempt/1"
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
  "-main/0-lc$^4/1-0-"
    -> enter
  never11
"group:exceptions:attempt/1"
  slots
    -> start
  start
    -> never
    -> back
    -> attempt
    -> handler
  enter
    -> yield go
  entry
    -> collect enough
  case_2
    -> return
  else_3
    -> return
  handler_1
    -> collect1 enough2
  case_4
    lumen_build_stacktrace
    -> collect4 enough5
  case_5
    lumen_build_stacktrace
    -> collect7 enough8
  else_6
    lumen_build_stacktrace
    -> collect10 enough11
  yield
    -> leave
  go
    -> entry
  leave
  collect
    lumen_collect
    -> reload leave
  enough
    -> fun.boxed fun.slow
  reload
    -> enough
  fun.boxed
    -> fun fun.slow
  fun
    -> fun.found
  fun.slow
    lumen_fun_code
    -> ok failed
  fun.found
  failed
    lumen_make_trace
    -> handler_1
  ok
    -> fun.found
  back
    llvm.fshr.i64
    -> else_3
    -> case_2
  handler
    -> handler_1
  return
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    -> else_6
    -> case_4
    -> case_5
  reload3
    -> enough2
  collect4
    lumen_collect
    -> reload6 leave
  enough5
    -> return
  reload6
    -> enough5
  collect7
    lumen_collect
    -> reload9 leave
  enough8
    -> return
  reload9
    -> enough8
  collect10
    lumen_collect
    -> reload12 leave
  enough11
    -> return
  reload12
    -> enough11
  attempt
    -> enter
  never
"exceptions:old/0"
  slots
    -> start
  start
    -> old
  enter
    -> yield go
  entry
    lumen_make_trace
    -> handler_2
  handler_2
    -> collect enough
  thrown_3
    -> join_1
  error_4
    lumen_build_stacktrace
    -> collect1 enough2
  exit_5
    -> join_1
  join_1
    llvm.sadd.with.overflow.i64
    -> arith.slow arith.done
  handler_7
    -> collect7 enough8
  thrown_8
    -> join_6
  error_9
    lumen_build_stacktrace
    -> collect10 enough11
  exit_10
    -> join_6
  join_6
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
    -> exit_5
    -> thrown_3
    -> error_4
  reload
    -> enough
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    -> join_1
  reload3
    -> enough2
  arith.done
    -> join_6
  arith.slow
    lumen_bif_erlang_plus_2
    -> ok failed
  failed
    lumen_set_builtin_failure
    lumen_make_trace
    -> handler_7
  ok
    -> collect4 enough5
  collect4
    lumen_collect
    -> reload6 leave
  enough5
    -> arith.done
  reload6
    -> enough5
  collect7
    lumen_collect
    -> reload9 leave
  enough8
    -> exit_10
    -> thrown_8
    -> error_9
  reload9
    -> enough8
  collect10
    lumen_collect
    -> reload12 leave
  enough11
    -> join_6
  reload12
    -> enough11
  return
  old
    -> enter
"group:exceptions:cleanup/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back4
    -> cleanup
  enter
    -> yield go
  entry
    lumen_bif_erlang_send_2
    -> ok failed
  then_2
    "group:exceptions:-cleanup/0-after$^0/0-0-/0"
  handler_1
    -> collect1 enough2
  yield
    -> leave
  go
    -> entry
  leave
  failed
    lumen_set_builtin_failure
    lumen_make_trace
    -> handler_1
  ok
    -> collect enough
  collect
    lumen_collect
    -> reload leave
  enough
    -> then_2
  reload
    -> enough
  back
    -> return
  return
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    "group:exceptions:-cleanup/0-after$^0/0-0-/0"
  reload3
    -> enough2
  back4
    lumen_set_exception
    -> raise
  raise
    lumen_raise
  cleanup
    -> enter
  never
"group:exceptions:-cleanup/0-after$^0/0-0-/0"
  slots
    -> start
  start
    -> never
    -> woken
    -> "-cleanup/0-after$^0/0-0-"
    -> resume
  enter
    -> yield go
  entry
    -> yield1 go2
  look_1
    lumen_receive_peek
    -> wait_3 message
  message_2
    -> no_match_6
    -> case_5
  case_5
    lumen_receive_accept
    -> return
  no_match_6
    lumen_receive_skip
    -> yield3 go4
  wait_3
    -> collect enough
  timed_out_4
  yield
    -> leave
  go
    -> entry
  leave
  yield1
    -> leave
  go2
    -> look_1
  resume
    -> look_1
  message
    -> message_2
  return
  yield3
    -> leave
  go4
    -> look_1
  collect
    lumen_collect
    -> reload leave
  enough
    lumen_receive_wait
    -> leave at_once
  reload
    -> enough
  woken
    -> answered
  at_once
    -> answered
  answered
    -> wait.failed
    -> edge
    -> timed_out_4
  wait.failed
    -> raise
  edge
    -> yield5 go6
  yield5
    -> leave
  go6
    -> look_1
  raise
    lumen_raise
  "-cleanup/0-after$^0/0-0-"
    -> enter
  never
"exceptions:module_info/0"
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
"exceptions:module_info/1"
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
"exceptions:main/0"
  thunk
    "group:exceptions:main/0"
"exceptions:main/0.return"
  thunk
    "group:exceptions:main/0"
"exceptions:-main/0-lc$^4/1-0-/1"
  thunk
    "group:exceptions:-main/0-lc$^4/1-0-/1"
"exceptions:-main/0-lc$^4/1-0-/1.return"
  thunk
    "group:exceptions:-main/0-lc$^4/1-0-/1"
"exceptions:attempt/1"
  thunk
    "group:exceptions:attempt/1"
"exceptions:attempt/1.l0"
  thunk
    "group:exceptions:attempt/1"
"exceptions:attempt/1.return"
  thunk
    "group:exceptions:attempt/1"
"exceptions:cleanup/0"
  thunk
    "group:exceptions:cleanup/0"
"exceptions:cleanup/0.return"
  thunk
    "group:exceptions:cleanup/0"
"exceptions:-cleanup/0-after$^0/0-0-/0"
  thunk
    "group:exceptions:-cleanup/0-after$^0/0-0-/0"
"exceptions:-cleanup/0-after$^0/0-0-/0.l0"
  thunk
    "group:exceptions:-cleanup/0-after$^0/0-0-/0"
"exceptions:-cleanup/0-after$^0/0-0-/0.return"
  thunk
    "group:exceptions:-cleanup/0-after$^0/0-0-/0"
