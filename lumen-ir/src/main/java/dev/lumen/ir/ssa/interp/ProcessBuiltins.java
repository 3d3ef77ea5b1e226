package dev.lumen.ir.ssa.interp;

import static dev.lumen.ir.ssa.interp.Builtins.erlang;

import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Pid;
import dev.lumen.ir.term.Ref;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermPrinter;

import java.util.ArrayList;
import java.util.List;

/// Processes, their dictionary, exceptions, output and time.
final class ProcessBuiltins {
    private static final Atom UNDEFINED = Atom.UNDEFINED;

    private ProcessBuiltins() {}

    static void register() {
        processes();
        dictionary();
        exceptions();
        erlang(
                "display",
                1,
                (m, a) -> {
                    m.output.accept(TermPrinter.display(m.values.term(a[0])) + "\n");
                    return Atom.TRUE;
                });
        erlang("monotonic_time", 0, (m, _) -> Int.of(m.now * 1_000_000));
        erlang("halt", 0, (m, _) -> halt(m, Int.of(0)));
        erlang("halt", 1, (m, a) -> halt(m, a[0]));
        erlang("get_module_info", 1, (m, a) -> moduleInfo(m, a[0]));
        erlang(
                "get_module_info",
                2,
                (m, a) -> {
                    for (Object entry : Values.elements(moduleInfo(m, a[0]))) {
                        if (((Row) entry).elements()[0].equals(a[1])) {
                            return ((Row) entry).elements()[1];
                        }
                    }
                    throw Failure.badarg();
                });
    }

    private static Object halt(Machine m, Object status) {
        m.halt(status);
        return Atom.TRUE;
    }

    private static void processes() {
        erlang("self", 0, (m, _) -> m.current.pid);
        erlang("node", 0, (_, _) -> Values.node());
        erlang("node", 1, (_, _) -> Values.node());
        erlang("make_ref", 0, (m, _) -> new Ref(Values.node(), List.of(m.nextUnique++, 0L, 0L), 0));
        erlang("yield", 0, (_, _) -> Atom.TRUE);
        Builtin send =
                (m, a) -> {
                    if (!(a[0] instanceof Pid to)) {
                        throw Failure.badarg();
                    }
                    m.send(to, a[1]);
                    return a[1];
                };
        erlang("send", 2, send);
        erlang("!", 2, send);
        erlang("is_process_alive", 1, (m, a) -> Term.of(a[0] instanceof Pid p && m.isAlive(p)));
        Builtin spawn1 =
                (m, a) -> {
                    if (!(a[0] instanceof Closure) && !(a[0] instanceof dev.lumen.ir.term.Fun)) {
                        throw Failure.badarg();
                    }
                    return m.spawn(a[0], new Object[0]);
                };
        Builtin spawn3 =
                (m, a) -> {
                    Object[] args = Values.elements(a[2]).toArray();
                    return m.spawn(
                            new FunctionId(
                                    DataBuiltins.atom(a[0]), DataBuiltins.atom(a[1]), args.length),
                            args);
                };
        erlang("spawn", 1, spawn1);
        erlang("spawn", 3, spawn3);
        // Links are not simulated: nothing exits abnormally unnoticed in a program that the oracle
        // can judge.
        erlang("spawn_link", 1, spawn1);
        erlang("spawn_link", 3, spawn3);
    }

    private static Object orUndefined(Object value) {
        return value == null ? UNDEFINED : value;
    }

    private static void dictionary() {
        erlang(
                "put",
                2,
                (m, a) -> orUndefined(m.current.dictionary.put(m.values.term(a[0]), a[1])));
        erlang("get", 1, (m, a) -> orUndefined(m.current.dictionary.get(m.values.term(a[0]))));
        erlang("erase", 1, (m, a) -> orUndefined(m.current.dictionary.remove(m.values.term(a[0]))));
        erlang("get", 0, (m, _) -> pairs(m));
        erlang(
                "erase",
                0,
                (m, _) -> {
                    Object all = pairs(m);
                    m.current.dictionary.clear();
                    return all;
                });
        erlang(
                "get_keys",
                0,
                (m, _) ->
                        Values.list(
                                m.current.dictionary.keySet().stream().map(m.values::of).toList()));
        erlang(
                "get_keys",
                1,
                (m, a) ->
                        Values.list(
                                m.current.dictionary.entrySet().stream()
                                        .filter(e -> m.values.identical(e.getValue(), a[0]))
                                        .map(e -> m.values.of(e.getKey()))
                                        .toList()));
    }

    private static Object pairs(Machine m) {
        return Values.list(
                m.current.dictionary.entrySet().stream()
                        .map(e -> (Object) Values.row(m.values.of(e.getKey()), e.getValue()))
                        .toList());
    }

    private static void exceptions() {
        erlang("error", 1, (_, a) -> raise(Failure.ERROR, a[0]));
        erlang("error", 2, (_, a) -> raise(Failure.ERROR, a[0], a[1]));
        erlang("error", 3, (_, a) -> raise(Failure.ERROR, a[0], a[1]));
        erlang("nif_error", 1, (_, a) -> raise(Failure.ERROR, a[0]));
        erlang("nif_error", 2, (_, a) -> raise(Failure.ERROR, a[0], a[1]));
        erlang("exit", 1, (_, a) -> raise(Failure.EXIT, a[0]));
        erlang("throw", 1, (_, a) -> raise(Failure.THROW, a[0]));
        erlang(
                "raise",
                3,
                (_, a) -> {
                    if (!(a[0] instanceof Atom c)
                            || !List.of("error", "exit", "throw").contains(c.name())) {
                        return Atom.of("badarg");
                    }
                    Values.elements(a[2]);
                    throw new Failure(c, a[1], a[2], false);
                });
    }

    private static Object raise(Atom exceptionClass, Object reason) {
        throw Failure.raised(exceptionClass, reason);
    }

    private static Object raise(Atom exceptionClass, Object reason, Object args) {
        Failure e = Failure.raised(exceptionClass, reason);
        throw args instanceof Atom ? e : e.withOwnArgs(args);
    }

    private static Object moduleInfo(Machine m, Object name) {
        Module found = m.modules.get(DataBuiltins.atom(name));
        if (found == null) {
            throw Failure.badarg();
        }
        var exports = new ArrayList<Object>();
        found.exports().forEach(id -> exports.add(Values.row(id.name(), Int.of(id.arity()))));
        return Values.list(
                List.of(
                        Values.row(Atom.of("module"), found.name()),
                        Values.row(Atom.of("exports"), Values.list(exports)),
                        Values.row(
                                Atom.of("attributes"),
                                m.values.of(RecordBuiltins.shown(found.attributes())))));
    }
}
