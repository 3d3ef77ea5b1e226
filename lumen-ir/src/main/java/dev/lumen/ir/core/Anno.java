package dev.lumen.ir.core;

import dev.lumen.ir.Loc;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a node says about itself beside its meaning: where it comes from, and a few terms.
///
/// The terms that this compiler reads:
/// - `compiler_generated`: no source text stands for this node, so nothing may be reported about
///   it;
/// - `{id,{Index,Unique,Name}}` on a fun: the name under which it appears in stack traces;
/// - `{function,{Name,Arity}}` on a `match_fail` with `function_clause`: the function that found no
///   clause;
/// - `letrec_goto` on a `letrec`: its functions are applied in tail position only, so they are
///   labels and not closures.
public record Anno(Loc loc, List<Term> terms) {
    public static final Anno NONE = new Anno(Loc.NONE, List.of());
    public static final Atom COMPILER_GENERATED = Atom.of("compiler_generated");
    public static final Atom LETREC_GOTO = Atom.of("letrec_goto");
    public static final Atom AFTER = Atom.of("after");
    public static final Atom LIST_COMPREHENSION = Atom.of("list_comprehension");

    /// Nothing but [#COMPILER_GENERATED].
    public static final Anno GENERATED = new Anno(Loc.NONE, List.of(COMPILER_GENERATED));

    private static final Atom ID = Atom.of("id");
    private static final Atom FUNCTION = Atom.of("function");

    public Anno {
        terms = List.copyOf(terms);
    }

    public static Anno of(Loc loc) {
        return loc.isKnown() ? new Anno(loc, List.of()) : NONE;
    }

    public static Anno of(Loc loc, Term... terms) {
        return new Anno(loc, List.of(terms));
    }

    public boolean isEmpty() {
        return !loc.isKnown() && terms.isEmpty();
    }

    public boolean has(Term term) {
        return terms.contains(term);
    }

    public boolean isCompilerGenerated() {
        return has(COMPILER_GENERATED);
    }

    /// These annotations and one more term, which goes last.
    public Anno with(Term term) {
        var all = new ArrayList<>(terms);
        all.add(term);
        return new Anno(loc, all);
    }

    public Anno at(Loc other) {
        return new Anno(other, terms);
    }

    /// `{id,{0,0,Name}}`, what names a fun.
    public static Term id(Atom name) {
        return Term.tuple(ID, Term.tuple(Int.of(0), Int.of(0), name));
    }

    /// `{function,{Name,Arity}}`.
    public static Term function(FunctionName name) {
        return Term.tuple(FUNCTION, Term.tuple(name.name(), Int.of(name.arity())));
    }

    /// The `Name` of `{id,{Index,Unique,Name}}`.
    public Optional<Atom> funName() {
        for (Term t : terms) {
            if (t instanceof Tuple(var parts)
                    && parts.size() == 2
                    && parts.get(0).equals(ID)
                    && parts.get(1) instanceof Tuple(var id)
                    && id.size() == 3
                    && id.get(2) instanceof Atom name) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /// Without [#funName].
    public Anno withoutFunName() {
        return new Anno(loc, terms.stream().filter(t -> !isPair(t, ID)).toList());
    }

    private static boolean isPair(Term t, Atom key) {
        return t instanceof Tuple(var parts) && parts.size() == 2 && parts.getFirst().equals(key);
    }

    /// The function of `{function,{Name,Arity}}`.
    public Optional<FunctionName> functionName() {
        for (Term t : terms) {
            if (t instanceof Tuple(var parts)
                    && parts.size() == 2
                    && parts.get(0).equals(FUNCTION)
                    && parts.get(1) instanceof Tuple(var f)
                    && f.size() == 2
                    && f.get(0) instanceof Atom name
                    && f.get(1) instanceof Int arity) {
                return Optional.of(new FunctionName(name, arity.intValue()));
            }
        }
        return Optional.empty();
    }
}
