%! test lint otp=25
%% Names that are nearly right come with a hint.
-module(spelling).
-export([f/1]).
-record(shape, {width, height}).
f(Shape) -> area(Sahpe, 1), #shpae{widht = 1}, Shape#shape.heigth, aera(1), unheard_of(X), Shape#shape.colour.
area(_) -> ok.
