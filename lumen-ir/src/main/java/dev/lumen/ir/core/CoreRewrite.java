package dev.lumen.ir.core;

import dev.lumen.ir.core.CoreExpr.Apply;
import dev.lumen.ir.core.CoreExpr.Binary;
import dev.lumen.ir.core.CoreExpr.Call;
import dev.lumen.ir.core.CoreExpr.Case;
import dev.lumen.ir.core.CoreExpr.Catch;
import dev.lumen.ir.core.CoreExpr.Cons;
import dev.lumen.ir.core.CoreExpr.Fun;
import dev.lumen.ir.core.CoreExpr.FunctionRef;
import dev.lumen.ir.core.CoreExpr.Let;
import dev.lumen.ir.core.CoreExpr.Letrec;
import dev.lumen.ir.core.CoreExpr.Literal;
import dev.lumen.ir.core.CoreExpr.MapUpdate;
import dev.lumen.ir.core.CoreExpr.PrimOp;
import dev.lumen.ir.core.CoreExpr.Receive;
import dev.lumen.ir.core.CoreExpr.Seq;
import dev.lumen.ir.core.CoreExpr.Try;
import dev.lumen.ir.core.CoreExpr.Tuple;
import dev.lumen.ir.core.CoreExpr.Values;
import dev.lumen.ir.core.CoreExpr.Var;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Building an expression again with other parts.
public final class CoreRewrite {
    private CoreRewrite() {}

    /// The same node, with each expression directly in it replaced by what `expr` makes of it, and
    /// each clause by what `clause` does. The variables that it binds, and what patterns hold,
    /// stay.
    public static CoreExpr parts(
            CoreExpr e, UnaryOperator<CoreExpr> expr, UnaryOperator<Clause> clause) {
        return switch (e) {
            case Var _, FunctionRef _, Literal _ -> e;
            case Values(var values, var a) -> new Values(each(values, expr), a);
            case Cons(var head, var tail, var a) -> new Cons(expr.apply(head), expr.apply(tail), a);
            case Tuple(var elements, var a) -> new Tuple(each(elements, expr), a);
            case MapUpdate(var base, var pairs, var a) ->
                    new MapUpdate(
                            expr.apply(base),
                            pairs.stream()
                                    .map(p ->
                                            new MapUpdate.Pair(
                                                    expr.apply(p.key()),
                                                    expr.apply(p.value()),
                                                    p.exact()))
                                    .toList(),
                            a);
            case Binary(var segments, var a) ->
                    new Binary(segments.stream().map(s -> segment(s, expr)).toList(), a);
            case Fun f -> fun(f, expr);
            case Apply(var operator, var args, var a) ->
                    new Apply(expr.apply(operator), each(args, expr), a);
            case Call(var module, var name, var args, var a) ->
                    new Call(expr.apply(module), expr.apply(name), each(args, expr), a);
            case PrimOp(var name, var args, var a) -> new PrimOp(name, each(args, expr), a);
            case Let(var vars, var value, var body, var a) ->
                    new Let(vars, expr.apply(value), expr.apply(body), a);
            case Seq(var first, var then, var a) -> new Seq(expr.apply(first), expr.apply(then), a);
            case Letrec(var functions, var body, var a) ->
                    new Letrec(
                            functions.stream()
                                    .map(f -> new FunctionDef(f.name(), fun(f.fun(), expr)))
                                    .toList(),
                            expr.apply(body),
                            a);
            case Case(var arg, var clauses, var a) ->
                    new Case(expr.apply(arg), each(clauses, clause), a);
            case Try(var arg, var vars, var body, var handlerVars, var handler, var a) ->
                    new Try(
                            expr.apply(arg),
                            vars,
                            expr.apply(body),
                            handlerVars,
                            expr.apply(handler),
                            a);
            case Catch(var body, var a) -> new Catch(expr.apply(body), a);
            case Receive(var clauses, var timeout, var action, var a) ->
                    new Receive(each(clauses, clause), expr.apply(timeout), expr.apply(action), a);
        };
    }

    public static Fun fun(Fun f, UnaryOperator<CoreExpr> body) {
        return new Fun(f.params(), body.apply(f.body()), f.anno());
    }

    /// The clause with another guard and body.
    public static Clause clause(
            Clause c, UnaryOperator<CoreExpr> guard, UnaryOperator<CoreExpr> body) {
        return new Clause(c.patterns(), guard.apply(c.guard()), body.apply(c.body()), c.anno());
    }

    private static Segment<CoreExpr> segment(Segment<CoreExpr> s, UnaryOperator<CoreExpr> expr) {
        Segment.Size size =
                s.size() instanceof Segment.Size.Of(var count)
                        ? new Segment.Size.Of(expr.apply(count))
                        : s.size();
        return new Segment<>(
                expr.apply(s.value()), size, s.unit(), s.type(), s.signed(), s.endian(), s.anno());
    }

    private static <T> List<T> each(List<T> all, UnaryOperator<T> with) {
        var result = new ArrayList<T>(all.size());
        for (T t : all) {
            result.add(with.apply(t));
        }
        return result;
    }
}
