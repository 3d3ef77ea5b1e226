package dev.lumen.testkit;

import java.util.random.RandomGenerator;

/// Makes Erlang modules at random that ask terms of all types in guards.
///
/// A module exports `main/0`. Each of its functions has one condition on two variables, in one of
/// the places where conditions stand: the heads of functions and funs, `case`, `if`, filters, the
/// bodies of `try`. `main/0` calls each with all pairs of a list of terms, and displays the answers
/// as one text, a letter for each: `t`, `f`, or what was raised. The terms are opaque to compilers.
///
/// The same generator state gives the same text on every JVM.
public final class GuardPrograms {
    private static final String TERMS =
            "[0, 1, -3, 1 bsl 70, 0.0, -0.0, 1.0, 2.5, true, false, a, [], [1], [a | b], {}, {1},"
                + " {a, 2}, #{}, #{a => 1}, #{a => 2.0, 1 => []}, <<>>, <<1>>, <<5:3>>, self(), fun"
                + " id/1]";

    private static final String[] LITERALS = {
        "0",
        "1",
        "-3",
        "(1 bsl 70)",
        "0.0",
        "-0.0",
        "1.0",
        "2.5",
        "true",
        "false",
        "a",
        "b",
        "[]",
        "[1]",
        "[a | b]",
        "{}",
        "{1}",
        "{a, 2}",
        "#{}",
        "#{a => 1}",
        "<<>>",
        "<<1>>",
        "<<5:3>>"
    };

    private static final String[] PATTERNS = {
        "0",
        "1",
        "-3",
        "0.0",
        "1.0",
        "2.5",
        "true",
        "a",
        "[]",
        "[_ | _]",
        "[1]",
        "{}",
        "{_}",
        "{a, _}",
        "#{}",
        "#{a := _}",
        "<<>>",
        "<<_>>",
        "<<_/bits>>"
    };

    private static final String[] TESTS = {
        "is_atom",
        "is_binary",
        "is_bitstring",
        "is_boolean",
        "is_float",
        "is_function",
        "is_integer",
        "is_list",
        "is_map",
        "is_number",
        "is_pid",
        "is_reference",
        "is_tuple"
    };

    private static final String[] COMPARISONS = {
        "<", "=<", ">", ">=", "==", "/=", "=:=", "=:=", "=:=", "=/="
    };

    private static final String[] OF_ONE = {
        "abs",
        "bit_size",
        "byte_size",
        "ceil",
        "float",
        "floor",
        "hd",
        "length",
        "map_size",
        "round",
        "size",
        "tl",
        "trunc",
        "tuple_size",
        "-",
        "bnot "
    };

    private static final String[] ARITHMETIC = {
        "+", "-", "*", "/", "div", "rem", "band", "bor", "bxor", "bsr"
    };

    private final RandomGenerator random;
    private final StringBuilder out = new StringBuilder();

    private GuardPrograms(RandomGenerator random) {
        this.random = random;
    }

    /// The text of module `name`, with so many conditions.
    public static String module(String name, int conditions, RandomGenerator random) {
        var program = new GuardPrograms(random);
        program.write(name, conditions);
        return program.out.toString();
    }

    private void write(String name, int conditions) {
        out.append("-module(").append(name).append(").\n-export([main/0, id/1]).\n\n");
        out.append("main() ->\n    Terms = id(").append(TERMS).append("),\n");
        for (int i = 0; i < conditions; i++) {
            out.append("    show(").append(i).append(", fun c").append(i).append("/2, Terms),\n");
        }
        out.append(
                """
                    ok.

                show(N, F, Terms) ->
                    Answers = << <<(answer(F, X, Y))>> || X <- Terms, Y <- Terms >>,
                    erlang:display({N, Answers}).

                answer(F, X, Y) ->
                    try F(X, Y) of
                        true -> $t;
                        false -> $f;
                        _ -> $?
                    catch
                        error:{badarg, _} -> $r;
                        error:{bad_filter, _} -> $b;
                        error:{badmap, _} -> $m;
                        error:{badkey, _} -> $k;
                        error:{case_clause, _} -> $c;
                        error:if_clause -> $i;
                        error:badarg -> $a;
                        error:badarith -> $h;
                        error:system_limit -> $s;
                        error:_ -> $x
                    end.

                id(X) -> X.

                """);
        for (int i = 0; i < conditions; i++) {
            function("c" + i);
        }
    }

    private void function(String name) {
        String head = name + "(X, Y)";
        out.append(
                switch (random.nextInt(9)) {
                    case 0 -> head + " when " + guard() + " -> true;\n" + head + " -> false.\n\n";
                    case 1 ->
                            head
                                    + " ->\n    case Y of\n        X when "
                                    + guard()
                                    + " -> true;\n        _ when "
                                    + guard()
                                    + " -> true;\n"
                                    + "        _ -> false\n    end.\n\n";
                    case 2 ->
                            head
                                    + " ->\n    if\n        "
                                    + guard()
                                    + " -> true;\n        true -> false\n    end.\n\n";
                    case 3 ->
                            head
                                    + " ->\n    [V || V <- [true], "
                                    + condition(3)
                                    + "] =:= [true].\n\n";
                    case 4 ->
                            head
                                    + " ->\n    case "
                                    + condition(3)
                                    + " of\n        true -> true;\n        false when "
                                    + guard()
                                    + " -> true;\n        false -> false\n    end.\n\n";
                    case 5 -> head + " ->\n    " + condition(3) + ".\n\n";
                    case 6 ->
                            head
                                    + " ->\n    F = fun(A) when "
                                    + guard()
                                    + " -> A; (_) -> false end,\n    F(true).\n\n";
                    case 7 ->
                            head
                                    + " ->\n    case {X, Y} of\n        {"
                                    + pattern()
                                    + ", "
                                    + pattern()
                                    + "} when "
                                    + guard()
                                    + " -> true;\n        {_, "
                                    + pattern()
                                    + "} -> true;\n        _ -> false\n    end.\n\n";
                    default ->
                            head
                                    + " ->\n    try "
                                    + condition(3)
                                    + " of\n        B when is_boolean(B), "
                                    + guard()
                                    + " -> B;\n        _ -> true\n    catch\n        error:_ when "
                                    + guard()
                                    + " -> false\n    end.\n\n";
                });
    }

    private String pattern() {
        return random.nextBoolean() ? "_" : pick(PATTERNS);
    }

    private String guard() {
        var text = new StringBuilder(condition(3));
        while (random.nextInt(3) == 0) {
            text.append(random.nextBoolean() ? ", " : "; ").append(condition(2));
        }
        return text.toString();
    }

    private String condition(int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return simple();
        }
        return switch (random.nextInt(8)) {
            case 0, 1 -> both("andalso", depth);
            case 2, 3 -> both("orelse", depth);
            case 4 -> both("and", depth);
            case 5 -> both("or", depth);
            case 6 -> both("xor", depth);
            default -> "(not " + condition(depth - 1) + ")";
        };
    }

    private String both(String operator, int depth) {
        return "(" + condition(depth - 1) + " " + operator + " " + condition(depth - 1) + ")";
    }

    private String simple() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> pick(TESTS) + "(" + opaque(2) + ")";
            case 3 ->
                    random.nextBoolean()
                            ? "is_function(" + opaque(1) + ", " + opaque(1) + ")"
                            : "is_map_key(" + term(1) + ", " + opaque(1) + ")";
            case 4 -> pick("X", "Y");
            case 5 -> "(" + pick("X", "Y") + " " + pick(COMPARISONS) + " " + made(2) + ")";
            default -> "(" + opaque(2) + " " + pick(COMPARISONS) + " " + simpleTerm(2) + ")";
        };
    }

    /// Any term.
    private String term(int depth) {
        return random.nextInt(3) == 0 ? made(depth) : simpleTerm(depth);
    }

    /// A literal, or what no compiler knows.
    private String simpleTerm(int depth) {
        return random.nextInt(3) == 0 ? pick(LITERALS) : opaque(depth);
    }

    /// What no compiler knows anything of: OTP's takes it that a function that always fails, or a
    /// comparison that is always true, makes it needless to evaluate what stands beside it, also
    /// where that fails.
    private String opaque(int depth) {
        if (depth == 0 || random.nextInt(2) == 0) {
            return pick("X", "Y");
        }
        int d = depth - 1;
        return switch (random.nextInt(5)) {
            case 0, 1 -> pick(OF_ONE) + "(" + opaque(d) + ")";
            case 2 -> "element(" + pick("1", "2", "Y") + ", " + opaque(d) + ")";
            case 3 -> "map_get(" + term(d) + ", " + opaque(d) + ")";
            default ->
                    random.nextBoolean()
                            ? "(" + opaque(d) + " " + pick(ARITHMETIC) + " " + number(d) + ")"
                            : "(" + number(d) + " " + pick(ARITHMETIC) + " " + opaque(d) + ")";
        };
    }

    private String number(int depth) {
        return random.nextInt(3) == 0 ? pick("1", "2", "3", "2.5", "-1") : opaque(depth);
    }

    /// A term that is made in place.
    private String made(int depth) {
        int d = Math.max(depth - 1, 0);
        return switch (random.nextInt(6)) {
            case 0 -> "{" + term(d) + ", " + opaque(d) + "}";
            case 1 -> "[" + opaque(d) + " | " + term(d) + "]";
            case 2 -> "#{" + term(d) + " => " + opaque(d) + "}";
            case 3 -> "(" + pick("X", "Y") + ")#{" + term(d) + pick(" => ", " := ") + term(d) + "}";
            default ->
                    "<<("
                            + opaque(d)
                            + ")"
                            + pick("", ":4", "/float", "/binary", "/bits", "/utf8")
                            + ">>";
        };
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
