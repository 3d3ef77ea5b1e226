package dev.lumen.ir.ssa.interp;

import static dev.lumen.ir.ssa.interp.Builtins.erlang;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Term;

import java.math.BigInteger;
import java.util.Locale;
import java.util.function.Function;

/// Between text and other values.
final class TextBuiltins {
    private TextBuiltins() {}

    static void register() {
        toText("atom_to", a -> DataBuiltins.atom(a).name());
        erlang("atom_to_binary", 2, (_, a) -> Term.binary(DataBuiltins.atom(a[0]).name()));
        toText("integer_to", a -> integer(a).toString());
        erlang("integer_to_list", 2, (m, a) -> m.values.of(Term.string(inBase(a))));
        erlang("integer_to_binary", 2, (_, a) -> Term.binary(inBase(a)));
        toText(
                "float_to",
                a -> {
                    if (!(a instanceof FloatTerm(double d))) {
                        throw Failure.badarg();
                    }
                    return String.format(Locale.ROOT, "%.20e", d);
                });
        fromText("atom", Atom::of);
        fromText("existing_atom", Atom::of);
        fromText("integer", text -> parse(text, 10));
        fromText("float", TextBuiltins::parseFloat);
        erlang("list_to_integer", 2, (_, a) -> parse(list(a[0]), DataBuiltins.index(a[1])));
        erlang("binary_to_integer", 2, (_, a) -> parse(binary(a[0]), DataBuiltins.index(a[1])));
        erlang("binary_to_atom", 2, (_, a) -> Atom.of(binary(a[0])));
        erlang("binary_to_existing_atom", 2, (_, a) -> Atom.of(binary(a[0])));
    }

    private static BigInteger integer(Object a) {
        if (a instanceof Int n) {
            return n.bigValue();
        }
        throw Failure.badarg();
    }

    private static String inBase(Object[] a) {
        int base = DataBuiltins.index(a[1]);
        if (base < 2 || base > 36) {
            throw Failure.badarg();
        }
        return integer(a[0]).toString(base).toUpperCase(Locale.ROOT);
    }

    private static void toText(String prefix, Function<Object, String> text) {
        erlang(prefix + "_list", 1, (m, a) -> m.values.of(Term.string(text.apply(a[0]))));
        erlang(prefix + "_binary", 1, (_, a) -> Term.binary(text.apply(a[0])));
    }

    private static void fromText(String what, Function<String, Object> parse) {
        erlang("list_to_" + what, 1, (_, a) -> parse.apply(list(a[0])));
        erlang("binary_to_" + what, 1, (_, a) -> parse.apply(binary(a[0])));
    }

    private static String list(Object a) {
        var text = new StringBuilder();
        for (Object c : Values.elements(a)) {
            int code = DataBuiltins.index(c);
            if (!Character.isValidCodePoint(code)) {
                throw Failure.badarg();
            }
            text.appendCodePoint(code);
        }
        return text.toString();
    }

    private static String binary(Object a) {
        Bits b = DataBuiltins.binary(a);
        return b.utf8();
    }

    private static Object parse(String text, int base) {
        if (!text.matches("[+-]?[0-9A-Za-z]+")) {
            throw Failure.badarg();
        }
        try {
            return Int.of(new BigInteger(text, base));
        } catch (NumberFormatException e) {
            throw Failure.badarg();
        }
    }

    private static Object parseFloat(String text) {
        if (!text.matches("[+-]?[0-9]+\\.[0-9]+([eE][+-]?[0-9]+)?")
                || Double.isInfinite(Double.parseDouble(text))) {
            throw Failure.badarg();
        }
        return Term.of(Double.parseDouble(text));
    }
}
