package dev.lumen.codegen;

import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.term.Atom;

import java.util.Optional;
import java.util.OptionalInt;

/// What is known of a function that is called by a computed name: `Module:handle_call(A, B, C)`
/// knows the name and the arity, `apply(M, F, [X | More])` nothing. What is not known is empty.
///
/// @param named whether the module or the name stands in the call itself; else what is known of
///   them comes from callers and tuples
/// @param behaviour the module that calls, if it is one of OTP's behaviours ([Behaviours])
/// @param place where module and name stand one behind the other, when both come out of tuples of
///   one size
public record CallPattern(
        Optional<Atom> module,
        Optional<Atom> name,
        OptionalInt arity,
        boolean named,
        Optional<Atom> behaviour,
        Optional<Place> place) {
    /// Two neighbours in a tuple of `arity`, the first at `index` from 0; `list`: and behind them a
    /// list of arguments.
    public record Place(int arity, int index, boolean list) {}

    /// Whether it can mean this function, as far as what it knows goes. The handler of undefined
    /// functions stands for every function of its module.
    public boolean admits(FunctionId id) {
        return module.map(id.module()::equals).orElse(true)
                && (Lookups.isHandler(id)
                        || name.map(id.name()::equals).orElse(true)
                                && (arity.isEmpty() || arity.getAsInt() == id.arity()));
    }

    /// `M:handle_call/3`, with variables for what is not known.
    @Override
    public String toString() {
        return module.map(Atom::toString).orElse("M")
                + ":"
                + name.map(Atom::toString).orElse("F")
                + "/"
                + (arity.isPresent() ? String.valueOf(arity.getAsInt()) : "N");
    }
}
