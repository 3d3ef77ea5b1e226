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
"exceptions:-main/0-fun-3-/1.local"
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
"exceptions:-main/0-fun-2-/1.local"
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
"exceptions:-main/0-fun-1-/1.local"
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
"exceptions:-main/0-fun-0-/1.local"
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
"group:exceptions:-main/0-lc$^4/1-0-/2"
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
  return
    -> exit
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
"exceptions:old/0.local"
  slots
    -> start
  start
    -> old
  enter
    -> leave go
  entry
    lumen_trace_here
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
  look_3
    lumen_receive_peek
    -> wait_5 message7
  message_4
    -> case_7 no_match_8
  case_7
    lumen_receive_accept
    -> return
  no_match_8
    lumen_receive_skip
    -> leave8 look_3
  wait_5
    -> collect9 enough10
  handler_1
    -> leave3 look_10
  look_10
    lumen_receive_peek
    -> wait_12 message
  message_11
    -> case_14 no_match_15
  case_14
    lumen_receive_accept
    lumen_set_exception
    -> raise
  no_match_15
    lumen_receive_skip
    -> leave5 look_10
  wait_12
    -> collect enough
  timed_out_13
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
    -> leave1 look_3
  leave1
    -> leave2
  resume
    -> look_3
  leave2
  leave3
    -> leave2
  resume4
    -> look_10
  message
    -> message_11
  raise
    -> exit
  leave5
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
    -> leave6 look_10
  leave6
    -> leave2
  next
    -> timed_out_13 wait.failed
  message7
    -> message_4
  return
    -> exit
  leave8
    -> leave2
  collect9
    lumen_collect
    -> reload11 leave2
  enough10
    lumen_receive_wait
    -> leave2 at_once13
  reload11
    -> enough10
  woken12
    -> answered14
  at_once13
    -> answered14
  answered14
    -> edge16 next18
  wait.failed15
    -> raise
  edge16
    -> leave17 look_3
  leave17
    -> leave2
  next18
    -> timed_out_13 wait.failed15
  jump
  cleanup
    -> enter
  from.return
    -> labels
  from.outside
    -> labels
  labels
    -> woken next19
  never
  next19
    -> woken12 next20
  next20
    -> cleanup next21
  next21
    -> resume next22
  next22
    -> resume4 never
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
"exceptions:cleanup/0.l0"
  thunk
    "group:exceptions:cleanup/0"
"exceptions:cleanup/0.l1"
  thunk
    "group:exceptions:cleanup/0"
"exceptions:main/0"
  thunk
    "group:exceptions:main/0"
