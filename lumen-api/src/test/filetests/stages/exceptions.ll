"group:exceptions:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back2
    -> back5
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
    "group:exceptions:-main/0-lc$^4/1-0-/1"
  collect
    -> leave10
  enough
    -> jump3
  back2
    -> collect enough4
  jump3
    "exceptions:old/0"
  enough4
    -> jump6
  back5
    -> collect enough7
  jump6
    "group:exceptions:cleanup/0"
  enough7
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
    -> jump9
  return
    -> jump8
  jump8
  jump9
  leave10
  main
    -> enter
  never
"exceptions:-main/0-fun-3-/1"
  slots
    -> start
  start
    -> "-main/0-fun-3-"
  enter
    -> leave go
  entry
    -> return
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  return
    -> jump1
  jump1
  "-main/0-fun-3-"
    -> enter
"exceptions:-main/0-fun-2-/1"
  slots
    -> start
  start
    -> "-main/0-fun-2-"
  enter
    -> leave go
  entry
    lumen_set_exception
    -> raise
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  raise
    lumen_raise
    -> jump1
  jump1
  "-main/0-fun-2-"
    -> enter
"exceptions:-main/0-fun-1-/1"
  slots
    -> start
  start
    -> "-main/0-fun-1-"
  enter
    -> leave go
  entry
    lumen_set_exception
    -> raise
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  raise
    lumen_raise
    -> jump1
  jump1
  "-main/0-fun-1-"
    -> enter
"exceptions:-main/0-fun-0-/1"
  slots
    -> start
  start
    -> "-main/0-fun-0-"
  enter
    -> leave go
  entry
    lumen_set_exception
    -> raise
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  raise
    lumen_raise
    -> jump1
  jump1
  "-main/0-fun-0-"
    -> enter
"group:exceptions:-main/0-lc$^4/1-0-/1"
  slots
    -> start
  start
    -> never7
    -> back
    -> back2
    -> "-main/0-lc$^4/1-0-"
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
    "group:exceptions:attempt/1"
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
  "-main/0-lc$^4/1-0-"
    -> enter
  never7
"group:exceptions:attempt/1"
  slots
    -> start
  start
    -> never
    -> back
    -> attempt
    -> handler
  enter
    -> leave go
  entry
    -> fun.boxed fun.slow
  case_2
    -> return
  else_3
    -> return
  handler_1
    -> collect enough
  case_4
    lumen_build_stacktrace
    -> return
  case_5
    lumen_build_stacktrace
    -> return
  else_6
    lumen_build_stacktrace
    -> return
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  fun.boxed
    -> fun fun.slow
  fun
    -> fun.found
  fun.slow
    lumen_fun_code
    -> ok failed
  fun.found
    -> jump1
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
  jump1
  return
    -> jump3
  collect
    lumen_collect
    -> reload leave2
  enough
    -> else_6
    -> case_4
    -> case_5
  reload
    -> enough
  leave2
  jump3
  attempt
    -> enter
  never
"exceptions:old/0"
  slots
    -> start
  start
    -> old
  enter
    -> leave go
  entry
    lumen_make_trace
    -> handler_2
  handler_2
    -> collect enough
  thrown_3
    -> join_1
  error_4
    lumen_build_stacktrace
    -> join_1
  exit_5
    -> join_1
  join_1
    llvm.sadd.with.overflow.i64
    -> arith.slow arith.done
  handler_7
    -> collect2 enough3
  thrown_8
    -> join_6
  error_9
    lumen_build_stacktrace
    -> join_6
  exit_10
    -> join_6
  join_6
    -> return
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  collect
    lumen_collect
    -> reload leave1
  enough
    -> exit_5
    -> thrown_3
    -> error_4
  reload
    -> enough
  leave1
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
    -> arith.done
  collect2
    lumen_collect
    -> reload4 leave1
  enough3
    -> exit_10
    -> thrown_8
    -> error_9
  reload4
    -> enough3
  return
    -> jump5
  jump5
  old
    -> enter
"group:exceptions:cleanup/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back3
    -> cleanup
  enter
    -> leave go
  entry
    lumen_bif_erlang_send_2
    -> ok failed
  then_2
    -> jump1
  handler_1
    -> collect enough
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  failed
    lumen_set_builtin_failure
    lumen_make_trace
    -> handler_1
  ok
    -> then_2
  back
    -> return
  jump1
    "group:exceptions:-cleanup/0-after$^0/0-0-/0"
  return
    -> jump5
  collect
    lumen_collect
    -> reload leave2
  enough
    -> jump4
  reload
    -> enough
  leave2
  back3
    lumen_set_exception
    -> raise
  jump4
    "group:exceptions:-cleanup/0-after$^0/0-0-/0"
  raise
    lumen_raise
    -> jump6
  jump5
  jump6
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
    -> leave go
  entry
    -> leave1 look_1
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
    -> leave3 look_1
  wait_3
    -> collect enough
  timed_out_4
  leave
    -> jump
  go
    -> entry
  jump
    lumen_leave
  leave1
    -> leave2
  resume
    -> look_1
  leave2
  message
    -> message_2
  return
    -> jump5
  leave3
    -> leave2
  collect
    lumen_collect
    -> reload leave2
  enough
    lumen_receive_wait
    -> leave2 at_once
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
    -> leave4 look_1
  leave4
    -> leave2
  raise
    lumen_raise
    -> jump6
  jump5
  jump6
  "-cleanup/0-after$^0/0-0-"
    -> enter
  never
"exceptions:module_info/0"
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
"exceptions:module_info/1"
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
"exceptions:attempt/1.l0"
  thunk
    -> jump
  jump
    "group:exceptions:attempt/1"
"exceptions:-cleanup/0-after$^0/0-0-/0.l0"
  thunk
    -> jump
  jump
    "group:exceptions:-cleanup/0-after$^0/0-0-/0"
"exceptions:main/0"
  thunk
    -> jump
  jump
    "group:exceptions:main/0"
"exceptions:main/0.return"
  thunk
    -> jump
  jump
    "group:exceptions:main/0"
"exceptions:-main/0-lc$^4/1-0-/1.return"
  thunk
    -> jump
  jump
    "group:exceptions:-main/0-lc$^4/1-0-/1"
"exceptions:attempt/1.return"
  thunk
    -> jump
  jump
    "group:exceptions:attempt/1"
"exceptions:cleanup/0.return"
  thunk
    -> jump
  jump
    "group:exceptions:cleanup/0"
"exceptions:-cleanup/0-after$^0/0-0-/0.return"
  thunk
    -> jump
  jump
    "group:exceptions:-cleanup/0-after$^0/0-0-/0"
