package dev.lumen.ir.ssa.interp;

import static dev.lumen.ir.ssa.interp.Builtins.add;
import static dev.lumen.ir.ssa.interp.Builtins.erlang;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;

import java.util.ArrayList;
import java.util.TreeMap;

/// Maps.
final class MapBuiltins {
    private MapBuiltins() {}

    private static Dict map(Object a) {
        if (a instanceof Dict d) {
            return d;
        }
        throw Failure.error(Values.row(Atom.of("badmap"), a));
    }

    private static Object get(Machine m, Object key, Object map) {
        Object found = map(map).entries().get(m.values.term(key));
        if (found == null) {
            throw Failure.error(Values.row(Atom.of("badkey"), key));
        }
        return found;
    }

    static void register() {
        erlang("map_size", 1, (_, a) -> Int.of(map(a[0]).entries().size()));
        erlang("map_get", 2, (m, a) -> get(m, a[0], a[1]));
        add("maps", "get", 2, (m, a) -> get(m, a[0], a[1]));
        Builtin isKey = (m, a) -> Term.of(map(a[1]).entries().containsKey(m.values.term(a[0])));
        erlang("is_map_key", 2, isKey);
        add("maps", "is_key", 2, isKey);
        add(
                "maps",
                "find",
                2,
                (m, a) -> {
                    Object found = map(a[1]).entries().get(m.values.term(a[0]));
                    return found == null ? Atom.ERROR : Values.row(Atom.OK, found);
                });
        add("maps", "put", 3, (m, a) -> map(a[2]).with(m.values.term(a[0]), a[1]));
        add(
                "maps",
                "update",
                3,
                (m, a) -> {
                    get(m, a[0], a[2]);
                    return map(a[2]).with(m.values.term(a[0]), a[1]);
                });
        add("maps", "remove", 2, (m, a) -> map(a[1]).without(m.values.term(a[0])));
        add(
                "maps",
                "take",
                2,
                (m, a) -> {
                    Object found = map(a[1]).entries().get(m.values.term(a[0]));
                    return found == null
                            ? Atom.ERROR
                            : Values.row(found, map(a[1]).without(m.values.term(a[0])));
                });
        add(
                "maps",
                "keys",
                1,
                (m, a) ->
                        Values.list(
                                map(a[0]).entries().keySet().stream().map(m.values::of).toList()));
        add(
                "maps",
                "values",
                1,
                (_, a) -> Values.list(new ArrayList<>(map(a[0]).entries().values())));
        add(
                "maps",
                "merge",
                2,
                (_, a) -> {
                    var all = new TreeMap<>(map(a[0]).entries());
                    all.putAll(map(a[1]).entries());
                    return new Dict(all);
                });
        add(
                "maps",
                "from_list",
                1,
                (m, a) -> {
                    TreeMap<Term, Object> all = Dict.noEntries();
                    for (Object e : Values.elements(a[0])) {
                        if (!(e instanceof Row pair) || pair.size() != 2) {
                            throw Failure.badarg();
                        }
                        all.put(m.values.term(pair.elements()[0]), pair.elements()[1]);
                    }
                    return new Dict(all);
                });
        add(
                "maps",
                "from_keys",
                2,
                (m, a) -> {
                    TreeMap<Term, Object> all = Dict.noEntries();
                    Values.elements(a[0]).forEach(key -> all.put(m.values.term(key), a[1]));
                    return new Dict(all);
                });
        // An iterator is a list of the entries that are left: [Key, Value | Rest], none when there
        // is none.
        add(
                "erts_internal",
                "map_next",
                3,
                (m, a) -> {
                    Object rest = Nil.NIL;
                    boolean asList = a[2].equals(Atom.of("iterator"));
                    Object none = Atom.of("none");
                    Object chain = asList ? none : rest;
                    for (var e : map(a[1]).entries().descendingMap().entrySet()) {
                        Object key = m.values.of(e.getKey());
                        chain =
                                asList
                                        ? Values.row(key, e.getValue(), chain)
                                        : new Cell(Values.row(key, e.getValue()), chain);
                    }
                    return chain;
                });
    }
}
