package dev.lumen.ir.ssa.interp;

import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.Fun;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.MapTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Pid;
import dev.lumen.ir.term.Port;
import dev.lumen.ir.term.RecordTerm;
import dev.lumen.ir.term.Ref;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermOrder;
import dev.lumen.ir.term.Tuple;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// From terms to values and back, and comparison.
final class Values {
    private static final Atom LOCAL = Atom.of("nonode@nohost");
    private final Map<Long, Closure> closures = new HashMap<>();
    private final Map<Term, Object> constants = new IdentityHashMap<>();
    private final Map<Identity, Long> handles = new HashMap<>();

    /// What makes two closures the same.
    private record Identity(FunctionId target, List<Term> free) {}

    static Atom node() {
        return LOCAL;
    }

    /// The value of a constant: made once.
    Object constant(Term term) {
        return term instanceof Tuple
                        || term instanceof RecordTerm
                        || term instanceof ListTerm
                        || term instanceof MapTerm
                ? constants.computeIfAbsent(term, this::of)
                : term;
    }

    /// The value of a term. Recurses as deep as the term nests other than along lists.
    Object of(Term term) {
        return switch (term) {
            case Tuple(var elements) -> new Row(elements.stream().map(this::of).toArray());
            case RecordTerm(var definition, var values) ->
                    new Rec(definition, values.stream().map(this::of).toArray());
            case ListTerm(var elements, var tail) -> {
                Object list = of(tail);
                for (Term e : elements.reversed()) {
                    list = new Cell(of(e), list);
                }
                yield list;
            }
            case MapTerm m -> {
                TreeMap<Term, Object> entries = Dict.noEntries();
                for (int i = 0; i < m.size(); i++) {
                    entries.put(m.keys().get(i), of(m.values().get(i)));
                }
                yield new Dict(entries);
            }
            case Fun.Closure c when closures.containsKey(c.handle()) -> closures.get(c.handle());
            case Int _, FloatTerm _, Atom _, Bits _, Nil _, Pid _, Port _, Ref _, Fun _ -> term;
        };
    }

    /// A part of a value being turned into a term; its own parts are collected first.
    private static final class Open {
        final Object value;
        final List<Object> parts;
        final List<Term> done = new ArrayList<>();

        Open(Object value, List<Object> parts) {
            this.value = value;
            this.parts = parts;
        }
    }

    /// The term of a value, however deep it nests.
    Term term(Object value) {
        if (value instanceof Term t) {
            return t;
        }
        var stack = new ArrayDeque<Open>();
        stack.push(open(value));
        while (true) {
            Open top = stack.peek();
            if (top.done.size() < top.parts.size()) {
                Object next = top.parts.get(top.done.size());
                if (next instanceof Term t) {
                    top.done.add(t);
                } else {
                    stack.push(open(next));
                }
                continue;
            }
            Term made = close(top);
            stack.pop();
            if (stack.isEmpty()) {
                return made;
            }
            stack.peek().done.add(made);
        }
    }

    private Open open(Object value) {
        return switch (value) {
            case Row r -> new Open(value, List.of(r.elements()));
            case Rec r -> new Open(value, List.of(r.values()));
            case Closure c -> new Open(value, List.of(c.free()));
            case Cell c -> {
                var parts = new ArrayList<Object>();
                Object rest = c;
                while (rest instanceof Cell(var head, var tail)) {
                    parts.add(head);
                    rest = tail;
                }
                parts.add(rest);
                yield new Open(value, parts);
            }
            case Dict d -> new Open(value, new ArrayList<>(d.entries().values()));
            default -> throw new IllegalStateException("not a term: " + value);
        };
    }

    private Term close(Open open) {
        return switch (open.value) {
            case Row _ -> Term.tuple(open.done);
            case Rec r -> new RecordTerm(r.definition(), open.done);
            case Cell _ ->
                    ListTerm.of(open.done.subList(0, open.done.size() - 1), open.done.getLast());
            case Dict d -> {
                var entries = new HashMap<Term, Term>();
                int i = 0;
                for (Term key : d.entries().keySet()) {
                    entries.put(key, open.done.get(i++));
                }
                yield MapTerm.of(entries);
            }
            case Closure c -> {
                var identity = new Identity(c.target(), open.done);
                long handle = handles.computeIfAbsent(identity, _ -> handles.size() + 1L);
                closures.put(handle, c);
                yield new Fun.Closure(c.target().module(), 0, c.arity(), handle);
            }
            default -> throw new IllegalStateException("not a term: " + open.value);
        };
    }

    /// Erlang's order: negative, zero or positive.
    int compare(Object a, Object b) {
        return a == b ? 0 : TermOrder.compare(term(a), term(b));
    }

    /// Erlang's `=:=`.
    boolean identical(Object a, Object b) {
        return a == b || TermOrder.identical(term(a), term(b));
    }

    /// The most precise type of a value.
    static Type.Terms type(Object value) {
        return switch (value) {
            case Cell _ -> Type.CONS;
            case Row _ -> Type.TUPLE;
            case Rec _ -> Type.RECORD;
            case Dict _ -> Type.MAP;
            case Closure _ -> Type.FUN;
            case Term t -> Type.of(t);
            default -> throw new IllegalStateException("not a term: " + value);
        };
    }

    static Object list(List<?> elements, Object tail) {
        Object list = tail;
        for (Object e : elements.reversed()) {
            list = new Cell(e, list);
        }
        return list;
    }

    static Object list(List<?> elements) {
        return list(elements, Nil.NIL);
    }

    static Row row(Object... elements) {
        return new Row(elements);
    }

    /// The elements of a proper list. Throws badarg for anything else.
    static List<Object> elements(Object list) {
        var all = new ArrayList<Object>();
        Object rest = list;
        while (rest instanceof Cell(var head, var tail)) {
            all.add(head);
            rest = tail;
        }
        if (!(rest instanceof Nil)) {
            throw Failure.badarg();
        }
        return all;
    }
}
