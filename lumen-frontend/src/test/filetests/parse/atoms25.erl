%! test parse otp=25
%% Before OTP 27, `maybe` and `else` are atoms.
-module(atoms25).
f(maybe, else) -> {maybe, else};
f('maybe', 'else') -> try a catch 'else' -> b end.
