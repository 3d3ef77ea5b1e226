%! test parse otp=25
%% -*- coding: latin-1 -*-
-module(latin1).
едц(≈ƒ) -> {"ея", '€', $д, ≈ƒ}.
