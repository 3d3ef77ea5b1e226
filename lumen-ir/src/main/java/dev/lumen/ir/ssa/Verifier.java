package dev.lumen.ir.ssa;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Says what valid SSA is, and finds what is not.
///
/// - **V1** A use is dominated by the definition of its variable, and says the type of the
///   definition. Blocks that nothing reaches may use any variable of the function.
/// - **V2** A variable is defined once in its function.
/// - **V3** Every label that is named has exactly one block; none names the entry.
/// - **V4** A jump passes as many values as the block has parameters, each of the parameter's type
///   or a subtype.
/// - **V5** An instruction whose failure stays in the function is the last of its block's body.
/// - **V6** The block of a `catch` has exactly three parameters, all `term`s, and is entered in no
///   other way.
/// - **V7** The block of a `fail`, of a switch and of a receive has no parameters; the block that a
///   `recv_peek` gives a message has one, a term, and is entered in no other way.
/// - **V8** Cases of a switch differ, and are atoms and small integers; arities differ and are not
///   negative.
/// - **V9** Operands and results are of the class that the instruction wants: term, `flag`, `i64`
///   or `f64`; a result's type includes what the instruction makes.
/// - **V10** A call passes as many arguments as its target takes; the target of a `make_fun` is a
///   function of this module and takes one more than the fun; a call to a function of this module
///   that exists is always so.
/// - **V11** A built-in called by `bif` does not yield, and has `fail` only when it is a guard.
/// - **V12** `map_get` and `bits_length` always have `fail`, as do the kinds of `bits_get` that can
///   fail; the others never; calls, `map_put`, `map_update`, `bits_build`, `raise` and `recv_wait`
///   never have `fail`.
/// - **V13** Counts make sense: a tuple has an element, a map change has pairs, a segment has a
///   size where its kind wants one.
/// - **V14** Function names in a module differ, name this module, and have the arity of their
///   parameters, which are terms; exported functions exist.
/// - **V15** A parameter or `dst` that is raw is no `none` type; a constant says its true type.
/// - **V16** A key is compared by an order, with a number in its range.
public final class Verifier {
    private final Function function;
    private final List<VerifyError> errors = new ArrayList<>();
    private final Map<Label, Block> blocks;
    private final Map<Integer, Var> definitions = new HashMap<>();
    private final Map<Integer, Label> definedIn = new HashMap<>();
    private final Map<Integer, Set<Label>> usedIn = new HashMap<>();
    private final Set<Label> enteredByCatch = new HashSet<>();
    private final Set<Label> enteredByPeek = new HashSet<>();
    private final Set<Label> enteredOtherwise = new HashSet<>();
    private final Optional<Module> module;
    private final Set<FunctionId> ids;
    private Label label;
    private int index;

    private Verifier(Function function, Optional<Module> module, Set<FunctionId> ids) {
        this.function = function;
        this.module = module;
        this.ids = ids;
        this.blocks = function.byLabel();
    }

    /// What is wrong with a module; nothing when it is valid.
    public static List<VerifyError> verify(Module m) {
        var all = new ArrayList<VerifyError>();
        var ids = new HashSet<FunctionId>();
        for (Function f : m.functions()) {
            if (!ids.add(f.id())) {
                all.add(new VerifyError("V14", f, null, 0, "second function " + f.id()));
            }
            if (!f.id().module().equals(m.name())) {
                all.add(new VerifyError("V14", f, null, 0, "in module " + m.name()));
            }
        }
        for (Function f : m.functions()) {
            all.addAll(new Verifier(f, Optional.of(m), ids).run());
        }
        for (FunctionId id : m.exports()) {
            if (!ids.contains(id) && !m.functions().isEmpty()) {
                all.add(
                        new VerifyError(
                                "V14",
                                m.functions().getFirst(),
                                null,
                                0,
                                "exported " + id + " is missing"));
            }
        }
        return all;
    }

    /// What is wrong with a function, as far as it can be seen without its module.
    public static List<VerifyError> verify(Function f) {
        return new Verifier(f, Optional.empty(), Set.of()).run();
    }

    /// Throws [IllegalStateException], with the printed function, for the first thing that is
    /// wrong.
    public static void check(Module m) {
        for (VerifyError e : verify(m)) {
            throw new IllegalStateException(e + "\n" + e.render());
        }
    }

    private List<VerifyError> run() {
        if (function.id().arity() != function.params().size()) {
            error("V14", function.params().size() + " parameters");
        }
        for (Var p : function.params()) {
            check("V14", p.type().isTerm(), p + " is no term");
        }
        collectDefinitions();
        var names = new HashSet<Label>();
        for (Block b : function.blocks()) {
            label = b.label();
            index = -1;
            check("V3", names.add(label), "second block " + label);
            for (index = 0; index < b.body().size(); index++) {
                instr(b.body().get(index), index == b.body().size() - 1);
            }
            terminator(b.end());
        }
        entries();
        if (errors.isEmpty()) {
            dominance();
        }
        return errors;
    }

    private void error(String code, String message) {
        errors.add(new VerifyError(code, function, label, index, message));
    }

    private void check(String code, boolean holds, String message) {
        if (!holds) {
            error(code, message);
        }
    }

    private void collectDefinitions() {
        for (Block b : function.blocks()) {
            label = b.label();
            index = -1;
            for (Var p : b.params()) {
                define(p);
            }
            for (index = 0; index < b.body().size(); index++) {
                b.body().get(index).result().ifPresent(this::define);
            }
        }
    }

    private void define(Var v) {
        check("V2", definitions.putIfAbsent(v.id(), v) == null, v + " is defined twice");
        definedIn.put(v.id(), label);
    }

    // ---- V1 -------------------------------------------------------------------------------------

    private void dominance() {
        Dominators dom = Dominators.of(function);
        for (Block b : function.blocks()) {
            label = b.label();
            if (!dom.isReachable(label)) {
                continue;
            }
            var here = new HashSet<Integer>();
            b.params().forEach(p -> here.add(p.id()));
            for (index = 0; index < b.body().size(); index++) {
                Instr i = b.body().get(index);
                i.args().forEach(a -> dominated(a, here, dom));
                i.result().ifPresent(d -> here.add(d.id()));
            }
            b.end().args().forEach(a -> dominated(a, here, dom));
            b.end().targets().forEach(t -> t.args().forEach(a -> dominated(a, here, dom)));
            failEdge(b, dom);
        }
    }

    /// The result of an instruction that can fail into a block is not there in that block: so the
    /// definition must not be needed on the failing edge. With the instruction last in its block, a
    /// use in a block that only the failing edge reaches looks dominated and is not.
    private void failEdge(Block b, Dominators dom) {
        if (b.body().isEmpty() || !(b.body().getLast() instanceof Instr.MayFail last)) {
            return;
        }
        Optional<Var> dst = last.result();
        Optional<Label> target = last.onFail().target();
        if (dst.isEmpty() || target.isEmpty()) {
            return;
        }
        for (Label user : usedIn.getOrDefault(dst.get().id(), Set.of())) {
            if (!user.equals(b.label())
                    && dom.isReachable(user)
                    && !isBehind(b, target.get(), user, dom)
                    && reachesAround(target.get(), b.label(), user)) {
                label = user;
                index = -1;
                error("V1", dst.get() + " is not defined when " + b.label() + " fails");
                return;
            }
        }
    }

    /// The usual case, for which no search is needed: an ordinary successor of `b` that nothing
    /// else goes to dominates the user.
    private static boolean isBehind(Block b, Label failTarget, Label user, Dominators dom) {
        return b.end().targets().stream()
                .map(Target::label)
                .anyMatch(s ->
                        !s.equals(failTarget)
                                && dom.predecessors(s).size() == 1
                                && dom.dominates(s, user));
    }

    /// True when there is a way from `from` to `to` that avoids `without`.
    private boolean reachesAround(Label from, Label without, Label to) {
        var seen = new HashSet<Label>();
        var work = new ArrayList<Label>();
        work.add(from);
        while (!work.isEmpty()) {
            Label next = work.removeLast();
            if (next.equals(to)) {
                return true;
            }
            if (!next.equals(without) && seen.add(next)) {
                work.addAll(blocks.get(next).successors());
            }
        }
        return false;
    }

    private void dominated(Operand o, Set<Integer> here, Dominators dom) {
        if (o instanceof Var v && !here.contains(v.id())) {
            Label where = definedIn.get(v.id());
            check(
                    "V1",
                    !where.equals(label) && dom.isReachable(where) && dom.dominates(where, label),
                    v + " is not defined on every way here");
        }
    }

    // ---- instructions ---------------------------------------------------------------------------

    private void instr(Instr i, boolean isLast) {
        i.args().forEach(this::use);
        if (i instanceof Instr.MayFail f) {
            check(
                    "V5",
                    isLast || f.onFail() instanceof OnFail.Caller,
                    "only the last instruction can fail into a block");
            failure(f.onFail());
        }
        switch (i) {
            case Instr.MakeCons c -> make(c.dst(), Type.CONS, c);
            case Instr.MakeTuple t -> {
                make(t.dst(), Type.TUPLE, t);
                check("V13", !t.elements().isEmpty(), "the empty tuple is a constant");
            }
            case Instr.MakeFun f -> {
                make(f.dst(), Type.FUN, f);
                check(
                        "V10",
                        f.target().arity() >= 1 && (module.isEmpty() || ids.contains(f.target())),
                        f.target() + " is no function of this module for a fun");
            }
            case Instr.GetHead _,
                    Instr.GetTail _,
                    Instr.GetElement _,
                    Instr.GetFree _,
                    Instr.CallFun _,
                    Instr.CallApply _,
                    Instr.StackTrace _ ->
                    terms(i);
            case Instr.Test t -> question(t.dst(), t);
            case Instr.Compare c -> question(c.dst(), c);
            case Instr.Bool b -> {
                result(b.dst(), Type.BOOLEAN);
                class_(b.flag(), Type.FLAG);
            }
            case Instr.Not n -> {
                result(n.dst(), Type.FLAG);
                class_(n.flag(), Type.FLAG);
            }
            case Instr.CallBif c -> {
                terms(c);
                check(
                        "V10",
                        c.args().size() == c.bif().arity(),
                        c.args().size() + " arguments for " + c.bif());
                check("V11", !c.bif().effects().yields(), c.bif() + " yields: call it");
                check(
                        "V11",
                        c.bif().effects().guard() || !(c.onFail() instanceof OnFail.Branch),
                        c.bif() + " is no guard");
            }
            case Instr.Call c -> {
                terms(c);
                call(c.target(), c.args());
            }
            case Instr.MapPut m -> pairs(m.dst(), m, m.pairs());
            case Instr.MapUpdate m -> pairs(m.dst(), m, m.pairs());
            case Instr.MapGet m -> terms(m);
            case Instr.I64Op o -> {
                result(o.dst(), Type.I64);
                o.args().forEach(a -> class_(a, Type.I64));
            }
            case Instr.I64Compare c -> {
                result(c.dst(), Type.FLAG);
                c.args().forEach(a -> class_(a, Type.I64));
            }
            case Instr.OrderKey k -> {
                result(k.dst(), Type.KEY);
                term(k.value());
            }
            case Instr.CompareKey c -> {
                result(c.dst(), Type.FLAG);
                class_(c.key(), Type.KEY);
                check(
                        "V16",
                        c.op().isOrder() && Math.abs(c.number()) <= Instr.CompareKey.MAX_NUMBER,
                        "a key is not compared like this");
            }
            case Instr.Tag t -> {
                result(t.dst(), Type.SMALL);
                class_(t.raw(), Type.I64);
            }
            case Instr.Untag u -> {
                result(u.dst(), Type.I64);
                term(u.small());
            }
            case Instr.BitsSize s -> {
                result(s.dst(), Type.I64);
                term(s.value());
            }
            case Instr.BitsLength l -> {
                result(l.dst(), Type.I64);
                term(l.size());
                check("V13", l.unit() > 0, "no unit");
            }
            case Instr.BitsGet g -> {
                check("V9", g.dst().type().isTerm(), g.dst() + " is no term");
                term(g.base());
                class_(g.at(), Type.I64);
                class_(g.size(), Type.I64);
                check("V13", g.kind() != BitsKind.LITERAL, "literals are matched by bits_match");
            }
            case Instr.UtfWidth u -> {
                result(u.dst(), Type.I64);
                term(u.value());
                check("V13", u.kind().isUtf(), u.kind().text() + " has no width of its own");
            }
            case Instr.BitsMatch m -> {
                result(m.dst(), Type.FLAG);
                term(m.base());
                class_(m.at(), Type.I64);
            }
            case Instr.BitsBuild b -> {
                make(b.dst(), Type.of(Kind.BINARY), b);
                b.segments().forEach(this::segment);
            }
            case Instr.RecvSince s -> term(s.term());
            case Instr.RecvAccept _, Instr.RecvSkip _ -> {}
        }
        if (i instanceof Instr.MayFail f) {
            ways(f);
        }
    }

    /// V12.
    private void ways(Instr.MayFail i) {
        boolean branch = i.onFail() instanceof OnFail.Branch;
        boolean caller = i.onFail() instanceof OnFail.Caller;
        switch (i) {
            case Instr.MapGet _, Instr.BitsLength _ -> check("V12", branch, "needs fail");
            case Instr.BitsGet g ->
                    check(
                            "V12",
                            g.kind() == BitsKind.INTEGER || g.kind() == BitsKind.SLICE
                                    ? caller
                                    : branch,
                            branch ? "can't fail" : "needs fail");
            case Instr.Call _,
                    Instr.CallFun _,
                    Instr.CallApply _,
                    Instr.MapPut _,
                    Instr.MapUpdate _,
                    Instr.BitsBuild _ ->
                    check("V12", !branch, "raises, so it can't just fail");
            case Instr.CallBif _ -> {}
        }
    }

    private void segment(Segment s) {
        boolean sized = s.kind() == BitsKind.INTEGER || s.kind() == BitsKind.FLOAT;
        boolean unsized = s.kind().isUtf() || s.kind() == BitsKind.LITERAL;
        check(
                "V13",
                sized ? s.size().isPresent() : !unsized || s.size().isEmpty(),
                "size of " + s.kind().text());
        check(
                "V13",
                s.kind() != BitsKind.LITERAL || s.value() instanceof Operand.Const,
                "no literal");
        term(s.value());
        s.size().ifPresent(this::term);
    }

    private void pairs(Var dst, Instr i, List<Operand> pairs) {
        make(dst, Type.MAP, i);
        check("V13", !pairs.isEmpty() && pairs.size() % 2 == 0, pairs.size() + " keys and values");
    }

    private void terms(Instr i) {
        i.args().forEach(this::term);
        i.result().ifPresent(d -> check("V9", d.type().isTerm(), d + " is no term"));
    }

    private void make(Var dst, Type.Terms made, Instr i) {
        result(dst, made);
        i.args().forEach(this::term);
    }

    private void question(Var dst, Instr i) {
        result(dst, Type.FLAG);
        i.args().forEach(this::term);
    }

    private void result(Var dst, Type made) {
        check("V9", made.isSubtypeOf(dst.type()), dst + " is " + dst.type() + " but gets " + made);
    }

    private void term(Operand o) {
        check("V9", o.type().isTerm(), o + " is no term");
    }

    private void class_(Operand o, Type wanted) {
        check("V9", o.type() == wanted, o + " is no " + wanted);
    }

    private void use(Operand o) {
        switch (o) {
            case Var v -> {
                usedIn.computeIfAbsent(v.id(), _ -> new LinkedHashSet<>()).add(label);
                Var d = definitions.get(v.id());
                check("V1", d != null, v + " is not defined");
                check("V1", d == null || d.equals(v), v + " is " + v.type() + " here");
            }
            case Operand.Const c ->
                    check(
                            "V15",
                            c.type().isRaw() || c.type().equals(Type.of(c.value())),
                            c + " is no " + c.type());
        }
    }

    private void call(FunctionId target, List<Operand> args) {
        check("V10", args.size() == target.arity(), args.size() + " arguments for " + target);
    }

    // ---- control --------------------------------------------------------------------------------

    private void terminator(Terminator end) {
        end.args().forEach(this::use);
        for (Target t : end.targets()) {
            t.args().forEach(this::use);
            Block to = block(t.label());
            if (to != null
                    && !(end instanceof Terminator.RecvPeek(var message, _, _)
                            && message.equals(t.label()))) {
                enteredOtherwise.add(t.label());
                passes(t, to);
            }
        }
        end.failure()
                .ifPresent(f -> {
                    failure(f);
                    check("V12", !(f instanceof OnFail.Branch), "raises, so it can't just fail");
                });
        switch (end) {
            case Terminator.Branch b -> class_(b.flag(), Type.FLAG);
            case Terminator.Switch s -> {
                term(s.value());
                var seen = new HashSet<Object>();
                for (var c : s.cases()) {
                    check(
                            "V8",
                            c.constant() instanceof Atom
                                    || c.constant() instanceof Int n && n.isSmall(),
                            c.constant() + " can't be switched on");
                    check("V8", seen.add(c.constant()), "second case " + c.constant());
                }
            }
            case Terminator.SwitchArity s -> {
                term(s.tuple());
                var seen = new HashSet<Object>();
                for (var c : s.cases()) {
                    check("V8", c.arity() >= 0 && seen.add(c.arity()), "second case " + c.arity());
                }
            }
            case Terminator.TailCall t -> {
                t.args().forEach(this::term);
                call(t.target(), t.args());
            }
            case Terminator.RecvPeek(var message, _, _) -> {
                Block to = block(message);
                enteredByPeek.add(message);
                check(
                        "V7",
                        to == null
                                || to.params().size() == 1
                                        && to.params().getFirst().type().isTerm(),
                        message + " must have one parameter, the message");
            }
            case Terminator.Ret _,
                    Terminator.TailCallFun _,
                    Terminator.TailCallApply _,
                    Terminator.Raise _,
                    Terminator.RecvWait _ ->
                    end.args().forEach(this::term);
            case Terminator.FunctionClause f -> f.args().forEach(this::term);
            case Terminator.Jump _, Terminator.Unreachable _ -> {}
        }
    }

    private Block block(Label l) {
        Block b = blocks.get(l);
        check("V3", b != null, "no block " + l);
        check("V3", !l.equals(function.entry().label()), "the entry can't be jumped to");
        return b;
    }

    private void passes(Target t, Block to) {
        if (t.args().size() != to.params().size()) {
            error(
                    "V4",
                    t.label()
                            + " takes "
                            + to.params().size()
                            + " values, gets "
                            + t.args().size());
            return;
        }
        for (int i = 0; i < t.args().size(); i++) {
            Operand a = t.args().get(i);
            Var p = to.params().get(i);
            check(
                    "V4",
                    a.type().isSubtypeOf(p.type()),
                    a + " is " + a.type() + ", " + p + " is " + p.type());
        }
    }

    private void failure(OnFail f) {
        Block to = f.target().map(this::block).orElse(null);
        if (to == null) {
            return;
        }
        switch (f) {
            case OnFail.Caller _ -> {}
            case OnFail.Catch(var l) -> {
                enteredByCatch.add(l);
                check(
                        "V6",
                        to.params().size() == 3
                                && to.params().stream().allMatch(p -> p.type().isTerm()),
                        l + " must have three parameters: class, reason, trace");
            }
            case OnFail.Branch(var l) -> {
                enteredOtherwise.add(l);
                check("V7", to.params().isEmpty(), l + " must have no parameters");
            }
        }
    }

    private void entries() {
        index = -1;
        for (Block b : function.blocks()) {
            label = b.label();
            boolean other = enteredOtherwise.contains(label);
            check(
                    "V6",
                    !enteredByCatch.contains(label) || !other && !enteredByPeek.contains(label),
                    "a catch block is entered by exceptions only");
            check(
                    "V7",
                    !enteredByPeek.contains(label) || !other,
                    "a message block is entered by recv_peek only");
            b.params().forEach(p -> check("V15", !p.type().equals(Type.NONE), p + " has no value"));
        }
    }
}
