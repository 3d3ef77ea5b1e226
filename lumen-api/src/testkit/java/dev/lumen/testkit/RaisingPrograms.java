package dev.lumen.testkit;

import java.util.random.RandomGenerator;

/// Makes Erlang modules at random that raise and catch in many ways, for comparing stack traces.
///
/// A module exports `main/0`, which displays of each of its experiments the value, or the class,
/// the reason and the stack trace up to `main/0`: module, function, arity (or arguments) and line.
/// Every expression has a line of its own. What is raised is raised only for some arguments, and
/// arguments are opaque; of a few functions a compiler sees that they return one literal, or never.
/// Functions call only functions of a higher number, so every program ends.
///
/// The same generator state gives the same text on every JVM.
public final class RaisingPrograms {
    /// Expressions that raise; X is an integer.
    private static final String[] RAISES = {
        "error({e, X})",
        "error(e, [X, more])",
        "erlang:error(e, none)",
        "throw({t, X})",
        "exit({x, X})",
        "erlang:raise(error, made_up, [{m, f, 1, []}])",
        "erlang:raise(exit, X, element(2, erlang:process_info(self(), current_stacktrace)))",
        "ok = id(X)",
        "{ok, _} = id({X})",
        "case id(X) of nope -> ok end",
        "if X =:= nope -> ok end",
        "(fun(nope) -> ok end)(X)",
        "clauses(id(X), a)",
        "begin known(id(X)), ok end",
        "begin known(id(X)), other end",
        "begin through(id(X)), ok end",
        "begin two(id(X)), ok end",
        "begin tuple(id(X)), {ok, 1} end",
        "ok = known(id(X))",
        "case known(id(X)) of ok -> ok; _ -> other end",
        "begin never(id(X)), ok end",
        "{never(id(X)), ok}",
        "try id(X) of nope -> ok catch throw:never -> ok end",
        "atom_to_list(id(X))",
        "list_to_integer(id(\"x\"))",
        "element(9, id({X}))",
        "setelement(X + 9, id({X}), a)",
        "hd(id(X))",
        "tl(id([]))",
        "length(id([X | a]))",
        "tuple_size(id(X))",
        "byte_size(id(X))",
        "map_size(id(X))",
        "binary_to_list(id(X))",
        "id(X) ++ a",
        "id(X) -- a",
        "id(nobody) ! X",
        "{apply(id(X), f, [1])}",
        "{apply(nosuch, f, id([X | a]))}",
        "nosuch:f(X)",
        "?MODULE:nosuch(X, 1)",
        "{(id(nosuch)):f(X)}",
        "(id(X))#{a => 1}",
        "(id(X))#{a := 1}",
        "(id(X))#{}",
        "map_get(a, id(#{}))",
        "(id(X))#r.a",
        "(id(X))#r{a = 1}",
        "[Y || Y <- id(X)]",
        "[Y || Y <- id([1 | X])]",
        "[Y || Y <- [1, 2], id(X)]",
        "[Y || <<Y>> <= id(X)]",
        "<< <<Y>> || Y <- id([a])>>",
        "<<(id(a))>>",
        "<<X:(id(a))>>",
        "<<(id(X))/binary>>",
        "<<(id(X))/float, (id(a))/float>>",
        "id(X) andalso ok",
        "id(X) orelse ok",
        "not id(X)",
        "id(X) and true",
        "receive after id(a) -> ok end",
        "{spawn(id(X))}",
        "lists:nth(X + 9, [X])",
        "lists:map(fun(nope) -> ok end, [X])"
    };

    private final RandomGenerator random;
    private final StringBuilder out = new StringBuilder();
    private final int functions;
    private int function;
    private int variables;
    private int budget;

    private RaisingPrograms(RandomGenerator random, int functions) {
        this.random = random;
        this.functions = functions;
    }

    /// The text of module `name`. `size`, from 1 up, says how many functions there are; each is
    /// called with three arguments.
    public static String module(String name, int size, RandomGenerator random) {
        var program = new RaisingPrograms(random, size);
        program.write(name);
        return program.out.toString();
    }

    private void write(String name) {
        out.append("-module(").append(name).append(").\n");
        out.append("-export([main/0, f/1]).\n".replace("f/1", exports()));
        out.append(
                """
                -record(r, {a, b = 1}).

                show(F) ->
                    erlang:display(try F() of V -> mask(V) catch C:R:S -> caught(C, R, S) end).

                caught(C, R, S) -> {C, mask(R), trace(S)}.

                old({'EXIT', {R, [{_, _, _, _} | _] = S}}) -> {'EXIT', mask(R), trace(S)};
                old(V) -> V.

                trace([{?MODULE, main, 0, _} | _]) -> [];
                trace([{M, F, A, _} | T]) when is_list(A) -> [{M, F, mask(A)} | trace(T)];
                trace([{M, F, A, L} | T]) -> [{M, F, A, line(L)} | trace(T)];
                trace([]) -> [].

                line([{line, L} | _]) -> L;
                line([_ | T]) -> line(T);
                line([]) -> none.

                mask(F) when is_function(F) -> a_fun;
                mask([H | T]) -> [mask(H) | mask(T)];
                mask(T) when is_tuple(T) -> list_to_tuple(mask(tuple_to_list(T)));
                mask(X) -> X.

                id(X) -> put(id, X), get(id).

                clauses(nope, X) -> X.

                known(nope) -> ok;
                known(never) -> ok.

                two(nope) -> ok;
                two(never) -> other.

                tuple(nope) -> {ok, 1}.

                through(X) -> put(id, X), known(X).

                never(X) -> error({never, id(X)}).

                """);
        out.append("main() ->\n");
        for (int i = 0; i < functions; i++) {
            for (int x = 0; x < 3; x++) {
                String call = "f" + i + "(id(" + x + "))";
                out.append("    show(fun() ->\n        ")
                        .append(random.nextBoolean() ? call : "{" + call + ", ok}")
                        .append("\n    end),\n");
            }
        }
        out.append("    ok.\n");
        for (function = 0; function < functions; function++) {
            budget = 16;
            out.append("\nf").append(function).append("(X) ->\n");
            String body = expression(4, "X", false).replace("\n", "\n    ");
            out.append("    ").append(body).append(".\n");
        }
    }

    private String exports() {
        var names = new StringBuilder();
        for (int i = 0; i < functions; i++) {
            names.append(i > 0 ? ", " : "").append('f').append(i).append("/1");
        }
        return names.toString();
    }

    private String pick(String... of) {
        return of[random.nextInt(of.length)];
    }

    private String variable() {
        return "V" + variables++;
    }

    /// An expression that raises something for some values of the variable `x`; never where its
    /// value isn't used.
    private String expression(int depth, String x, boolean inTry) {
        if (depth == 0 || --budget < 0) {
            return maybeRaise(x);
        }
        int d = depth - 1;
        return switch (random.nextInt(19)) {
            case 0, 1 -> maybeRaise(x);
            case 2, 3, 4 -> call(x);
            case 5, 6, 7 -> shown(d, x);
            case 8 -> "old(catch\n" + indented(expression(d, x, true)) + ")";
            case 9 ->
                    "try\n"
                            + indented(expression(d, x, true))
                            + "\nafter\n    put(k, "
                            + x
                            + ")\nend";
            case 10 -> {
                String c = variable();
                String s = variable();
                yield "try\n"
                        + indented(expression(d, x, true))
                        + "\ncatch\n    "
                        + c
                        + ":R"
                        + c
                        + ":"
                        + s
                        + " ->\n        erlang:raise("
                        + c
                        + ", R"
                        + c
                        + ", "
                        + s
                        + ")\nend";
            }
            case 11 -> {
                // Its handler raises in turn.
                String c = variable();
                yield "try\n"
                        + indented(expression(d, x, true))
                        + "\ncatch\n    "
                        + c
                        + ":_ ->\n"
                        + indented(indented(expression(d, x, inTry)))
                        + "\nend";
            }
            case 12 -> {
                String y = variable();
                yield "[\n"
                        + indented(expression(d, y, false))
                        + "\n    || "
                        + y
                        + " <- ["
                        + x
                        + ", "
                        + x
                        + " + 1]\n]";
            }
            case 13 -> {
                String y = variable();
                yield "(fun("
                        + y
                        + ") ->\n"
                        + indented(expression(d, y, false))
                        + "\nend)("
                        + x
                        + ")";
            }
            case 14 -> {
                String y = variable();
                yield "lists:map(fun("
                        + y
                        + ") ->\n"
                        + indented(expression(d, y, false))
                        + "\nend, ["
                        + x
                        + ", "
                        + x
                        + "])";
            }
            case 15 ->
                    "case\n"
                            + indented(expression(d, x, false))
                            + "\nof\n    {value, _} ->\n"
                            + indented(indented(expression(d, x, inTry)))
                            + ";\n    _ ->\n"
                            + indented(indented(expression(d, x, inTry)))
                            + "\nend";
            case 16 -> {
                String v = variable();
                yield "begin\n    "
                        + v
                        + " = "
                        + expression(d, x, false)
                        + ",\n    {"
                        + v
                        + ",\n"
                        + indented(expression(d, x, false))
                        + "}\nend";
            }
            default ->
                    "{\n"
                            + indented(expression(d, x, false))
                            + ",\n"
                            + indented(expression(d, x, false))
                            + "\n}";
        };
    }

    private String shown(int depth, String x) {
        String v = variable();
        return "try\n"
                + indented(expression(depth, x, true))
                + "\ncatch\n    "
                + pick("error", "throw", "exit", "C" + v, "C" + v)
                        .transform(c ->
                                c
                                        + ":R"
                                        + v
                                        + ":S"
                                        + v
                                        + " ->\n        caught("
                                        + c
                                        + ", R"
                                        + v
                                        + ", S"
                                        + v)
                + ")\nend";
    }

    private String maybeRaise(String x) {
        String raise =
                pick(RAISES).replaceAll("\\bX\\b", x).replaceAll("\\b([YA])\\b", "$1" + variable());
        return "case id("
                + x
                + ") of\n    "
                + random.nextInt(3)
                + " ->\n        "
                + raise
                + ";\n    _ -> "
                + x
                + "\nend";
    }

    private String call(String x) {
        int first = function + 1;
        if (first >= functions) {
            return maybeRaise(x);
        }
        int target = first + random.nextInt(functions - first);
        return switch (random.nextInt(5)) {
            case 0 -> "?MODULE:f" + target + "(" + x + ")";
            case 1 -> "apply(?MODULE, id(f" + target + "), [" + x + "])";
            case 2 -> "(fun f" + target + "/1)(" + x + ")";
            default -> "f" + target + "(" + x + ")";
        };
    }

    private static String indented(String text) {
        return "    " + text.replace("\n", "\n    ");
    }
}
