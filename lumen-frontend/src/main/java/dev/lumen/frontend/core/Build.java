package dev.lumen.frontend.core;

import dev.lumen.ir.Loc;
import dev.lumen.ir.core.Anno;
import dev.lumen.ir.core.Clause;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.CoreExpr.Var;
import dev.lumen.ir.core.CorePattern;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;

import java.util.List;

/// Short names for what the lowering builds all the time.
final class Build {
    static final CoreExpr.Literal TRUE = new CoreExpr.Literal(Atom.TRUE);
    static final CoreExpr.Literal FALSE = new CoreExpr.Literal(Atom.FALSE);
    static final CoreExpr.Literal NIL = new CoreExpr.Literal(Nil.NIL);

    private Build() {}

    /// The place of a form's node.
    static Anno at(dev.lumen.ir.forms.Anno a) {
        Anno anno = Anno.of(Loc.of(a.line(), a.column()));
        return a.generated() ? anno.with(Anno.COMPILER_GENERATED) : anno;
    }

    static CoreExpr.Literal literal(Term value) {
        return new CoreExpr.Literal(value);
    }

    static CoreExpr.Literal atom(String name) {
        return new CoreExpr.Literal(Atom.of(name));
    }

    static CoreExpr call(String module, String name, Anno anno, CoreExpr... args) {
        return new CoreExpr.Call(atom(module), atom(name), List.of(args), anno);
    }

    static CoreExpr primop(Atom name, Anno anno, CoreExpr... args) {
        return new CoreExpr.PrimOp(name, List.of(args), anno);
    }

    static boolean isTrue(CoreExpr e) {
        return e instanceof CoreExpr.Literal(Term value, _) && value.equals(Atom.TRUE);
    }

    /// An operand that needs no `let`: variables, constants, and the constructors, whose parts are
    /// such.
    static boolean isSimple(CoreExpr e) {
        return e instanceof Var
                || e instanceof CoreExpr.Literal
                || e instanceof CoreExpr.Cons
                || e instanceof CoreExpr.Tuple;
    }

    /// One value as it is, several as [CoreExpr.Values].
    static CoreExpr values(List<? extends CoreExpr> all) {
        return all.size() == 1 ? all.getFirst() : new CoreExpr.Values(List.copyOf(all), Anno.NONE);
    }

    static Clause clause(CorePattern pattern, CoreExpr body) {
        return new Clause(List.of(pattern), TRUE, body, Anno.NONE);
    }

    /// A clause that no source text stands for.
    static Clause generated(List<CorePattern> patterns, CoreExpr body) {
        return new Clause(patterns, TRUE, body, Anno.GENERATED);
    }

    static Clause generated(CorePattern pattern, CoreExpr body) {
        return generated(List.of(pattern), body);
    }

    static CorePattern bind(Var v) {
        return new CorePattern.Bind(v);
    }

    static CorePattern constant(Term value) {
        return new CorePattern.Literal(value, Anno.NONE);
    }

    /// True when the clause takes whatever comes.
    static boolean isTotal(Clause c) {
        return isTrue(c.guard())
                && c.patterns().stream().allMatch(p -> p instanceof CorePattern.Bind);
    }
}
