package dev.lumen.frontend.core;

import dev.lumen.frontend.parse.Constants;
import dev.lumen.ir.core.Anno;
import dev.lumen.ir.core.CoreConstants;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.CoreExpr.Var;
import dev.lumen.ir.forms.BinaryOperator;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.MapField;
import dev.lumen.ir.forms.UnaryOperator;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.MapTerm;
import dev.lumen.ir.term.Term;

import java.util.ArrayList;
import java.util.List;

/// Expressions, in bodies and in guards. What an expression needs evaluated first goes to the `out`
/// of its method, in the order of evaluation; variables that it binds are bound in the scope
/// afterwards.
final class ExprLowering {
    private final FunctionLowering f;

    ExprLowering(FunctionLowering f) {
        this.f = f;
    }

    // ---- the ways to want an expression

    /// The expressions in order; gives the last one, of which only the operands are evaluated in
    /// `out`.
    CoreExpr body(List<Expr> body, Steps out) {
        for (Expr e : body.subList(0, body.size() - 1)) {
            effect(e, out);
        }
        return expr(body.getLast(), out);
    }

    /// A body of its own; the variables that it binds are forgotten.
    CoreExpr closedBody(List<Expr> body) {
        int mark = f.bindings.mark();
        var steps = new Steps();
        CoreExpr result = body(body, steps);
        f.bindings.undo(mark);
        return steps.close(result);
    }

    /// For its effects (and bindings) only.
    void effect(Expr e, Steps out) {
        if (e instanceof Expr.Match m) {
            f.branches.matchStatement(m, out);
            return;
        }
        CoreExpr value = expr(e, out);
        if (!Build.isSimple(value)) {
            out.effect(value);
        }
    }

    /// An operand: no `let` needed around it.
    CoreExpr simple(Expr e, Steps out) {
        return name(expr(e, out), out);
    }

    /// Operands, evaluated from left to right.
    List<CoreExpr> simples(List<Expr> es, Steps out) {
        var all = new ArrayList<CoreExpr>(es.size());
        for (Expr e : es) {
            all.add(simple(e, out));
        }
        return all;
    }

    /// The expression if it is simple, or else a variable for it.
    CoreExpr name(CoreExpr e, Steps out) {
        return Build.isSimple(e) ? e : variable(e, out);
    }

    /// A variable or a constant for it, so that it may be used many times.
    CoreExpr shared(CoreExpr e, Steps out) {
        return e instanceof Var || e instanceof CoreExpr.Literal ? e : variable(e, out);
    }

    private Var variable(CoreExpr e, Steps out) {
        Var v = f.names.fresh();
        out.let(v, e);
        return v;
    }

    // ---- expressions

    CoreExpr expr(Expr e, Steps out) {
        return switch (e) {
            case Expr.AtomLiteral(_, var value) -> Build.literal(value);
            case Expr.IntegerLiteral(_, var value) -> Build.literal(value);
            case Expr.CharLiteral(_, int value) -> Build.literal(Int.of(value));
            case Expr.FloatLiteral(_, double value) -> Build.literal(new FloatTerm(value));
            case Expr.StringLiteral(_, var value) -> Build.literal(Term.string(value));
            case Expr.Variable(var anno, var name) -> {
                Var v = f.bindings.find(f.variable(e, name));
                if (v == null) {
                    f.problems.unbound(name, anno);
                    yield Build.NIL;
                }
                yield v;
            }
            case Expr.NilExpr _ -> Build.NIL;
            case Expr.TupleExpr(_, var elements) ->
                    CoreConstants.tuple(simples(elements, out), Anno.NONE);
            case Expr.ListExpr(var cells, var tail) -> {
                var heads = new ArrayList<CoreExpr>(cells.size());
                for (var cell : cells) {
                    heads.add(simple(cell.head(), out));
                }
                yield CoreConstants.list(heads, simple(tail, out), Anno.NONE);
            }
            case Expr.Match m -> f.branches.match(m, out);
            case Expr.Unary u -> unary(u, out);
            case Expr.Binary b -> binary(b, out);
            case Expr.BinaryExpr b -> f.bits.build(b, out);
            case Expr.RecordCreate r -> f.records.create(r, out);
            case Expr.RecordUpdate r -> f.records.update(r, out);
            case Expr.RecordAccess r -> f.records.access(r, out);
            case Expr.RecordIndex(var anno, var name, var field) ->
                    Build.literal(f.records.index(name, field, anno));
            case Expr.MapCreate(var anno, var fields) ->
                    map(Build.literal(MapTerm.EMPTY), fields, Build.at(anno), out);
            case Expr.MapUpdate(var anno, var map, var fields) ->
                    map(simple(map, out), fields, Build.at(anno), out);
            case Expr.Catch(var anno, var body) ->
                    new CoreExpr.Catch(closedBody(List.of(body)), Build.at(anno));
            case Expr.Call c -> f.calls.call(c, out);
            case Expr.LocalFun l -> f.calls.localFun(l);
            case Expr.RemoteFun r -> f.calls.remoteFun(r, out);
            case Expr.Fun fun -> f.calls.fun(fun);
            case Expr.NamedFun fun -> f.calls.namedFun(fun);
            case Expr.ListComprehension c -> f.comprehensions.list(c, Build.NIL, out);
            case Expr.BinaryComprehension c -> f.comprehensions.bits(c, out);
            case Expr.MapComprehension c -> f.comprehensions.map(c, out);
            case Expr.Block(_, var body) -> body(body, out);
            case Expr.If i -> f.branches.ifs(i, out);
            case Expr.Case c -> f.branches.cases(c, out);
            case Expr.Receive r -> f.branches.receive(r, out);
            case Expr.Maybe m -> f.branches.maybe(m);
            case Expr.Try t -> f.tries.lower(t);
            case Expr.MaybeMatch(var anno, _, _) -> illegal(anno);
            case Expr.Remote(var anno, _, _) -> illegal(anno);
        };
    }

    private CoreExpr illegal(dev.lumen.ir.forms.Anno anno) {
        f.problems.illegalExpression(anno);
        return Build.NIL;
    }

    private CoreExpr unary(Expr.Unary u, Steps out) {
        boolean isNumber =
                u.operand() instanceof Expr.IntegerLiteral
                        || u.operand() instanceof Expr.FloatLiteral
                        || u.operand() instanceof Expr.CharLiteral;
        boolean isSign = u.operator() == UnaryOperator.MINUS || u.operator() == UnaryOperator.PLUS;
        return isNumber && isSign
                ? Build.literal(Constants.value(u))
                : Build.call(
                        "erlang",
                        u.operator().symbol(),
                        Build.at(u.anno()),
                        simple(u.operand(), out));
    }

    private CoreExpr binary(Expr.Binary b, Steps out) {
        if (b.operator() == BinaryOperator.ANDALSO || b.operator() == BinaryOperator.ORELSE) {
            return f.guards.shortCircuit(b, out);
        }
        if (b.operator() == BinaryOperator.APPEND && b.left() instanceof Expr.ListComprehension c) {
            return comprehensionBefore(c, b.right(), out);
        }
        CoreExpr left = simple(b.left(), out);
        CoreExpr right = simple(b.right(), out);
        return Build.call("erlang", b.operator().symbol(), Build.at(b.anno()), left, right);
    }

    /// `[… || …] ++ More`: the comprehension makes its list in front of `More`, which is evaluated
    /// first.
    private CoreExpr comprehensionBefore(Expr.ListComprehension c, Expr right, Steps out) {
        CoreExpr more = shared(expr(right, out), out);
        return f.comprehensions.list(c, more, out);
    }

    private CoreExpr map(CoreExpr base, List<MapField> fields, Anno anno, Steps out) {
        var pairs = new ArrayList<CoreExpr.MapUpdate.Pair>(fields.size());
        for (MapField field : fields) {
            CoreExpr key = simple(field.key(), out);
            pairs.add(new CoreExpr.MapUpdate.Pair(key, simple(field.value(), out), field.exact()));
        }
        return CoreConstants.map(base, pairs, anno);
    }

    /// Whether the value is always a boolean, if there is one.
    boolean isBoolean(Expr e) {
        return switch (e) {
            case Expr.AtomLiteral(_, var value) ->
                    value.name().equals("true") || value.name().equals("false");
            case Expr.Unary(_, var operator, _) -> operator == UnaryOperator.NOT;
            case Expr.Binary(_, var operator, _, var right) ->
                    switch (operator) {
                        case ANDALSO, ORELSE -> isBoolean(right);
                        default -> dev.lumen.ir.bif.LanguageBifs.isBoolean(operator.symbol(), 2);
                    };
            case Expr.Call c -> f.calls.isBooleanBif(c);
            default -> false;
        };
    }
}
