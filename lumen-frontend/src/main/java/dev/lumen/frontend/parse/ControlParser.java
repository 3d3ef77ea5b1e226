package dev.lumen.frontend.parse;

import dev.lumen.frontend.scan.Token;
import dev.lumen.frontend.scan.TokenKind;
import dev.lumen.ir.forms.Anno;
import dev.lumen.ir.forms.Clause;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Parses the expressions that begin with a keyword and end with `end`, and the clauses in them.
final class ControlParser {
    private final TokenStream in;
    private final ExprParser exprs;

    ControlParser(TokenStream in, ExprParser exprs) {
        this.in = in;
        this.exprs = exprs;
    }

    Expr expression() {
        Token keyword = in.next();
        return switch (keyword.kind()) {
            case BEGIN -> {
                List<Expr> body = exprs.exprs();
                end();
                yield new Expr.Block(in.from(keyword), body);
            }
            case IF -> {
                List<Clause> clauses = ifClauses();
                end();
                yield new Expr.If(in.from(keyword), clauses);
            }
            case CASE -> {
                Expr subject = exprs.expr();
                in.expect(TokenKind.OF);
                List<Clause> clauses = patternClauses();
                end();
                yield new Expr.Case(in.from(keyword), subject, clauses);
            }
            case RECEIVE -> receive(keyword);
            case TRY -> tryExpression(keyword);
            case MAYBE -> maybe(keyword);
            case FUN -> fun(keyword);
            default -> throw new IllegalStateException("not a control expression: " + keyword);
        };
    }

    private void end() {
        in.expect(TokenKind.END_KEYWORD);
    }

    private List<Clause> ifClauses() {
        var clauses = new ArrayList<Clause>();
        do {
            List<List<Expr>> guard = guard();
            List<Expr> body = body();
            Anno place = Locations.first(guard.getFirst().getFirst());
            clauses.add(new Clause(in.from(place), List.of(), guard, body));
        } while (in.accept(TokenKind.SEMICOLON));
        return clauses;
    }

    /// `pattern when guard -> body; …`
    private List<Clause> patternClauses() {
        var clauses = new ArrayList<Clause>();
        do {
            Expr pattern = exprs.expr();
            List<List<Expr>> guard = optionalGuard();
            List<Expr> body = body();
            clauses.add(
                    new Clause(in.from(Locations.first(pattern)), List.of(pattern), guard, body));
        } while (in.accept(TokenKind.SEMICOLON));
        return clauses;
    }

    List<List<Expr>> optionalGuard() {
        return in.accept(TokenKind.WHEN) ? guard() : List.of();
    }

    private List<List<Expr>> guard() {
        var alternatives = new ArrayList<List<Expr>>();
        do {
            alternatives.add(exprs.exprs());
        } while (in.accept(TokenKind.SEMICOLON));
        return alternatives;
    }

    List<Expr> body() {
        in.expect(TokenKind.ARROW);
        return exprs.exprs();
    }

    private Expr receive(Token keyword) {
        List<Clause> clauses = in.looksAt(TokenKind.AFTER) ? List.of() : patternClauses();
        Optional<Expr.Receive.Timeout> timeout = Optional.empty();
        if (in.accept(TokenKind.AFTER)) {
            Expr time = exprs.expr();
            timeout = Optional.of(new Expr.Receive.Timeout(time, body()));
        }
        end();
        return new Expr.Receive(in.from(keyword), clauses, timeout);
    }

    private Expr tryExpression(Token keyword) {
        List<Expr> body = exprs.exprs();
        List<Clause> clauses = in.accept(TokenKind.OF) ? patternClauses() : List.of();
        List<Clause> handlers = List.of();
        List<Expr> cleanup = List.of();
        if (in.accept(TokenKind.CATCH)) {
            handlers = handlers();
        } else if (!in.looksAt(TokenKind.AFTER)) {
            throw in.syntaxError();
        }
        if (in.accept(TokenKind.AFTER)) {
            cleanup = exprs.exprs();
        }
        end();
        return new Expr.Try(in.from(keyword), body, clauses, handlers, cleanup);
    }

    private List<Clause> handlers() {
        var clauses = new ArrayList<Clause>();
        do {
            clauses.add(handler());
        } while (in.accept(TokenKind.SEMICOLON));
        return clauses;
    }

    /// `Class:Reason:Stacktrace`, `Class:Reason` or `Reason`, made into the tuple `{Class, Reason,
    /// Stacktrace}`.
    private Clause handler() {
        Token first = in.peek();
        boolean hasClass =
                (first.is(TokenKind.ATOM) || first.is(TokenKind.VARIABLE))
                        && in.kind(1) == TokenKind.COLON;
        Expr kind = null;
        if (hasClass) {
            kind = exprs.primary();
            in.next();
        }
        Expr reason = exprs.pattern();
        Expr stacktrace = new Expr.Variable(Locations.last(reason), "_");
        if (hasClass && in.accept(TokenKind.COLON)) {
            Token variable = in.expect(TokenKind.VARIABLE);
            stacktrace = new Expr.Variable(variable.anno(), variable.text());
        }
        Anno place = hasClass ? first.anno() : Locations.first(reason);
        if (!hasClass) {
            kind = new Expr.AtomLiteral(place, Atom.of("throw"));
        }
        Expr pattern = new Expr.TupleExpr(in.from(place), List.of(kind, reason, stacktrace));
        List<List<Expr>> guard = optionalGuard();
        List<Expr> body = body();
        return new Clause(in.from(place), List.of(pattern), guard, body);
    }

    private Expr maybe(Token keyword) {
        var body = new ArrayList<Expr>();
        do {
            Expr expr = exprs.expr();
            if (in.looksAt(TokenKind.MAYBE_MATCH)) {
                Token operator = in.next();
                Expr value = exprs.expr();
                expr = new Expr.MaybeMatch(in.from(operator), expr, value);
            }
            body.add(expr);
        } while (in.accept(TokenKind.COMMA));
        Optional<Expr.Maybe.Else> otherwise = Optional.empty();
        if (in.looksAt(TokenKind.ELSE)) {
            Token word = in.next();
            List<Clause> clauses = patternClauses();
            otherwise = Optional.of(new Expr.Maybe.Else(in.from(word), clauses));
        }
        end();
        return new Expr.Maybe(in.from(keyword), body, otherwise);
    }

    private Expr fun(Token keyword) {
        Token first = in.peek();
        return switch (first.kind()) {
            case ATOM -> {
                if (in.kind(1) == TokenKind.SLASH) {
                    in.next();
                    in.next();
                    Int arity = (Int) in.expect(TokenKind.INTEGER).value();
                    yield new Expr.LocalFun(in.from(keyword), Atom.of(first.text()), clamp(arity));
                }
                yield remoteFun(keyword);
            }
            case VARIABLE ->
                    in.kind(1) == TokenKind.COLON ? remoteFun(keyword) : funClauses(keyword);
            case LEFT_PAREN -> funClauses(keyword);
            default -> throw in.syntaxError();
        };
    }

    /// An arity beyond `int` is as undefined as one that is merely too large.
    private static int clamp(Int arity) {
        return arity.isLong()
                ? (int) Math.min(arity.longValue(), Integer.MAX_VALUE)
                : Integer.MAX_VALUE;
    }

    private Expr remoteFun(Token keyword) {
        Expr module = atomOrVariable();
        in.expect(TokenKind.COLON);
        Expr name = atomOrVariable();
        in.expect(TokenKind.SLASH);
        if (!in.looksAt(TokenKind.INTEGER) && !in.looksAt(TokenKind.VARIABLE)) {
            throw in.syntaxError();
        }
        Expr arity = exprs.primary();
        return new Expr.RemoteFun(in.from(keyword), module, name, arity);
    }

    private Expr atomOrVariable() {
        if (!in.looksAt(TokenKind.ATOM) && !in.looksAt(TokenKind.VARIABLE)) {
            throw in.syntaxError();
        }
        return exprs.primary();
    }

    private Expr funClauses(Token keyword) {
        var heads = new ArrayList<Head>();
        do {
            heads.add(funClause());
        } while (in.accept(TokenKind.SEMICOLON));
        end();
        List<Clause> clauses = sameHeads(heads);
        String name = heads.getFirst().name;
        return name == null
                ? new Expr.Fun(in.from(keyword), clauses)
                : new Expr.NamedFun(in.from(keyword), name, clauses);
    }

    /// A clause and the name in front of it, null for a fun without one.
    record Head(String name, Clause clause) {}

    private Head funClause() {
        Token first = in.peek();
        String name = first.is(TokenKind.VARIABLE) ? in.next().text() : null;
        List<Expr> patterns = patterns();
        List<List<Expr>> guard = optionalGuard();
        List<Expr> body = body();
        return new Head(name, new Clause(in.from(first), patterns, guard, body));
    }

    /// The arguments of a clause.
    List<Expr> patterns() {
        in.expect(TokenKind.LEFT_PAREN);
        if (in.accept(TokenKind.RIGHT_PAREN)) {
            return List.of();
        }
        var patterns = new ArrayList<Expr>();
        do {
            patterns.add(exprs.pattern());
        } while (in.accept(TokenKind.COMMA));
        in.expect(TokenKind.RIGHT_PAREN);
        return patterns;
    }

    /// The clauses, once all have the first one's name and number of arguments.
    static List<Clause> sameHeads(List<Head> heads) {
        Head first = heads.getFirst();
        for (Head head : heads) {
            boolean sameName =
                    first.name == null ? head.name == null : first.name.equals(head.name);
            if (!sameName || head.clause.patterns().size() != first.clause.patterns().size()) {
                throw new ParseError(new ParseProblem.HeadMismatch(head.clause.anno()));
            }
        }
        return heads.stream().map(Head::clause).toList();
    }
}
