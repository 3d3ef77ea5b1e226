package dev.lumen.frontend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The productions of a grammar written for OTP's parser generator `yecc`, and sentences of it.
final class Grammar {
    /// `head -> symbols`. Terminals stand in quotes, or name a kind of token.
    record Production(String head, List<String> symbols) {}

    private static final Pattern HEAD = Pattern.compile("^([a-z_]+)\\s*->", Pattern.MULTILINE);
    private static final Pattern SYMBOL = Pattern.compile("\\G\\s*('[^']+'|[a-z_]+)");

    private static final Map<String, List<String>> TEXTS =
            Map.of(
                    "atom", List.of("a", "b", "record", "type", "export", "module"),
                    "var", List.of("X", "Y", "_"),
                    "integer", List.of("1", "2"),
                    "float", List.of("1.5"),
                    "string", List.of("\"s\""),
                    "char", List.of("$c"),
                    "dot", List.of("."));

    private final Map<String, List<Production>> productions = new LinkedHashMap<>();

    /// How deep the smallest tree of each nonterminal is.
    private final Map<String, Integer> depths = new HashMap<>();

    /// A production that leads to the nonterminal, from the start on.
    private final Map<String, Production> parents = new HashMap<>();

    private final List<String> terminals = new ArrayList<>();
    private final RandomGenerator random;

    Grammar(String text, String start, RandomGenerator random) {
        this.random = random;
        String rules = text.substring(0, text.indexOf("\nErlang code."));
        Matcher head = HEAD.matcher(rules);
        while (head.find()) {
            var symbols = new ArrayList<String>();
            Matcher symbol = SYMBOL.matcher(rules).region(head.end(), rules.length());
            while (symbol.find()) {
                symbols.add(symbol.group(1));
            }
            symbols.remove("'$empty'");
            productions
                    .computeIfAbsent(head.group(1), _ -> new ArrayList<>())
                    .add(new Production(head.group(1), symbols));
        }
        measure();
        reach(start);
        for (Production p : all()) {
            for (String s : p.symbols) {
                if (!productions.containsKey(s) && !terminals.contains(s) && !s.equals("dot")) {
                    terminals.add(s);
                }
            }
        }
    }

    /// The productions that something reaches.
    List<Production> all() {
        return productions.values().stream()
                .flatMap(List::stream)
                .filter(p -> depths.containsKey(p.head) && parents.containsKey(p.head))
                .toList();
    }

    private void measure() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (List<Production> alternatives : productions.values()) {
                for (Production p : alternatives) {
                    int depth = depth(p);
                    if (depth < depths.getOrDefault(p.head, Integer.MAX_VALUE)) {
                        depths.put(p.head, depth);
                        changed = true;
                    }
                }
            }
        }
    }

    private int depth(Production p) {
        int deepest = 0;
        for (String s : p.symbols) {
            int depth = productions.containsKey(s) ? depths.getOrDefault(s, -1) : 0;
            if (depth < 0) {
                return Integer.MAX_VALUE;
            }
            deepest = Math.max(deepest, depth);
        }
        return deepest + 1;
    }

    private void reach(String start) {
        parents.put(start, new Production("", List.of(start)));
        var todo = new ArrayList<>(List.of(start));
        while (!todo.isEmpty()) {
            for (Production p : productions.get(todo.removeFirst())) {
                for (String s : p.symbols) {
                    if (productions.containsKey(s) && parents.putIfAbsent(s, p) == null) {
                        todo.add(s);
                    }
                }
            }
        }
    }

    /// The tokens of a sentence in which the production is used.
    List<String> sentence(Production wanted, int depth) {
        var tokens = new ArrayList<String>();
        List<String> middle = new ArrayList<>();
        expand(wanted, depth, middle);
        Production below = wanted;
        while (!parents.get(below.head).head.isEmpty()) {
            Production above = parents.get(below.head);
            var around = new ArrayList<String>();
            int at = above.symbols.indexOf(below.head);
            for (int i = 0; i < above.symbols.size(); i++) {
                if (i == at) {
                    around.addAll(middle);
                } else {
                    expand(above.symbols.get(i), 1, around);
                }
            }
            middle = around;
            below = above;
        }
        tokens.addAll(middle);
        return tokens;
    }

    private void expand(Production p, int depth, List<String> to) {
        for (String s : p.symbols) {
            expand(s, depth, to);
        }
    }

    private void expand(String symbol, int depth, List<String> to) {
        List<Production> alternatives = productions.get(symbol);
        if (alternatives == null) {
            to.add(text(symbol));
            return;
        }
        List<Production> fitting =
                depth > 0
                        ? alternatives
                        : alternatives.stream()
                                .filter(p -> depth(p) == depths.get(symbol))
                                .toList();
        expand(fitting.get(random.nextInt(fitting.size())), depth - 1, to);
    }

    private String text(String terminal) {
        List<String> texts = TEXTS.get(terminal);
        return texts == null ? terminal.replace("'", "") : texts.get(random.nextInt(texts.size()));
    }

    /// The sentence with one token left out, put in, or taken for another; the last one stays.
    List<String> wrong(List<String> sentence) {
        var tokens = new ArrayList<>(sentence);
        int at = random.nextInt(tokens.size() - 1);
        String other = text(terminals.get(random.nextInt(terminals.size())));
        switch (random.nextInt(4)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, other);
            case 2 -> tokens.add(at, tokens.get(at));
            default -> tokens.set(at, other);
        }
        return Collections.indexOfSubList(tokens, List.of(".", ".")) < 0 ? tokens : sentence;
    }
}
