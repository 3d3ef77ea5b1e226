package dev.lumen.frontend.ssa;

import dev.lumen.ir.core.Clause;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.CorePattern;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.ssa.Var;
import dev.lumen.ir.term.Atom;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Lowers the clauses of a `case` or `receive`: decision trees to blocks, each clause body once. A
/// node that is reached in several ways is a block of its own, and so is the body of such a clause;
/// its parameters are what the ways there have found.
final class DecisionLowering {
    private final FunctionLowering f;
    private final ExprLowering exprs;

    DecisionLowering(FunctionLowering f, ExprLowering exprs) {
        this.f = f;
        this.exprs = exprs;
    }

    /// `beforeBody` runs at the start of each body, `fail` where no clause matches; both in an open
    /// block, `fail` must close it.
    void lower(
            List<Place> places,
            List<Clause> clauses,
            Dest dest,
            Runnable beforeBody,
            Runnable fail) {
        Decision root = DecisionCompiler.compile(places, clauses, f.env);
        new Tree(root, clauses, dest, beforeBody, fail).lower(root);
    }

    /// The blocks of one tree.
    private final class Tree {
        private final FunctionBuilder out = f.out;
        private final List<Clause> clauses;
        private final Dest dest;
        private final Runnable beforeBody;
        private final Runnable fail;
        private final DecisionUse use;
        private Fetching fetch;

        private final Map<Decision, Label> labels = new IdentityHashMap<>();
        private final ArrayDeque<Decision> pending = new ArrayDeque<>();
        private final Map<Integer, Body> bodies = new HashMap<>();

        /// The block of a body that several leaves lead to, and the variables that they pass.
        private record Body(Label label, List<String> names) {}

        Tree(Decision root, List<Clause> clauses, Dest dest, Runnable beforeBody, Runnable fail) {
            this.clauses = clauses;
            this.dest = dest;
            this.beforeBody = beforeBody;
            this.fail = fail;
            this.use = new DecisionUse(root, clauses.size());
            this.fetch = new Fetching(f, exprs);
        }

        void lower(Decision root) {
            node(root);
            while (!pending.isEmpty()) {
                shared(pending.poll());
            }
            bodies.forEach(this::body);
        }

        /// Where to go for `d`: a block of its own, which is lowered later, or a new one, which
        /// [#inline] fills.
        private Label target(Decision d, String hint) {
            return use.isShared(d) && use.needs(d).isEmpty() ? label(d) : out.label(hint);
        }

        private Label label(Decision d) {
            return labels.computeIfAbsent(
                    d,
                    _ -> {
                        pending.add(d);
                        return out.label(d instanceof Decision.Fail ? "no_match" : "match");
                    });
        }

        /// Fills the block that [#target] gave.
        private void inline(Decision d, Label label) {
            if (label.equals(labels.get(d)) || !out.isReferenced(label)) {
                return;
            }
            out.start(label);
            int mark = fetch.mark();
            reach(d);
            fetch.undo(mark);
        }

        /// Goes on with `d` from the block at hand.
        private void reach(Decision d) {
            if (!use.isShared(d)) {
                node(d);
                return;
            }
            var args = new ArrayList<Operand>();
            for (Object need : use.needs(d)) {
                args.add(
                        need instanceof Step.Position at
                                ? fetch.position(at)
                                : f.term(fetch.value((Place) need)));
            }
            out.jump(label(d), args, f.here);
        }

        private void shared(Decision d) {
            Fetching outside = fetch;
            fetch = new Fetching(f, exprs);
            var params = new ArrayList<Var>();
            for (Object need : use.needs(d)) {
                Var v = out.fresh(need instanceof Step.Position ? Type.I64 : Type.TERM);
                params.add(v);
                fetch.found(need, v);
            }
            out.start(labels.get(d), params);
            node(d);
            fetch = outside;
        }

        private void node(Decision d) {
            switch (d) {
                case Decision.Fail _ -> fail.run();
                case Decision.Leaf leaf -> leaf(leaf);
                case Decision.Switch s -> constants(s);
                case Decision.Arity a -> {
                    Operand tuple = fetch.value(a.place);
                    var cases = new ArrayList<Terminator.SwitchArity.Case>();
                    a.cases.forEach(c ->
                            cases.add(
                                    new Terminator.SwitchArity.Case(
                                            c.arity(), target(c.then(), "arity"))));
                    Label otherwise = target(a.otherwise, "else");
                    out.end(new Terminator.SwitchArity(tuple, cases, otherwise, f.here));
                    for (int i = 0; i < cases.size(); i++) {
                        inline(a.cases.get(i).then(), cases.get(i).label());
                    }
                    inline(a.otherwise, otherwise);
                }
                case Decision.Ask a -> {
                    Label yes = target(a.yes, "yes");
                    Label no = target(a.no, "no");
                    fetch.subject(a.question);
                    int mark = fetch.mark();
                    fetch.ask(a.question, yes, no);
                    inline(a.yes, yes);
                    fetch.undo(mark);
                    inline(a.no, no);
                }
            }
        }

        private void constants(Decision.Switch s) {
            Operand value = fetch.value(s.place);
            if (value.type() == Type.FLAG) {
                Decision ifTrue = s.otherwise;
                Decision ifFalse = s.otherwise;
                for (Decision.Switch.Case c : s.cases) {
                    if (c.constant().equals(Atom.TRUE)) {
                        ifTrue = c.then();
                    } else {
                        ifFalse = c.then();
                    }
                }
                Label yes = target(ifTrue, "yes");
                Label no = target(ifFalse, "no");
                out.end(new Terminator.Branch(value, Target.of(yes), Target.of(no), f.here));
                inline(ifTrue, yes);
                inline(ifFalse, no);
                return;
            }
            var cases = new ArrayList<Terminator.Switch.Case>();
            s.cases.forEach(c ->
                    cases.add(new Terminator.Switch.Case(c.constant(), target(c.then(), "case"))));
            Label otherwise = target(s.otherwise, "else");
            out.end(new Terminator.Switch(value, cases, otherwise, f.here));
            for (int i = 0; i < cases.size(); i++) {
                inline(s.cases.get(i).then(), cases.get(i).label());
            }
            inline(s.otherwise, otherwise);
        }

        // ---- clauses ----------------------------------------------------------------------------

        private void leaf(Decision.Leaf leaf) {
            Clause clause = clauses.get(leaf.clause);
            int mark = f.env.mark();
            if (clause.guard() instanceof CoreExpr.Literal(var value, _)
                    && value.equals(Atom.TRUE)) {
                bind(leaf, Set.of(), false);
                reachBody(leaf.clause, clause);
                f.env.undo(mark);
                return;
            }
            // What only the body mentions is fetched when the guard is true.
            Set<String> early = FreeNames.mentioned(clause.guard());
            bind(leaf, early, true);
            Label yes = out.label("body");
            Label no = target(leaf.otherwise, "next");
            int fetched = fetch.mark();
            exprs.guard(clause.guard(), yes, no);
            if (out.isReferenced(yes)) {
                out.start(yes);
                bind(leaf, early, false);
                reachBody(leaf.clause, clause);
            }
            fetch.undo(fetched);
            f.env.undo(mark);
            inline(leaf.otherwise, no);
        }

        /// Binds the variables that are in `names` (`in`) or not in it, as far as anybody uses
        /// them.
        private void bind(Decision.Leaf leaf, Set<String> names, boolean in) {
            for (Place.Binding b : leaf.bindings) {
                if (names.contains(b.name()) == in && f.names.isUsed(b.name())) {
                    f.env.bind(b.name(), fetch.value(b.place()));
                }
            }
        }

        private void reachBody(int index, Clause clause) {
            if (!use.isShared(index)) {
                beforeBody.run();
                exprs.into(clause.body(), dest);
                return;
            }
            Body body =
                    bodies.computeIfAbsent(
                            index, _ -> new Body(out.label("body"), boundNames(clause)));
            var args = new ArrayList<Operand>();
            for (String name : body.names) {
                args.add(f.term(f.env.var(name)));
            }
            out.jump(body.label, args, f.here);
        }

        private void body(int index, Body body) {
            var params = new ArrayList<Var>();
            int mark = f.env.mark();
            for (String name : body.names) {
                Var v = out.fresh(Type.TERM);
                params.add(v);
                f.env.bind(name, v);
            }
            out.start(body.label, params);
            beforeBody.run();
            exprs.into(clauses.get(index).body(), dest);
            f.env.undo(mark);
        }

        private List<String> boundNames(Clause clause) {
            var names = new ArrayList<String>();
            var seen = new HashSet<String>();
            var work = new ArrayDeque<CorePattern>(clause.patterns());
            while (!work.isEmpty()) {
                switch (work.poll()) {
                    case CorePattern.Bind(var v) -> add(v.name(), seen, names);
                    case CorePattern.Alias(var v, var inner, _) -> {
                        add(v.name(), seen, names);
                        work.add(inner);
                    }
                    case CorePattern.Both(var first, var second, _) -> {
                        work.add(first);
                        work.add(second);
                    }
                    case CorePattern.Literal _ -> {}
                    case CorePattern.Cons c -> {
                        work.add(c.head());
                        work.add(c.tail());
                    }
                    case CorePattern.Tuple t -> work.addAll(t.elements());
                    case CorePattern.Map m -> m.pairs().forEach(p -> work.add(p.value()));
                    case CorePattern.Record r ->
                            r.fields().forEach(field -> work.add(field.value()));
                    case CorePattern.Binary b -> b.segments().forEach(s -> work.add(s.value()));
                }
            }
            return names;
        }

        private void add(String name, Set<String> seen, List<String> names) {
            if (f.names.isUsed(name) && seen.add(name)) {
                names.add(name);
            }
        }
    }
}
