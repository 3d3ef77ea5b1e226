package dev.lumen.ir.ssa.interp;

import static dev.lumen.ir.ssa.interp.Builtins.add;
import static dev.lumen.ir.ssa.interp.Builtins.erlang;

import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.RecordTerm;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/// Native records: what expressions and patterns with them compile to, and module `records`. What
/// an id means: see `bif_records.c`.
final class RecordBuiltins {
    private static final Atom ANY = Atom.of("_");

    private RecordBuiltins() {}

    private static boolean isMeant(Object value, Term id) {
        if (!(value instanceof Rec r)) {
            return false;
        }
        return switch (id) {
            case Atom name -> name.equals(ANY) || r.name().equals(name);
            case Tuple(var parts) when parts.size() == 1 ->
                    r.isExported() || r.module().equals(parts.get(0));
            case Tuple(var parts) ->
                    r.module().equals(parts.get(0))
                            && r.name().equals(parts.get(1))
                            && (parts.size() == 2 || r.isExported());
            default -> false;
        };
    }

    private static Rec meant(Machine m, Object value, Object id) {
        if (isMeant(value, m.values.term(id))) {
            return (Rec) value;
        }
        throw badRecord(value);
    }

    /// What expressions compile to fails on behalf of the function that they are in.
    private static Failure asCaller(Failure e) {
        return Failure.raised(e.exceptionClass, e.reason);
    }

    private static Builtin expression(Builtin body) {
        return (m, a) -> {
            try {
                return body.call(m, a);
            } catch (Failure e) {
                throw asCaller(e);
            }
        };
    }

    private static Rec any(Object value) {
        if (value instanceof Rec r) {
            return r;
        }
        throw Failure.badarg();
    }

    private static Failure badRecord(Object value) {
        return Failure.error(Values.row(Atom.of("badrecord"), value));
    }

    private static Failure badField(String reason, Tuple definition, Object field) {
        return Failure.error(
                Values.row(
                        Atom.of(reason),
                        Values.row(Values.row(definition.get(0), definition.get(1)), field)));
    }

    private static void assign(Object[] values, Tuple definition, Object[] given) {
        List<Term> fields = definition.elements().subList(3, definition.size());
        for (int i = 0; i < given.length; i += 2) {
            int at = fields.indexOf(given[i]);
            if (at < 0) {
                throw badField("badfield", definition, given[i]);
            }
            values[at] = given[i + 1];
        }
    }

    private static Rec make(Tuple definition, Object[] defaults, Object[] given) {
        var values = new Object[defaults.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = defaults[i] instanceof Row(var one) ? one[0] : null;
        }
        assign(values, definition, given);
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                throw badField("novalue", definition, definition.get(3 + i));
            }
        }
        return new Rec(definition, values);
    }

    /// Of another module, whose attribute `native_record` lists its `{Definition, Defaults}`.
    private static Rec make(Machine m, Object id, Object[] given) {
        var name = (Tuple) m.values.term(id);
        Module module = m.modules.get((Atom) name.get(0));
        if (module != null && module.attributes() instanceof ListTerm attributes) {
            for (Term attribute : attributes.elements()) {
                if (attribute instanceof Tuple(var pair)
                        && pair.get(0).equals(Atom.of("native_record"))) {
                    for (Term known : ((ListTerm) pair.get(1)).elements()) {
                        var definition = (Tuple) ((Tuple) known).get(0);
                        if (definition.get(1).equals(name.get(1))
                                && definition.get(2).equals(Atom.TRUE)) {
                            return make(
                                    definition,
                                    ((Row) m.values.of(((Tuple) known).get(1))).elements(),
                                    given);
                        }
                    }
                }
            }
        }
        throw badRecord(id);
    }

    /// The attributes of a module without the one that is for making its records.
    static Term shown(Term attributes) {
        return attributes instanceof ListTerm(var all, var tail)
                ? ListTerm.of(
                        all.stream()
                                .filter(a ->
                                        !(a instanceof Tuple t)
                                                || !t.get(0).equals(Atom.of("native_record")))
                                .toList(),
                        tail)
                : attributes;
    }

    private static Object field(Rec r, Object field, Failure failure) {
        int at = r.fields().indexOf(field);
        if (at < 0) {
            throw failure;
        }
        return r.values()[at];
    }

    static void register() {
        erlang("is_record", 1, (_, a) -> Term.of(a[0] instanceof Rec));
        add(
                "records",
                "$make",
                3,
                expression((m, a) ->
                        make(
                                (Tuple) m.values.term(a[0]),
                                ((Row) a[1]).elements(),
                                ((Row) a[2]).elements())));
        add("records", "$make", 2, expression((m, a) -> make(m, a[0], ((Row) a[1]).elements())));
        add(
                "records",
                "$field",
                3,
                expression((m, a) -> {
                    Rec r = meant(m, a[0], a[1]);
                    return field(r, a[2], badField("badfield", r.definition(), a[2]));
                }));
        add(
                "records",
                "$set",
                3,
                expression((m, a) -> {
                    Rec r = meant(m, a[0], a[1]);
                    Object[] values = r.values().clone();
                    assign(values, r.definition(), ((Row) a[2]).elements());
                    return new Rec(r.definition(), values);
                }));
        add("records", "$match", 2, (m, a) -> meant(m, a[0], a[1]));
        add("records", "get", 2, (_, a) -> field(any(a[1]), a[0], Failure.badarg()));
        add("records", "get_module", 1, (_, a) -> any(a[0]).module());
        add("records", "get_name", 1, (_, a) -> any(a[0]).name());
        add("records", "get_field_names", 1, (m, a) -> Values.list(meant(m, a[0], ANY).fields()));
        add("records", "is_exported", 1, (m, a) -> Term.of(meant(m, a[0], ANY).isExported()));
        add("records", "create", 4, (m, a) -> create(a));
        add("records", "update", 4, (m, a) -> update(m, a));
    }

    private static Rec create(Object[] a) {
        if (!(a[0] instanceof Atom module) || !(a[1] instanceof Atom name)) {
            throw badRecord(a[1]);
        }
        if (!(a[3] instanceof Dict options)) {
            throw Failure.error(Values.row(Atom.of("badmap"), a[3]));
        }
        Object exported = options.entries().get(Atom.of("is_exported"));
        if (options.entries().size() != 1
                || !(exported instanceof Atom e)
                || !e.equals(Atom.TRUE) && !e.equals(Atom.FALSE)) {
            throw Failure.badarg();
        }
        var fields = new ArrayList<Atom>();
        var values = new ArrayList<Object>();
        for (Object pair : Values.elements(a[2])) {
            if (!(pair instanceof Row r) || r.size() != 2) {
                throw Failure.badarg();
            }
            if (!(r.elements()[0] instanceof Atom field)) {
                throw badField(
                        "badfield",
                        RecordTerm.definition(module, name, false, List.of()),
                        r.elements()[0]);
            }
            fields.add(field);
            values.add(r.elements()[1]);
        }
        if (new HashSet<>(fields).size() < fields.size()) {
            throw Failure.badarg();
        }
        return new Rec(
                RecordTerm.definition(module, name, exported.equals(Atom.TRUE), fields),
                values.toArray());
    }

    private static Rec update(Machine m, Object[] a) {
        if (!(a[0] instanceof Rec r)) {
            throw badRecord(a[0]);
        }
        if (!a[2].equals(ANY) && !(r.module().equals(a[1]) && r.name().equals(a[2]))) {
            throw badRecord(a[2]);
        }
        if (!(a[3] instanceof Dict changes)) {
            throw Failure.error(Values.row(Atom.of("badmap"), a[3]));
        }
        var given = new ArrayList<Object>();
        changes.entries()
                .forEach((field, value) -> Collections.addAll(given, m.values.of(field), value));
        Object[] values = Arrays.copyOf(r.values(), r.values().length);
        assign(values, r.definition(), given.toArray());
        return new Rec(r.definition(), values);
    }
}
