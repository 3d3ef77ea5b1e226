package dev.lumen.frontend.ssa;

import dev.lumen.ir.Loc;
import dev.lumen.ir.bif.BifTable;
import dev.lumen.ir.core.Anno;
import dev.lumen.ir.core.CoreModule;
import dev.lumen.ir.core.FunctionDef;
import dev.lumen.ir.core.FunctionName;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.ssa.Var;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The functions of one module, and those lifted out of them.
final class ModuleLowering {
    private static final Atom FILE = Atom.of("file");

    /// Attributes that are of the compiler, not of the program.
    private static final Set<String> NOT_SHOWN =
            Set.of(
                    "file",
                    "record",
                    "spec",
                    "callback",
                    "type",
                    "opaque",
                    "export_type",
                    "optional_callbacks",
                    "compile",
                    "import",
                    "removed",
                    "doc",
                    "moduledoc",
                    "nominal");

    private final CoreModule core;
    private final BifTable bifs;
    private final Set<FunctionName> defined = new HashSet<>();
    private final Set<FunctionName> exported;
    private final Set<Atom> takenNames = new HashSet<>();
    private final Map<FunctionId, FunctionId> wrappers = new LinkedHashMap<>();
    private final Map<FunctionName, FunctionId> failing = new LinkedHashMap<>();
    private final List<Function> done = new ArrayList<>();
    private final List<MissingFunction> missing = new ArrayList<>();
    private final ArrayDeque<Object> pending = new ArrayDeque<>();

    // Of the source function at hand, to name what is lifted out of it.
    private FunctionName source;
    private String file;
    private int liftedFuns;

    /// `core` may lack functions that `functions`, all the module has, names.
    ModuleLowering(CoreModule core, Set<FunctionName> functions, BifTable bifs) {
        this.core = core;
        this.bifs = bifs;
        this.exported = Set.copyOf(core.exports());
        for (FunctionName name : functions) {
            defined.add(name);
            takenNames.add(name.name());
        }
    }

    /// The function with what was lifted out of it; nothing when the runtime has it built in, as
    /// the `nif_error` that stands for it in OTP's sources says.
    List<Function> lower(FunctionDef def) {
        int before = done.size();
        if (!isBuiltin(def.name())) {
            source = def.name();
            file = file(def.fun().anno()).orElse(core.file());
            liftedFuns = 0;
            pending.add(
                    new Lifting(
                            id(def.name()),
                            def.fun(),
                            List.of(),
                            new Lifting.Scope(Map.of(), Map.of()),
                            false,
                            FreeNames.of(def.fun())));
            while (!pending.isEmpty()) {
                done.add(
                        switch (pending.poll()) {
                            case Lifting l -> new FunctionLowering(this, l, file).lower();
                            case Lifting.Wrapper w -> wrapper(w);
                            case Lifting.Failing w -> failing(w);
                            case Object o -> throw new IllegalStateException(o.toString());
                        });
            }
        }
        return List.copyOf(done.subList(before, done.size()));
    }

    Module module(List<Function> functions) {
        List<FunctionId> exports =
                core.exports().stream().filter(e -> !isBuiltin(e)).map(this::id).toList();
        return new Module(core.name(), exports, attributes(), functions);
    }

    /// Whether the runtime has this function of the module built in: then that is what every use of
    /// it means.
    boolean isBuiltin(FunctionName name) {
        return bifs.find(id(name)).isPresent();
    }

    List<MissingFunction> missing() {
        return missing;
    }

    BifTable bifs() {
        return bifs;
    }

    Atom name() {
        return core.name();
    }

    boolean isDefined(FunctionName name) {
        return defined.contains(name);
    }

    /// Whether it is a function of this module that can't be called by its name.
    boolean isHidden(FunctionId id) {
        var name = new FunctionName(id.name(), id.arity());
        return id.module().equals(core.name())
                && isDefined(name)
                && !exported.contains(name)
                && !isBuiltin(name);
    }

    FunctionId id(FunctionName name) {
        return new FunctionId(core.name(), name.name(), name.arity());
    }

    void report(FunctionName name, FunctionId caller, Loc loc) {
        missing.add(new MissingFunction(name, caller, file, loc));
    }

    void lift(Lifting lifting) {
        pending.add(lifting);
    }

    /// A name for what is lifted out of the source function at hand: `wanted`, or one made like
    /// OTP's (`-f/1-fun-0-`, `-f/1-lc$^0/1-0-`), so that stack traces read the same.
    FunctionId liftedId(Optional<Atom> wanted, String what, int arity) {
        String base =
                wanted.map(Atom::name)
                        .orElseGet(() ->
                                "-"
                                        + source.name().name()
                                        + "/"
                                        + source.arity()
                                        + "-"
                                        + what
                                        + "-"
                                        + liftedFuns++
                                        + "-");
        Atom name = Atom.of(base);
        for (int i = 1; !takenNames.add(name); i++) {
            name = Atom.of(base + i + "-");
        }
        return new FunctionId(core.name(), name, arity);
    }

    /// A function that fails as if no clause of the other one matched, which was inlined: so the
    /// trace shows its arguments. Named as OTP does.
    FunctionId failing(FunctionName inlined, Loc loc) {
        return failing.computeIfAbsent(
                inlined,
                f -> {
                    Atom name = Atom.of("-inlined-" + f.name().name() + "/" + f.arity() + "-");
                    return failing(liftedId(Optional.of(name), "inlined", f.arity()), loc);
                });
    }

    /// The same for a fun that was inlined.
    FunctionId failing(int arity, Loc loc) {
        return failing(liftedId(Optional.empty(), "inlined", arity), loc);
    }

    private FunctionId failing(FunctionId id, Loc loc) {
        pending.add(new Lifting.Failing(id, loc));
        return id;
    }

    private Function failing(Lifting.Failing w) {
        var b = new FunctionBuilder(w.id(), file, w.loc());
        var params = new ArrayList<Var>();
        for (int i = 0; i < w.id().arity(); i++) {
            params.add(b.fresh(Type.TERM));
        }
        b.start(Label.ENTRY, params);
        b.end(new Terminator.FunctionClause(List.copyOf(params), w.loc()));
        return b.finish();
    }

    /// The closure of a function that takes `captured` values after its own arguments; one for each
    /// function.
    FunctionId wrapper(FunctionId target, int captured) {
        return wrappers.computeIfAbsent(
                target,
                t -> {
                    int arity = t.arity() - captured;
                    FunctionId id =
                            liftedId(
                                    Optional.of(
                                            Atom.of("-fun." + t.name().name() + "/" + arity + "-")),
                                    "fun",
                                    arity + 1);
                    pending.add(new Lifting.Wrapper(id, t, captured));
                    return id;
                });
    }

    private Function wrapper(Lifting.Wrapper w) {
        var b = new FunctionBuilder(w.id(), file, Loc.NONE);
        var params = new ArrayList<Var>();
        for (int i = 0; i < w.id().arity() - 1; i++) {
            params.add(b.fresh(Type.TERM));
        }
        Var self = b.fresh(Type.FUN);
        var args = new ArrayList<Operand>(params);
        params.add(self);
        b.start(Label.ENTRY, params);
        for (int i = 0; i < w.captured(); i++) {
            Var v = b.fresh(Type.TERM);
            b.emit(new Instr.GetFree(v, self, i, Loc.NONE));
            args.add(v);
        }
        b.end(new Terminator.TailCall(w.target(), args, Loc.NONE));
        return b.finish();
    }

    /// `{file,Name}` among the annotations.
    private static Optional<String> file(Anno anno) {
        for (Term t : anno.terms()) {
            if (t instanceof Tuple(var parts)
                    && parts.size() == 2
                    && parts.get(0).equals(FILE)
                    && parts.get(1) instanceof ListTerm(var chars, _)
                    && chars.stream().allMatch(c -> c instanceof Int)) {
                var text = new StringBuilder();
                chars.forEach(c -> text.appendCodePoint(((Int) c).intValue()));
                return Optional.of(text.toString());
            }
        }
        return Optional.empty();
    }

    /// What `module_info(attributes)` shows: values of one key in one list.
    private Term attributes() {
        var byKey = new LinkedHashMap<Atom, List<Term>>();
        for (CoreModule.Attribute a : core.attributes()) {
            if (!NOT_SHOWN.contains(a.key().name())) {
                var values = byKey.computeIfAbsent(a.key(), _ -> new ArrayList<>());
                if (a.value() instanceof ListTerm(var elements, _)) {
                    values.addAll(elements);
                }
            }
        }
        var all = new ArrayList<Term>();
        byKey.forEach((key, values) -> all.add(Term.tuple(key, Term.list(values))));
        return Term.list(all);
    }
}
