package dev.lumen.testkit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Makes Erlang modules at random that match terms with patterns against patterns (`P1 = P2`) of
/// bit strings, tuples, lists, strings, maps and records, in each place where patterns stand.
///
/// A module exports `main/0`. Each of its functions tries a few clauses on a term and gives the
/// number of the one that matches and what its variables are; `main/0` calls each with all of a
/// list of terms and displays the answers.
///
/// Releases before OTP 26 refuse bit strings matched with two patterns at once, so the same state
/// of the generator also gives a [#sequential] module that they take: in it one pattern is matched
/// after the other, which must print the same.
///
/// The same generator state gives the same text on every JVM.
public final class PatternPrograms {
    private static final String TERMS =
            """
            [<<>>, <<1>>, <<1, 2>>, <<2, 1, 2, 3>>, <<"abc">>, <<5:3>>, <<1, 2, 3, 4, 5:4>>, <<0:16>>,
                     <<255, 254, 3>>, <<1.5/float>>, <<"a\\x{20ac}"/utf8>>, [], [1], [1, 2], "ab", "abc", [<<1, 2>>],
                     [<<1, 2>>, <<1, 2>> | a], [{1, 2}, {1, 2}], {}, {1}, {1, 2}, {<<1, 2>>, 1}, {<<1, 2>>, <<1, 2>>},
                     {r, 1, <<1, 2>>}, {r, {1, 2}, [1]}, #{}, #{a => 1}, #{a => <<1, 2>>, 1 => {1, 2}}, #{a => [1, 2], 2 => "ab"},
                     0, 1, 1.5, a]\
            """;

    private static final String[] LITERALS = {
        "0", "1", "2", "1.5", "a", "[]", "{}", "$a", "\"ab\"", "<<1, 2>>", "<<\"abc\">>", "{1, 2}"
    };

    private enum Shape {
        BITS,
        LIST,
        TUPLE,
        MAP
    }

    private final RandomGenerator random;
    private final boolean sequential;
    private final StringBuilder out = new StringBuilder();
    private int variables;

    /// Of the clause that is being made.
    private Set<String> bound = new LinkedHashSet<>();

    /// `V`, `P`: what is matched after the rest, when patterns are matched one by one.
    private List<String[]> later = new ArrayList<>();

    private boolean usesN;

    private PatternPrograms(RandomGenerator random, boolean sequential) {
        this.random = random;
        this.sequential = sequential;
    }

    /// The text of module `name`, with so many functions.
    public static String module(String name, int functions, RandomGenerator random) {
        return write(name, functions, new PatternPrograms(random, false));
    }

    /// The module that prints the same and matches one pattern after the other.
    public static String sequential(String name, int functions, RandomGenerator random) {
        return write(name, functions, new PatternPrograms(random, true));
    }

    private static String write(String name, int functions, PatternPrograms program) {
        program.write(name, functions);
        return program.out.toString();
    }

    private void write(String name, int functions) {
        out.append("-module(").append(name).append(").\n-export([main/0]).\n");
        out.append("-record(r, {a, b}).\n\nmain() ->\n    Terms = id(");
        out.append(TERMS).append("),\n");
        for (int i = 0; i < functions; i++) {
            out.append("    show(").append(i).append(", fun p").append(i).append("/2, Terms),\n");
        }
        out.append(
                """
                    ok.

                show(I, F, Terms) ->
                    [case F(X, N) of no -> ok; Answer -> erlang:display({I, X, N, Answer}) end
                     || X <- Terms, N <- [1, 2]].

                id(X) -> X.

                """);
        for (int i = 0; i < functions; i++) {
            function("p" + i);
        }
    }

    private record Clause(String pattern, String guard, String answer, List<String[]> later) {
        String text() {
            return pattern + guard + " -> " + answer;
        }
    }

    private void function(String name) {
        usesN = false;
        var clauses = new ArrayList<Clause>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            clauses.add(clause(clauses.size()));
        }
        int place = random.nextInt(8);
        if (sequential) {
            oneByOne(name, clauses);
            return;
        }
        String all = String.join("; ", clauses.stream().map(Clause::text).toList());
        Clause first = clauses.getFirst();
        boolean fits =
                switch (place) {
                    case 4 -> clauses.size() == 1 && first.guard.isEmpty();
                    case 5 -> clauses.size() == 1;
                    case 6 -> !usesN;
                    default -> true;
                };
        out.append(
                switch (fits ? place : 7) {
                    case 0 ->
                            name
                                    + "(X, N) ->\n    F = fun("
                                    + String.join(
                                            "; (",
                                            clauses.stream()
                                                    .map(c ->
                                                            c.pattern + ")" + c.guard + " -> "
                                                                    + c.answer)
                                                    .toList())
                                    + "; (_) -> no end,\n    F(X).\n\n";
                    case 1 ->
                            name
                                    + "(X, N) ->\n    self() ! X,\n    receive "
                                    + all
                                    + "; _ -> no end.\n\n";
                    case 2 ->
                            name
                                    + "(X, N) ->\n    try X of "
                                    + all
                                    + "; _ -> no\n    catch never -> never end.\n\n";
                    case 3 ->
                            name
                                    + "(X, N) ->\n    try throw(X)\n    catch "
                                    + all
                                    + "; _ -> no end.\n\n";
                    case 4 ->
                            name
                                    + "(X, N) ->\n    try\n        "
                                    + first.pattern
                                    + " = X,\n        "
                                    + first.answer
                                    + "\n    catch error:{badmatch, _} -> no end.\n\n";
                    case 5 ->
                            name
                                    + "(X, N) ->\n    case ["
                                    + first.answer
                                    + " || "
                                    + first.pattern
                                    + " <- [X]"
                                    + first.guard.replace(" when", ",")
                                    + "] of [A] -> A; [] -> no end.\n\n";
                    case 6 ->
                            String.join(
                                            ";\n",
                                            clauses.stream()
                                                    .map(c ->
                                                            name + "(" + c.pattern + ", _)"
                                                                    + c.guard + " -> " + c.answer)
                                                    .toList())
                                    + ";\n"
                                    + name
                                    + "(_, _) -> no.\n\n";
                    default -> name + "(X, N) ->\n    case X of " + all + "; _ -> no end.\n\n";
                });
    }

    private void oneByOne(String name, List<Clause> clauses) {
        out.append(name).append("(X, N) -> ").append(name).append("_0(X, N).\n\n");
        for (int i = 0; i < clauses.size(); i++) {
            Clause c = clauses.get(i);
            String next = name + "_" + (i + 1) + "(id(X), N)";
            out.append(name).append('_').append(i).append("(X, N) ->\n    case X of\n        ");
            out.append(c.pattern).append(c.later.isEmpty() ? c.guard : "").append(" -> ");
            for (int k = 0; k < c.later.size(); k++) {
                out.append("case ").append(c.later.get(k)[0]).append(" of ");
                out.append(c.later.get(k)[1]);
                out.append(k == c.later.size() - 1 ? c.guard : "").append(" -> ");
            }
            out.append(c.answer);
            for (int k = 0; k < c.later.size(); k++) {
                out.append("; _ -> ").append(next).append(" end");
            }
            out.append(";\n        _ -> ").append(next).append("\n    end.\n\n");
        }
        out.append(name).append('_').append(clauses.size()).append("(_, _) -> no.\n\n");
    }

    private Clause clause(int number) {
        bound = new LinkedHashSet<>();
        later = new ArrayList<>();
        String pattern = pattern(3);
        List<String> names = List.copyOf(bound);
        String guard = "";
        if (!names.isEmpty() && random.nextInt(4) == 0) {
            String name = names.get(random.nextInt(names.size()));
            guard = " when " + name + " =/= " + pick("1", "<<1, 2>>", "[]", "a");
        }
        return new Clause(
                pattern, guard, "{" + number + ", [" + String.join(", ", names) + "]}", later);
    }

    // ---- patterns -------------------------------------------------------------------------------

    private String pattern(int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return leaf();
        }
        Shape shape = Shape.values()[random.nextInt(4)];
        // Bit strings against each other are what this is mostly about.
        return alias(random.nextInt(3) == 0 ? Shape.BITS : shape, depth);
    }

    private String alias(Shape shape, int depth) {
        String first = shaped(shape, depth);
        if (random.nextInt(2) == 0) {
            return first;
        }
        if (random.nextInt(5) == 0) {
            return random.nextBoolean() ? fresh() + " = " + first : first + " = " + fresh();
        }
        if (!sequential) {
            return first + " = " + alias(shape, depth);
        }
        variables++;
        String whole = "W" + variables;
        // What stands in the second pattern is matched before what the second itself puts off.
        int at = later.size();
        String second = alias(shape, depth);
        later.add(at, new String[] {whole, second});
        return first + " = " + whole;
    }

    private String shaped(Shape shape, int depth) {
        int d = depth - 1;
        return switch (shape) {
            case BITS -> bits();
            case LIST ->
                    switch (random.nextInt(5)) {
                        case 0 -> "[" + pattern(d) + "]";
                        case 1 -> "[" + pattern(d) + ", " + pattern(d) + "]";
                        case 2 -> pick("\"a\"", "\"ab\"") + " ++ " + leaf();
                        case 3 -> "[" + pick("$a", "1") + " | " + leaf() + "]";
                        default -> "[" + pattern(d) + " | " + pattern(d) + "]";
                    };
            case TUPLE ->
                    switch (random.nextInt(5)) {
                        case 0 -> "{" + pattern(d) + "}";
                        case 1 -> "#r{a = " + pattern(d) + "}";
                        case 2 -> "#r{b = " + pattern(d) + ", a = " + pattern(d) + "}";
                        default -> "{" + pattern(d) + ", " + pattern(d) + "}";
                    };
            case MAP ->
                    switch (random.nextInt(4)) {
                        case 0 -> "#{}";
                        case 1 -> "#{a := " + pattern(d) + "}";
                        case 2 -> "#{" + n() + " := " + pattern(d) + "}";
                        default -> "#{a := " + pattern(d) + ", 1 := " + pattern(d) + "}";
                    };
        };
    }

    private String leaf() {
        return switch (random.nextInt(6)) {
            case 0 -> "_";
            case 1 -> pick(LITERALS);
            case 2 -> again();
            default -> fresh();
        };
    }

    private String bits() {
        var parts = new ArrayList<String>();
        var integers = new ArrayList<String>();
        int segments = random.nextInt(4);
        for (int i = 0; i < segments; i++) {
            String size =
                    random.nextInt(4) == 0 && !integers.isEmpty()
                            ? integers.get(random.nextInt(integers.size()))
                            : random.nextInt(5) == 0 ? n() : null;
            parts.add(
                    switch (random.nextInt(12)) {
                        case 0, 1, 2 -> {
                            String v = value();
                            if (v.startsWith("V")) {
                                integers.add(v);
                            }
                            yield v;
                        }
                        case 3, 4 -> value() + ":" + (size == null ? pick("4", "8", "16") : size);
                        case 5 -> value() + ":16/little";
                        case 6 -> value() + ":" + (size == null ? "8" : size) + "/signed";
                        case 7 -> value() + ":" + (size == null ? "1" : size) + "/binary";
                        case 8 -> value() + ":" + (size == null ? "3" : size) + "/bits";
                        case 9 -> value() + "/utf8";
                        case 10 -> value() + "/float";
                        default -> pick("\"a\"", "\"ab\"", "1", "1, 2");
                    });
        }
        if (random.nextInt(3) > 0) {
            String rest = random.nextBoolean() ? fresh() : "_";
            parts.add(rest + pick("/binary", "/bits", "/bits"));
        }
        return "<<" + String.join(", ", parts) + ">>";
    }

    private String value() {
        return switch (random.nextInt(8)) {
            case 0 -> "_";
            case 1 -> pick("1", "2", "97");
            case 2 -> again();
            default -> fresh();
        };
    }

    /// The parameter, which sizes and keys may use.
    private String n() {
        usesN = true;
        return "N";
    }

    private String fresh() {
        variables++;
        String name = "V" + variables;
        bound.add(name);
        return name;
    }

    /// A variable that stands in the pattern already.
    private String again() {
        List<String> names = List.copyOf(bound);
        return names.isEmpty() ? "_" : names.get(random.nextInt(names.size()));
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
