package dev.lumen.frontend.core;

import dev.lumen.ir.core.Clause;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.CoreExpr.Apply;
import dev.lumen.ir.core.CoreExpr.Fun;
import dev.lumen.ir.core.CoreExpr.FunctionRef;
import dev.lumen.ir.core.CoreExpr.Let;
import dev.lumen.ir.core.CoreExpr.Letrec;
import dev.lumen.ir.core.CorePattern;
import dev.lumen.ir.core.CoreRewrite;
import dev.lumen.ir.core.FunctionDef;
import dev.lumen.ir.core.FunctionName;
import dev.lumen.ir.core.Segment;
import dev.lumen.ir.forms.ModuleForms;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Puts the bodies of functions in the place of their calls, where `-compile({inline,[f/1]})` asks
/// for it. That is done exactly, neither less nor more, since stack traces show it. The rules are
/// those of OTP's compiler:
///
/// - In each function every call of one that may be inlined becomes its body, once: calls that came
///   with the body stay.
/// - What a call becomes is not quite the body as it was written: in it, calls of lighter ones have
///   become their bodies already, once. The weight of a function is the number of its nodes.
/// - `{inline,N}`: all functions of no more than that weight may be inlined.
/// - Funs that came with a body lose the names that they had from their function.
///
/// Plain `inline` leaves the choice to the compiler; ours makes it later, where no trace shows it.
final class InlineCalls {
    private static final Atom INLINE = Atom.of("inline");

    /// The nodes of a segment beside its value and its size.
    private static final int SEGMENT = 4;

    private final Function<FunctionName, Optional<FunctionDef>> written;
    private final Set<FunctionName> named = new HashSet<>();
    private int heaviest;
    private final Map<FunctionName, Optional<Callee>> callees = new HashMap<>();
    private final Map<FunctionName, Fun> prepared = new HashMap<>();

    /// A function that may be inlined, as it was written.
    private record Callee(FunctionName name, Fun fun, int weight) {}

    /// @param written the functions of the module
    InlineCalls(ModuleForms forms, Function<FunctionName, Optional<FunctionDef>> written) {
        this.written = written;
        for (Term option : forms.compileOptions()) {
            if (option instanceof Tuple(var parts)
                    && parts.size() == 2
                    && parts.getFirst().equals(INLINE)) {
                add(parts.get(1));
            }
        }
    }

    private void add(Term what) {
        switch (what) {
            case Int weight when weight.isSmall() -> heaviest = weight.intValue();
            case Tuple _ -> add(Term.list(what));
            case ListTerm(_, Nil _) ->
                    ModuleForms.functionNames(what)
                            .forEach(f -> named.add(new FunctionName(f.name(), f.arity())));
            default -> {}
        }
    }

    /// The function, with what its calls become.
    FunctionDef in(FunctionDef def) {
        if (named.isEmpty() && heaviest <= 0) {
            return def;
        }
        Fun fun = CoreRewrite.fun(def.fun(), e -> inlined(e, c -> Optional.of(prepared(c))));
        return new FunctionDef(def.name(), fun);
    }

    private Fun prepared(Callee callee) {
        return prepared.computeIfAbsent(
                callee.name,
                _ ->
                        CoreRewrite.fun(
                                callee.fun,
                                e ->
                                        inlined(
                                                e,
                                                c ->
                                                        c.weight < callee.weight
                                                                ? Optional.of(c.fun)
                                                                : Optional.empty())));
    }

    /// `choose` says what the calls of a function become, if anything.
    private CoreExpr inlined(CoreExpr e, Function<Callee, Optional<Fun>> choose) {
        CoreExpr done =
                CoreRewrite.parts(
                        e,
                        part -> inlined(part, choose),
                        c -> CoreRewrite.clause(c, g -> g, body -> inlined(body, choose)));
        return done instanceof Apply(FunctionRef(var name, _), var args, _)
                        && args.size() == name.arity()
                ? callee(name)
                        .flatMap(choose)
                        .map(f -> {
                            CoreExpr body = unnamed(f.body());
                            return args.isEmpty()
                                    ? body
                                    : new Let(f.params(), Build.values(args), body, done.anno());
                        })
                        .orElse(done)
                : done;
    }

    private Optional<Callee> callee(FunctionName name) {
        Optional<Callee> known = callees.get(name);
        if (known == null) {
            known =
                    named.contains(name) || heaviest > 0
                            ? written.apply(name)
                                    .map(f -> new Callee(name, f.fun(), weight(f.fun())))
                                    .filter(c -> named.contains(name) || c.weight <= heaviest)
                            : Optional.empty();
            callees.put(name, known);
        }
        return known;
    }

    static int weight(Fun f) {
        int[] nodes = {undropped(f)};
        count(f.body(), nodes);
        return nodes[0];
    }

    private static CoreExpr count(CoreExpr e, int[] nodes) {
        nodes[0] += 1 + others(e);
        return CoreRewrite.parts(
                e,
                part -> count(part, nodes),
                c -> {
                    nodes[0] +=
                            1
                                    + protection(c.guard())
                                    + c.patterns().stream().mapToInt(InlineCalls::weight).sum();
                    return CoreRewrite.clause(c, g -> count(g, nodes), b -> count(b, nodes));
                });
    }

    /// A `try` around a guard that may fail, and where the guard is one test of two arguments also
    /// the comparison of its result with `true`.
    private static int protection(CoreExpr guard) {
        return switch (guard) {
            case Let _ -> 6;
            case CoreExpr.Call(_, CoreExpr.Literal(Atom(String name), _), var args, _)
                    when name.startsWith("is_") && args.size() == 2 ->
                    13;
            default -> 0;
        };
    }

    /// Nodes of OTP's trees that are no expressions here: variables that are bound, the parts of a
    /// segment, of a pair and of a primitive operation that are constants, and clauses for what
    /// can't happen, which OTP drops later.
    private static int others(CoreExpr e) {
        return switch (e) {
            case Fun f -> f.params().size() + undropped(f);
            case Let l -> l.vars().size();
            case Letrec l -> l.functions().stream().mapToInt(f -> 2 + others(f.fun())).sum();
            case CoreExpr.Case c when !c.clauses().getLast().anno().isCompilerGenerated() ->
                    failure(c.clauses().getLast().patterns().size());
            case CoreExpr.PrimOp _ -> 1;
            case CoreExpr.Try t -> t.vars().size() + t.handlerVars().size();
            case CoreExpr.MapUpdate m -> 2 * m.pairs().size();
            case CoreExpr.Binary b ->
                    b.segments().stream().mapToInt(s -> SEGMENT + size(s.size())).sum();
            default -> 0;
        };
    }

    /// A function is a `case` of its parameters, which have new names then. Where that has just one
    /// clause, which takes all, it is not there.
    private static int undropped(Fun f) {
        int n = f.params().size();
        boolean hasCase =
                f.body() instanceof CoreExpr.Case c
                        && c.arg().equals(Build.values(f.params()))
                        && f.params().stream().allMatch(p -> Names.isFresh(p.name()));
        int operand = n == 1 ? 1 : 1 + n;
        int clause = 2 + n; // and its guard
        return hasCase ? 0 : 1 + operand + clause + failure(n);
    }

    /// `<_1,…> when 'true' -> match_fail({Reason,_1,…})`.
    private static int failure(int values) {
        return 6 + 2 * values;
    }

    private static int size(Segment.Size size) {
        return size instanceof Segment.Size.Of ? 0 : 1;
    }

    private static int weight(CorePattern p) {
        return 1
                + switch (p) {
                    case CorePattern.Bind _, CorePattern.Literal _ -> 0;
                    case CorePattern.Cons(var head, var tail, _) -> weight(head) + weight(tail);
                    case CorePattern.Tuple(var elements, _) ->
                            elements.stream().mapToInt(InlineCalls::weight).sum();
                    case CorePattern.Map(var pairs, _) ->
                            1 + pairs.stream().mapToInt(x -> 3 + weight(x.value())).sum();
                    case CorePattern.Binary(var segments, _) ->
                            segments.stream().mapToInt(s -> SEGMENT + 1 + weight(s.value())).sum();
                    case CorePattern.Record(_, var fields, _) ->
                            fields.stream().mapToInt(x -> 2 + weight(x.value())).sum();
                    case CorePattern.Alias(_, var pattern, _) -> 1 + weight(pattern);
                    case CorePattern.Both(var first, var second, _) ->
                            weight(first) + weight(second);
                };
    }

    private static CoreExpr unnamed(CoreExpr e) {
        CoreExpr done = CoreRewrite.parts(e, InlineCalls::unnamed, InlineCalls::unnamed);
        return switch (done) {
            case Fun f -> unnamed(f);
            case Letrec(var functions, var body, var anno) ->
                    new Letrec(
                            functions.stream()
                                    .map(f -> new FunctionDef(f.name(), unnamed(f.fun())))
                                    .toList(),
                            body,
                            anno);
            default -> done;
        };
    }

    private static Clause unnamed(Clause c) {
        return CoreRewrite.clause(c, g -> g, InlineCalls::unnamed);
    }

    private static Fun unnamed(Fun f) {
        return new Fun(f.params(), f.body(), f.anno().withoutFunName());
    }
}
