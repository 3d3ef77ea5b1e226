package dev.lumen.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes Erlang modules at random: well-formed by construction, they always end, and they say what
/// they compute.
///
/// A module exports `main/0`, which evaluates a number of expressions one by one and displays each
/// value, or the class and kind of the exception. Functions call only functions of a higher number,
/// or themselves with a counter that goes down, so every program ends. Nothing in the output
/// depends on the release of OTP, on the order of keys in a map, or on time.
///
/// The same generator state gives the same text on every JVM.
public final class ErlangPrograms {
    private static final String[] ATOMS = {
        "a", "b", "ok", "error", "true", "false", "undefined", "'quoted atom'", "x1"
    };
    private static final String[] INTEGERS = {
        "0",
        "1",
        "2",
        "3",
        "-1",
        "7",
        "10",
        "255",
        "256",
        "-128",
        "1000",
        "65536",
        "4294967295",
        "1152921504606846975",
        "1152921504606846976",
        "-1152921504606846976",
        "-1152921504606846977",
        "18446744073709551616",
        "-340282366920938463463374607431768211456",
        "123456789012345678901234567890"
    };
    private static final String[] FLOATS = {
        "0.0", "1.0", "-1.5", "0.1", "3.5e10", "1.0e-9", "1.0e100", "-2.5e-300", "255.0"
    };
    private static final String[] ARITHMETIC = {
        "+", "-", "*", "div", "rem", "band", "bor", "bxor", "/"
    };
    private static final String[] COMPARISON = {"<", "=<", ">", ">=", "==", "/=", "=:=", "=/="};
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
        "is_tuple"
    };

    private final RandomGenerator random;
    private final StringBuilder out = new StringBuilder();
    private final List<Integer> arities = new ArrayList<>();
    private int variables;
    private int function;
    private int budget;

    private ErlangPrograms(RandomGenerator random) {
        this.random = random;
    }

    /// The text of module `name`. `size`, from 1 up, says how many functions and expressions it
    /// has.
    public static String module(String name, int size, RandomGenerator random) {
        var program = new ErlangPrograms(random);
        program.write(name, size);
        return program.out.toString();
    }

    private void write(String name, int size) {
        int functions = 1 + size;
        for (int i = 0; i < functions; i++) {
            arities.add(random.nextInt(random.nextInt(8) == 0 ? 9 : 4));
        }
        out.append("-module(").append(name).append(").\n-export([main/0]).\n\n");
        out.append("main() ->\n");
        function = -1;
        for (int i = 0; i < 2 + size * 2; i++) {
            budget = 25;
            out.append("    show(fun() -> ").append(expression(4, new Scope())).append(" end),\n");
        }
        out.append("    ok.\n\n");
        out.append(
                "show(F) ->\n"
                        + "    erlang:display(try F() of V -> mask(V) catch C:R -> {C, kind(R)}"
                        + " end).\n\n");
        out.append(
                """
                kind({K, _}) -> {K};
                kind(K) when is_atom(K) -> K;
                kind(K) when is_tuple(K), tuple_size(K) > 0 -> {element(1, K)};
                kind(_) -> other.

                mask(F) when is_function(F) -> {a_fun, arity(F, 0)};
                mask([H | T]) -> [mask(H) | mask(T)];
                mask(T) when is_tuple(T) -> list_to_tuple(mask(tuple_to_list(T)));
                mask(M) when is_map(M) -> {a_map, map_size(M)};
                mask(X) -> X.

                arity(F, N) when is_function(F, N) -> N;
                arity(F, N) -> arity(F, N + 1).

                id(X) -> X.

                """);
        for (function = 0; function < functions; function++) {
            function(function);
        }
    }

    private void function(int number) {
        int arity = arities.get(number);
        int clauses = arity == 0 ? 1 : 1 + random.nextInt(3);
        for (int c = 0; c < clauses; c++) {
            budget = 25;
            var scope = new Scope();
            out.append('f').append(number).append('(');
            for (int i = 0; i < arity; i++) {
                out.append(i > 0 ? ", " : "");
                out.append(c == clauses - 1 ? scope.fresh() : pattern(2, scope));
            }
            out.append(')').append(c == clauses - 1 ? "" : guardPart(scope)).append(" ->\n    ");
            if (random.nextInt(3) == 0) {
                String v = newVariable();
                out.append(v).append(" = ").append(expression(3, scope)).append(",\n    ");
                scope.add(v);
            }
            out.append(expression(4, scope)).append(c == clauses - 1 ? ".\n\n" : ";\n");
        }
        // A loop beside each function: self tail calls, an accumulator, and a counter that ends it.
        out.append("l")
                .append(number)
                .append("(0, A) -> A;\nl")
                .append(number)
                .append("(N, A) -> ");
        budget = 12;
        var scope = new Scope();
        scope.add("N");
        scope.add("A");
        out.append("l")
                .append(number)
                .append("(N - 1, ")
                .append(expression(3, scope))
                .append(").\n\n");
    }

    /// Variables that are bound here.
    private final class Scope {
        final List<String> names = new ArrayList<>();

        Scope() {}

        Scope(Scope outer) {
            names.addAll(outer.names);
        }

        void add(String name) {
            names.add(name);
        }

        String fresh() {
            String name = newVariable();
            names.add(name);
            return name;
        }
    }

    private String newVariable() {
        return "V" + variables++;
    }

    private String pick(String... of) {
        return of[random.nextInt(of.length)];
    }

    // ---- expressions ----------------------------------------------------------------------------

    private String expression(int depth, Scope scope) {
        if (depth == 0 || --budget < 0) {
            return leaf(scope);
        }
        int d = depth - 1;
        return switch (random.nextInt(26)) {
            case 0, 1 -> leaf(scope);
            case 2, 3, 4 -> number(depth, scope);
            case 5 ->
                    "("
                            + expression(d, scope)
                            + " "
                            + pick(COMPARISON)
                            + " "
                            + expression(d, scope)
                            + ")";
            case 6 -> "{" + list(random.nextInt(4), d, scope) + "}";
            case 7 -> "[" + list(random.nextInt(4), d, scope) + "]";
            case 8 -> "[" + expression(d, scope) + " | " + expression(d, scope) + "]";
            case 9, 10, 11 -> caseOf(d, scope);
            case 12 -> ifs(d, scope);
            case 13, 14, 15 -> call(d, scope);
            case 16 -> tryCatch(d, scope);
            case 17 -> fun(d, scope);
            case 18 -> comprehension(d, scope);
            case 19 -> builtin(d, scope);
            case 20 -> bits(d, scope);
            case 21 -> map(d, scope);
            case 22 ->
                    "("
                            + expression(d, scope)
                            + " "
                            + pick("andalso", "orelse", "and", "or")
                            + " "
                            + expression(d, scope)
                            + ")";
            case 23 ->
                    "("
                            + pick("bsl", "bsr")
                                    .transform(op ->
                                            expression(d, scope)
                                                    + " "
                                                    + op
                                                    + " "
                                                    + random.nextInt(70))
                            + ")";
            case 24 -> pick("-", "not ", "bnot ") + "(" + expression(d, scope) + ")";
            default -> {
                String v = newVariable();
                String value = expression(d, scope);
                var inner = new Scope(scope);
                inner.add(v);
                yield "begin " + v + " = " + value + ", " + expression(d, inner) + " end";
            }
        };
    }

    /// An expression that mostly is a number, so that arithmetic mostly gets somewhere.
    private String number(int depth, Scope scope) {
        if (depth == 0 || --budget < 0) {
            return random.nextInt(4) == 0
                    ? leaf(scope)
                    : "id(" + (random.nextInt(5) == 0 ? pick(FLOATS) : pick(INTEGERS)) + ")";
        }
        int d = depth - 1;
        return switch (random.nextInt(8)) {
            case 0 -> expression(d, scope);
            case 1 ->
                    "case "
                            + number(d, scope)
                            + " of "
                            + pick(INTEGERS)
                            + " -> "
                            + number(d, scope)
                            + "; _ -> "
                            + number(d, scope)
                            + " end";
            case 2 ->
                    "if "
                            + guard(scope)
                            + " -> "
                            + number(d, scope)
                            + "; true -> "
                            + number(d, scope)
                            + " end";
            default ->
                    "(" + number(d, scope) + " " + pick(ARITHMETIC) + " " + number(d, scope) + ")";
        };
    }

    private String leaf(Scope scope) {
        return random.nextInt(10) == 0 ? "id(" + pick(INTEGERS) + ")" : atomic(scope);
    }

    /// A variable or a constant: what may stand in a guard too.
    private String atomic(Scope scope) {
        if (!scope.names.isEmpty() && random.nextInt(3) > 0) {
            return scope.names.get(random.nextInt(scope.names.size()));
        }
        return switch (random.nextInt(9)) {
            case 0, 1, 2, 3 -> pick(INTEGERS);
            case 4 -> pick(FLOATS);
            case 5, 6 -> pick(ATOMS);
            case 7 -> pick("[]", "{}", "<<>>", "\"str\"", "[1,2,3]");
            default ->
                    pick(
                            "<<1,2,3>>",
                            "<<5:3>>",
                            "<<\"abc\">>",
                            "{a,1}",
                            "{ok,[1]}",
                            "#{}",
                            "#{a => 1}");
        };
    }

    private String list(int n, int depth, Scope scope) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < n; i++) {
            parts.add(expression(depth, scope));
        }
        return String.join(", ", parts);
    }

    private String caseOf(int depth, Scope scope) {
        var text = new StringBuilder("case " + expression(depth, scope) + " of ");
        int clauses = 1 + random.nextInt(4);
        for (int i = 0; i < clauses; i++) {
            var inner = new Scope(scope);
            text.append(pattern(3, inner))
                    .append(guardPart(inner))
                    .append(" -> ")
                    .append(expression(depth, inner))
                    .append("; ");
        }
        return text + "_ -> " + expression(depth, scope) + " end";
    }

    private String ifs(int depth, Scope scope) {
        return "if "
                + guard(scope)
                + " -> "
                + expression(depth, scope)
                + "; "
                + guard(scope)
                + " -> "
                + expression(depth, scope)
                + "; true -> "
                + expression(depth, scope)
                + " end";
    }

    private String call(int depth, Scope scope) {
        int first = function + 1;
        if (first >= arities.size() || random.nextInt(5) == 0) {
            return "id(" + expression(depth, scope) + ")";
        }
        int target = first + random.nextInt(arities.size() - first);
        if (random.nextInt(4) == 0) {
            return "l" + target + "(" + random.nextInt(6) + ", " + expression(depth, scope) + ")";
        }
        return "f" + target + "(" + list(arities.get(target), depth, scope) + ")";
    }

    private String tryCatch(int depth, Scope scope) {
        String body =
                random.nextInt(3) == 0
                        ? pick("throw", "exit", "error") + "(" + expression(depth, scope) + ")"
                        : expression(depth, scope);
        var text = new StringBuilder("try " + body);
        if (random.nextInt(3) == 0) {
            var inner = new Scope(scope);
            text.append(" of ")
                    .append(pattern(2, inner))
                    .append(" -> ")
                    .append(expression(depth, inner))
                    .append("; _ -> ")
                    .append(expression(depth, scope));
        }
        var inner = new Scope(scope);
        String kind = pick("throw:", "error:", "exit:", "_:");
        text.append(" catch ")
                .append(kind)
                .append(pattern(2, inner))
                .append(" -> ")
                .append(expression(depth, inner));
        if (random.nextBoolean()) {
            String c = newVariable();
            var all = new Scope(scope);
            all.add(c);
            text.append("; ").append(c).append(":_ -> ").append(expression(depth, all));
        }
        if (random.nextInt(4) == 0) {
            text.append(" after ").append(expression(1, scope));
        }
        return text + " end";
    }

    private String fun(int depth, Scope scope) {
        int arity = random.nextInt(3);
        var inner = new Scope(scope);
        var parameters = new ArrayList<String>();
        for (int i = 0; i < arity; i++) {
            parameters.add(inner.fresh());
        }
        String f =
                "fun("
                        + String.join(", ", parameters)
                        + ") -> "
                        + expression(depth, inner)
                        + " end";
        return random.nextInt(4) == 0 ? f : "(" + f + ")(" + list(arity, depth, scope) + ")";
    }

    private String comprehension(int depth, Scope scope) {
        var inner = new Scope(scope);
        String source =
                pick(
                        "[1, 2, 3]",
                        "[a, {b, 2}, 3]",
                        "[" + list(2, depth, scope) + "]",
                        expression(1, scope));
        String generator = pattern(1, inner) + " <- " + source;
        String filter = random.nextBoolean() ? ", " + test(inner) : "";
        return "[" + expression(depth, inner) + " || " + generator + filter + "]";
    }

    private String builtin(int depth, Scope scope) {
        String x = expression(depth, scope);
        return switch (random.nextInt(12)) {
            case 0 -> "element(" + (1 + random.nextInt(3)) + ", " + x + ")";
            case 1 -> "hd(" + x + ")";
            case 2 -> "tl(" + x + ")";
            case 3 -> "length(" + x + ")";
            case 4 -> "tuple_size(" + x + ")";
            case 5 -> "abs(" + x + ")";
            case 6 -> "(" + x + " ++ " + expression(depth, scope) + ")";
            case 7 -> "setelement(1, " + x + ", " + leaf(scope) + ")";
            case 8 -> pick("round", "trunc", "byte_size", "bit_size", "float") + "(" + x + ")";
            case 9 -> "(" + x + " -- " + expression(depth, scope) + ")";
            case 10 -> pick("max", "min") + "(" + x + ", " + expression(depth, scope) + ")";
            default -> pick(TESTS) + "(" + x + ")";
        };
    }

    private String bits(int depth, Scope scope) {
        if (random.nextBoolean()) {
            String size =
                    pick(":8", ":16", ":3", ":16/little", ":24/signed", "", ":64/float", "/utf8");
            return "<<("
                    + expression(depth, scope)
                    + ")"
                    + size
                    + ", 1:5, ("
                    + leaf(scope)
                    + "):11>>";
        }
        var inner = new Scope(scope);
        String a = inner.fresh();
        String b = inner.fresh();
        String pattern =
                pick(
                        "<<" + a + ", " + b + "/binary>>",
                        "<<" + a + ":3, " + b + "/bitstring>>",
                        "<<" + a + ":16/little-signed, " + b + "/bitstring>>",
                        "<<" + a + ":1, " + b + ":7/signed, _/bitstring>>",
                        "<<" + a + "/utf8, " + b + "/binary>>",
                        "<<\"ab\", " + a + ", " + b + "/bitstring>>");
        return "case "
                + expression(depth, scope)
                + " of "
                + pattern
                + " -> "
                + expression(depth, inner)
                + "; _ -> "
                + leaf(scope)
                + " end";
    }

    private String map(int depth, Scope scope) {
        String x = expression(depth, scope);
        return switch (random.nextInt(5)) {
            case 0 ->
                    "#{"
                            + pick(ATOMS)
                            + " => "
                            + x
                            + ", "
                            + leaf(scope)
                            + " => "
                            + leaf(scope)
                            + "}";
            case 1 -> "(" + x + ")#{" + pick(ATOMS) + " => " + leaf(scope) + "}";
            case 2 -> "(" + x + ")#{a := " + leaf(scope) + "}";
            case 3 -> {
                var inner = new Scope(scope);
                yield "case "
                        + x
                        + " of #{a := "
                        + pattern(1, inner)
                        + "} -> "
                        + expression(depth, inner)
                        + "; #{} -> "
                        + leaf(scope)
                        + "; _ -> "
                        + leaf(scope)
                        + " end";
            }
            default -> "map_size(#{" + leaf(scope) + " => 1, " + leaf(scope) + " => 2})";
        };
    }

    // ---- patterns and guards --------------------------------------------------------------------

    /// A pattern whose variables are new, except now and then one that is bound already; they are
    /// added to `scope`.
    private String pattern(int depth, Scope scope) {
        int kind = random.nextInt(depth == 0 ? 6 : 12);
        return switch (kind) {
            case 0, 1 -> scope.fresh();
            case 2 -> pick(INTEGERS);
            case 3 -> pick(ATOMS);
            case 4 ->
                    scope.names.isEmpty()
                            ? "_"
                            : scope.names.get(random.nextInt(scope.names.size()));
            case 5 -> pick("[]", "{}", "_", "1.0", "\"str\"");
            case 6, 7 -> "{" + pattern(depth - 1, scope) + ", " + pattern(depth - 1, scope) + "}";
            case 8, 9 -> "[" + pattern(depth - 1, scope) + " | " + pattern(depth - 1, scope) + "]";
            case 10 -> "{" + pick(ATOMS) + ", " + pattern(depth - 1, scope) + "}";
            default -> {
                String inside = pattern(depth - 1, scope);
                yield inside + " = " + scope.fresh();
            }
        };
    }

    private String guardPart(Scope scope) {
        return random.nextInt(3) == 0 ? " when " + guard(scope) : "";
    }

    private String guard(Scope scope) {
        return random.nextInt(6) == 0 ? test(scope) + "; " + test(scope) : test(scope);
    }

    /// A guard without `;`, which is also a filter of a comprehension.
    private String test(Scope scope) {
        String test = simpleTest(scope);
        return switch (random.nextInt(5)) {
            case 0 -> test + ", " + simpleTest(scope);
            case 1 -> "(" + test + ") andalso (" + simpleTest(scope) + ")";
            case 2 -> "(" + test + ") orelse (" + simpleTest(scope) + ")";
            default -> test;
        };
    }

    private String simpleTest(Scope scope) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> pick(TESTS) + "(" + atomic(scope) + ")";
            case 2, 3 -> atomic(scope) + " " + pick(COMPARISON) + " " + atomic(scope);
            case 4 ->
                    "("
                            + atomic(scope)
                            + " "
                            + pick(ARITHMETIC)
                            + " "
                            + atomic(scope)
                            + ") "
                            + pick(COMPARISON)
                            + " "
                            + atomic(scope);
            default ->
                    pick("length", "tuple_size", "hd", "abs", "byte_size", "map_size")
                            + "("
                            + atomic(scope)
                            + ") "
                            + pick(COMPARISON)
                            + " "
                            + atomic(scope);
        };
    }
}
