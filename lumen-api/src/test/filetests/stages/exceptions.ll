"group:exceptions:main/0"
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
    -> exit
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
    -> back1 next5
  next5
    -> back3 next6
  next6
    -> main never
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
    -> exit
  go
    -> entry
  exit
    -> jump
  return
    -> exit
  jump
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
    -> exit
  go
    -> entry
  exit
    -> jump
  raise
    -> exit
  jump
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
    -> exit
  go
    -> entry
  exit
    -> jump
  raise
    -> exit
  jump
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
    -> exit
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  jump
  "-main/0-fun-0-"
    -> enter
"group:exceptions:-main/0-lc$^4/1-0-/1"
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
  "-main/0-lc$^4/1-0-"
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  never
  next
    -> back1 next3
  next3
    -> "-main/0-lc$^4/1-0-" never
"group:exceptions:attempt/1"
  slots
    -> start
  start
    -> from.return from.outside
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
    -> exit
  go
    -> entry
  exit
    -> jump
  fun.boxed
    -> fun fun.slow
  fun
    -> fun.found
  fun.slow
    lumen_fun_code
    -> ok failed
  fun.found
    -> exit
  failed
    lumen_make_trace
    -> handler_1
  ok
    -> fun.found
  back
    -> case_2 else_3
  handler
    -> handler_1
  return
    -> exit
  collect
    lumen_collect
    -> reload leave1
  enough
    -> case_4 next
  reload
    -> enough
  leave1
  next
    -> case_5 else_6
  jump
  attempt
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  labels
    -> back next2
  never
  next2
    -> attempt next3
  next3
    -> handler never
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
    lumen_bif_erlang_plus_2
    -> ok failed
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
    -> exit
  go
    -> entry
  exit
    -> jump
  collect
    lumen_collect
    -> reload leave1
  enough
    -> thrown_3 next
  reload
    -> enough
  leave1
  next
    -> error_4 exit_5
  failed
    lumen_set_builtin_failure
    lumen_make_trace
    -> handler_7
  ok
    -> join_6
  collect2
    lumen_collect
    -> reload4 leave1
  enough3
    -> thrown_8 next5
  reload4
    -> enough3
  next5
    -> error_9 exit_10
  return
    -> exit
  jump
  old
    -> enter
"group:exceptions:cleanup/0"
  slots
    -> start
  start
    -> from.return from.outside
  enter
    -> leave go
  entry
    lumen_bif_erlang_self_0
    lumen_bif_erlang_send_2
    -> ok failed
  then_2
    -> exit
  handler_1
    -> collect enough
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  failed
    lumen_set_builtin_failure
    lumen_make_trace
    -> handler_1
  ok
    -> then_2
  back
    -> return
  return
    -> exit
  collect
    lumen_collect
    -> reload leave1
  enough
    -> exit
  reload
    -> enough
  leave1
  back2
    lumen_set_exception
    -> raise
  raise
    -> exit
  jump
  cleanup
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  labels
    -> back next
  never
  next
    -> back2 next3
  next3
    -> cleanup never
"group:exceptions:-cleanup/0-after$^0/0-0-/0"
  slots
    -> start
  start
    -> from.return from.outside
  enter
    -> leave go
  entry
    -> leave1 look_1
  look_1
    lumen_receive_peek
    -> wait_3 message
  message_2
    -> case_5 no_match_6
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
    -> exit
  go
    -> entry
  exit
    -> jump
  leave1
    -> leave2
  resume
    -> look_1
  leave2
  message
    -> message_2
  return
    -> exit
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
    -> edge next
  wait.failed
    -> raise
  edge
    -> leave4 look_1
  leave4
    -> leave2
  next
    -> timed_out_4 wait.failed
  raise
    -> exit
  jump
  "-cleanup/0-after$^0/0-0-"
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  labels
    -> woken next5
  never
  next5
    -> "-cleanup/0-after$^0/0-0-" next6
  next6
    -> resume never
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
"exceptions:attempt/1.l0"
  thunk
    "group:exceptions:attempt/1"
"exceptions:-cleanup/0-after$^0/0-0-/0.l0"
  thunk
    "group:exceptions:-cleanup/0-after$^0/0-0-/0"
"exceptions:main/0"
  thunk
    "group:exceptions:main/0"
