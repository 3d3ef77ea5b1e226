"group:funs:main/0"
  slots
    -> start
  start
    -> never
    -> back
    -> back4
    -> back8
    -> back18
    -> back22
    -> back32
    -> back36
    -> back46
    -> back50
    -> back60
    -> back70
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
    "funs:adder/1"
  reload
    -> enough
  back
    -> collect1 enough2
  collect1
    lumen_collect
    -> reload3 leave
  enough2
    -> fun.boxed fun.slow
  reload3
    -> enough2
  fun.boxed
    -> fun fun.slow
  fun
    -> fun.found
  fun.slow
    lumen_fun_code
    -> ok failed
  fun.found
  failed
    -> raise
  ok
    -> fun.found
  raise
    lumen_raise
  back4
    -> collect5 enough6
  collect5
    lumen_collect
    -> reload7 leave
  enough6
    "funs:chooser/0"
  reload7
    -> enough6
  back8
    -> collect9 enough10
  collect9
    lumen_collect
    -> reload11 leave
  enough10
    -> fun.boxed12 fun.slow14
  reload11
    -> enough10
  fun.boxed12
    -> fun13 fun.slow14
  fun13
    -> fun.found15
  fun.slow14
    lumen_fun_code
    -> ok17 failed16
  fun.found15
  failed16
    -> raise
  ok17
    -> fun.found15
  back18
    -> collect19 enough20
  collect19
    lumen_collect
    -> reload21 leave
  enough20
    "funs:chooser/0"
  reload21
    -> enough20
  back22
    -> collect23 enough24
  collect23
    lumen_collect
    -> reload25 leave
  enough24
    -> fun.boxed26 fun.slow28
  reload25
    -> enough24
  fun.boxed26
    -> fun27 fun.slow28
  fun27
    -> fun.found29
  fun.slow28
    lumen_fun_code
    -> ok31 failed30
  fun.found29
  failed30
    -> raise
  ok31
    -> fun.found29
  back32
    -> collect33 enough34
  collect33
    lumen_collect
    -> reload35 leave
  enough34
    "funs:factorial/0"
  reload35
    -> enough34
  back36
    -> collect37 enough38
  collect37
    lumen_collect
    -> reload39 leave
  enough38
    -> fun.boxed40 fun.slow42
  reload39
    -> enough38
  fun.boxed40
    -> fun41 fun.slow42
  fun41
    -> fun.found43
  fun.slow42
    lumen_fun_code
    -> ok45 failed44
  fun.found43
  failed44
    -> raise
  ok45
    -> fun.found43
  back46
    -> collect47 enough48
  collect47
    lumen_collect
    -> reload49 leave
  enough48
    "funs:apply_to/2"
  reload49
    -> enough48
  back50
    -> collect51 enough52
  collect51
    lumen_collect
    -> reload53 leave
  enough52
    -> fun.boxed54 fun.slow56
  reload53
    -> enough52
  fun.boxed54
    -> fun55 fun.slow56
  fun55
    -> fun.found57
  fun.slow56
    lumen_fun_code
    -> ok59 failed58
  fun.found57
  failed58
    -> raise
  ok59
    -> fun.found57
  back60
    -> collect61 enough62
  collect61
    lumen_collect
    -> reload63 leave
  enough62
    -> fun.boxed64 fun.slow66
  reload63
    -> enough62
  fun.boxed64
    -> fun65 fun.slow66
  fun65
    -> fun.found67
  fun.slow66
    lumen_fun_code
    -> ok69 failed68
  fun.found67
  failed68
    -> raise
  ok69
    -> fun.found67
  back70
    -> collect71 enough72
  collect71
    lumen_collect
    -> reload73 leave
  enough72
    lumen_bif_erlang_display_1
    -> return
  reload73
    -> enough72
  return
  main
    -> enter
  never
"funs:-fun.double/1-/2"
  slots
    -> start
  start
    -> "-fun.double/1-"
  enter
    -> yield go
  entry
    "funs:double/1"
  yield
    -> leave
  go
    -> entry
  leave
  "-fun.double/1-"
    -> enter
"funs:adder/1"
  slots
    -> start
  start
    -> adder
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
    -> return
  reload
    -> enough
  return
  adder
    -> enter
"funs:-adder/1-fun-0-/2"
  slots
    -> start
  start
    -> "-adder/1-fun-0-"
  enter
    -> yield go
  entry
    -> arith.small arith.other
  yield
    -> leave
  go
    -> entry
  leave
  arith.done
    -> return
  arith.slow
    lumen_bif_erlang_plus_2
    -> ok failed
  arith.other
    -> arith.float arith.slow
  arith.small
    llvm.sadd.with.overflow.i64
    -> arith.slow arith.done
  arith.float
    llvm.fshl.i64
    llvm.fshl.i64
    llvm.fshl.i64
    -> arith.done arith.slow
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> arith.done
  raise
    lumen_raise
  return
  "-adder/1-fun-0-"
    -> enter
"funs:chooser/0"
  slots
    -> start
  start
    -> chooser
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
  chooser
    -> enter
"funs:-chooser/0-fun-0-/2"
  slots
    -> start
  start
    -> "-chooser/0-fun-0-"
  enter
    -> yield go
  entry
    llvm.fshr.i64
    -> else_2
    -> case_1
  case_1
    -> return
  else_2
    -> compare.small compare.other
  body_3
    -> return
  next_4
    -> return
  yield
    -> leave
  go
    -> entry
  leave
  return
  compare.slow
    lumen_compare
    -> compared
  compared
    -> body_3 next_4
  compare.small
    -> compared
  compare.other
    -> compare.slow
  "-chooser/0-fun-0-"
    -> enter
"funs:factorial/0"
  slots
    -> start
  start
    -> factorial
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
  factorial
    -> enter
"group:funs:-factorial/0-fun-0-/1"
  slots
    -> start
  start
    -> never
    -> back
    -> "-factorial/0-fun-0-"
  enter
    -> yield go
  entry
    llvm.fshr.i64
    -> else_2
    -> case_1
  case_1
    -> return
  else_2
    -> arith.small arith.slow
  yield
    -> leave
  go
    -> entry
  leave
  return
  arith.done
    -> collect enough
  arith.slow
    lumen_bif_erlang_minus_2
    -> ok failed
  arith.small
    llvm.ssub.with.overflow.i64
    -> arith.slow arith.done
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> arith.done
  raise
    lumen_raise
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
    -> ok2 failed1
  fun.found
  failed1
    -> raise
  ok2
    -> fun.found
  back
    -> arith.small5 arith.other
  arith.done3
    -> return
  arith.slow4
    lumen_bif_erlang_times_2
    -> ok7 failed6
  arith.other
    -> arith.float arith.slow4
  arith.small5
    llvm.smul.with.overflow.i64
    -> arith.slow4 arith.done3
  arith.float
    llvm.fshl.i64
    llvm.fshl.i64
    llvm.fshl.i64
    -> arith.done3 arith.slow4
  failed6
    lumen_set_builtin_failure
    -> raise
  ok7
    -> arith.done3
  "-factorial/0-fun-0-"
    -> enter
  never
"funs:-fun.-factorial/0-fun-0-/1-/2"
  slots
    -> start
  start
    -> "-fun.-factorial/0-fun-0-/1-"
  enter
    -> yield go
  entry
    "group:funs:-factorial/0-fun-0-/1"
  yield
    -> leave
  go
    -> entry
  leave
  "-fun.-factorial/0-fun-0-/1-"
    -> enter
"funs:apply_to/2"
  slots
    -> start
  start
    -> apply_to
  enter
    -> yield go
  entry
    -> fun.boxed fun.slow
  yield
    -> leave
  go
    -> entry
  leave
  fun.boxed
    -> fun fun.slow
  fun
    -> fun.found
  fun.slow
    lumen_fun_code
    -> ok failed
  fun.found
  failed
    -> raise
  ok
    -> fun.found
  raise
    lumen_raise
  apply_to
    -> enter
"funs:double/1"
  slots
    -> start
  start
    -> double
  enter
    -> yield go
  entry
    -> arith.small arith.slow
  yield
    -> leave
  go
    -> entry
  leave
  arith.done
    -> return
  arith.slow
    lumen_bif_erlang_times_2
    -> ok failed
  arith.small
    llvm.smul.with.overflow.i64
    -> arith.slow arith.done
  failed
    lumen_set_builtin_failure
    -> raise
  ok
    -> arith.done
  raise
    lumen_raise
  return
  double
    -> enter
"funs:module_info/0"
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
"funs:module_info/1"
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
"funs:main/0"
  thunk
    "group:funs:main/0"
"funs:main/0.return"
  thunk
    "group:funs:main/0"
"funs:-factorial/0-fun-0-/1"
  thunk
    "group:funs:-factorial/0-fun-0-/1"
"funs:-factorial/0-fun-0-/1.return"
  thunk
    "group:funs:-factorial/0-fun-0-/1"
