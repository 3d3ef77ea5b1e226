"group:operators:main/0"
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
    -> exit
  back5
    -> collect enough6
  enough6
    -> exit
  back7
    -> collect enough8
  enough8
    lumen_bif_erlang_self_0
    lumen_bif_erlang_send_2
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
    -> back1 next9
  next9
    -> back3 next10
  next10
    -> back5 next11
  next11
    -> back7 next12
  next12
    -> main never
"operators:arithmetic/2.local"
  slots
    -> start
  start
    -> arithmetic
  enter
    -> leave go
  entry
    -> arith.small arith.other
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  arith.done
    -> arith.small4 arith.other3
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
    -> raise.builtin
  ok
    -> arith.done
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    -> exit
  arith.done1
    -> arith.small11 arith.other10
  arith.slow2
    lumen_bif_erlang_minus_2
    -> ok7 failed6
  arith.other3
    -> arith.float5 arith.slow2
  arith.small4
    llvm.ssub.with.overflow.i64
    -> arith.slow2 arith.done1
  arith.float5
    llvm.fshl.i64
    llvm.fshl.i64
    llvm.fshl.i64
    -> arith.done1 arith.slow2
  failed6
    -> raise.builtin
  ok7
    -> arith.done1
  arith.done8
    -> arith.float17 arith.slow16
  arith.slow9
    lumen_bif_erlang_times_2
    -> ok14 failed13
  arith.other10
    -> arith.float12 arith.slow9
  arith.small11
    llvm.smul.with.overflow.i64
    -> arith.slow9 arith.done8
  arith.float12
    llvm.fshl.i64
    llvm.fshl.i64
    llvm.fshl.i64
    -> arith.done8 arith.slow9
  failed13
    -> raise.builtin
  ok14
    -> arith.done8
  arith.done15
    -> arith.small22 arith.slow21
  arith.slow16
    lumen_bif_erlang_divide_2
    -> ok19 failed18
  arith.float17
    llvm.fshl.i64
    llvm.fshl.i64
    llvm.fshl.i64
    -> arith.done15 arith.slow16
  failed18
    -> raise.builtin
  ok19
    -> arith.done15
  arith.done20
    -> arith.small27 arith.slow26
  arith.slow21
    lumen_bif_erlang_div_2
    -> ok24 failed23
  arith.small22
    -> arith.slow21 arith.divide
  arith.divide
    -> arith.done20
  failed23
    -> raise.builtin
  ok24
    -> arith.done20
  arith.done25
    -> arith.small33 arith.slow32
  arith.slow26
    lumen_bif_erlang_rem_2
    -> ok30 failed29
  arith.small27
    -> arith.slow26 arith.divide28
  arith.divide28
    -> arith.done25
  failed29
    -> raise.builtin
  ok30
    -> arith.done25
  arith.done31
    lumen_bif_erlang_plus_1
    -> ok37 failed36
  arith.slow32
    lumen_bif_erlang_minus_1
    -> ok35 failed34
  arith.small33
    llvm.ssub.with.overflow.i64
    -> arith.slow32 arith.done31
  failed34
    -> raise.builtin
  ok35
    -> arith.done31
  failed36
    -> raise.builtin
  ok37
    -> return
  return
    -> exit
  jump
  arithmetic
    -> enter
"operators:bits/2.local"
  slots
    -> start
  start
    -> bits
  enter
    -> leave go
  entry
    lumen_bif_erlang_band_2
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
    lumen_bif_erlang_bor_2
    -> ok2 failed1
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    -> exit
  failed1
    -> raise.builtin
  ok2
    lumen_bif_erlang_bxor_2
    -> ok4 failed3
  failed3
    -> raise.builtin
  ok4
    lumen_bif_erlang_bnot_1
    -> ok6 failed5
  failed5
    -> raise.builtin
  ok6
    lumen_bif_erlang_bsl_2
    -> ok8 failed7
  failed7
    -> raise.builtin
  ok8
    lumen_bif_erlang_bsr_2
    -> ok10 failed9
  failed9
    -> raise.builtin
  ok10
    -> return
  return
    -> exit
  jump
  bits
    -> enter
"operators:logic/2.local"
  slots
    -> start
  start
    -> logic
  enter
    -> leave go
  entry
    lumen_bif_erlang_and_2
    -> ok failed
  case_2
    -> join_1
  case_3
    -> join_1
  else_4
    -> exit
  join_1
    -> case_6 next7
  case_6
    -> join_5
  case_7
    -> join_5
  else_8
    -> exit
  join_5
    -> return
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  failed
    -> raise.builtin
  ok
    lumen_bif_erlang_or_2
    -> ok2 failed1
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    -> exit
  failed1
    -> raise.builtin
  ok2
    lumen_bif_erlang_xor_2
    -> ok4 failed3
  failed3
    -> raise.builtin
  ok4
    lumen_bif_erlang_not_1
    -> ok6 failed5
  failed5
    -> raise.builtin
  ok6
    -> case_2 next
  next
    -> case_3 else_4
  next7
    -> case_7 else_8
  return
    -> exit
  jump
  logic
    -> enter
"operators:order/2.local"
  slots
    -> start
  start
    -> order
  enter
    -> leave go
  entry
    -> known more
  leave
    -> exit
  go
    -> entry
  exit
    -> jump
  more
    -> more1 known2
  known
    -> known4 more3
  more1
    lumen_equal
    -> known2
  known2
    -> known
  more3
    -> more5 known6
  known4
    -> compare.small compare.other
  more5
    lumen_equal
    -> known6
  known6
    -> known4
  compare.slow
    lumen_compare
    -> compared
  compared
    -> compare.small9 compare.other10
  compare.small
    -> compared
  compare.other
    -> compare.slow
  compare.slow7
    lumen_compare
    -> compared8
  compared8
    -> compare.small13 compare.other14
  compare.small9
    -> compared8
  compare.other10
    -> compare.slow7
  compare.slow11
    lumen_compare
    -> compared12
  compared12
    -> compare.small17 compare.other18
  compare.small13
    -> compared12
  compare.other14
    -> compare.slow11
  compare.slow15
    lumen_compare
    -> compared16
  compared16
    -> known20 more19
  compare.small17
    -> compared16
  compare.other18
    -> compare.slow15
  more19
    -> more21 known22
  known20
    -> known24 more23
  more21
    lumen_equal_exact
    -> known22
  known22
    -> known20
  more23
    -> more25 known26
  known24
    -> return
  more25
    lumen_equal_exact
    -> known26
  known26
    -> known24
  return
    -> exit
  jump
  order
    -> enter
"operators:lists/2.local"
  slots
    -> start
  start
    -> lists
  enter
    -> leave go
  entry
    lumen_bif_erlang_append_2
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
    lumen_bif_erlang_subtract_2
    -> ok2 failed1
  raise.builtin
    lumen_set_builtin_failure
    -> raise
  raise
    -> exit
  failed1
    -> raise.builtin
  ok2
    -> return
  return
    -> exit
  jump
  lists
    -> enter
"operators:module_info/0"
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
"operators:module_info/1"
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
"operators:main/0"
  thunk
    "group:operators:main/0"
