package dev.lumen.ir.core;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.FloatText;
import dev.lumen.ir.term.Fun;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.MapTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Pid;
import dev.lumen.ir.term.Port;
import dev.lumen.ir.term.RecordTerm;
import dev.lumen.ir.term.Ref;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.List;

/// The text of constants: like Erlang's, but atoms always in quotes, and maps and bit strings as
/// Core Erlang has them.
final class CoreLiterals {
    private CoreLiterals() {}

    /// Recurses with the nesting of the term (not the length of its lists): call inside
    /// [dev.lumen.ir.DeepStack].
    static void print(Term t, StringBuilder out) {
        switch (t) {
            case Int i -> out.append(i);
            case FloatTerm(double f) -> out.append(FloatText.shortest(f));
            case Atom(String name) -> CoreText.quote(name, '\'', out);
            case Nil _ -> out.append("[]");
            case ListTerm list when CoreText.isString(list) ->
                    CoreText.quote(CoreText.string(list), '"', out);
            case ListTerm(var elements, var tail) -> {
                out.append('[');
                all(elements, out);
                if (!(tail instanceof Nil)) {
                    out.append('|');
                    print(tail, out);
                }
                out.append(']');
            }
            case Tuple(var elements) -> {
                out.append('{');
                all(elements, out);
                out.append('}');
            }
            case MapTerm map -> {
                out.append("~{");
                for (int i = 0; i < map.size(); i++) {
                    out.append(i > 0 ? "," : "");
                    print(map.keys().get(i), out);
                    out.append("=>");
                    print(map.values().get(i), out);
                }
                out.append("}~");
            }
            case Bits bits -> bits(bits, out);
            case Fun.External(var module, var name, int arity) -> {
                out.append("fun ");
                CoreText.quote(module.name(), '\'', out);
                out.append(':');
                CoreText.quote(name.name(), '\'', out);
                out.append('/').append(arity);
            }
            case RecordTerm _, Fun.Closure _, Pid _, Port _, Ref _ ->
                    throw new IllegalArgumentException("no constant of Core Erlang: " + t);
        }
    }

    private static void all(List<Term> terms, StringBuilder out) {
        for (int i = 0; i < terms.size(); i++) {
            out.append(i > 0 ? "," : "");
            print(terms.get(i), out);
        }
    }

    private static void bits(Bits bits, StringBuilder out) {
        out.append("#{");
        int spare = (int) (bits.byteLength() * 8L - bits.bitLength());
        for (int i = 0; i < bits.byteLength(); i++) {
            boolean partial = spare > 0 && i == bits.byteLength() - 1;
            out.append(i > 0 ? "," : "")
                    .append("#<")
                    .append(partial ? bits.byteAt(i) >> spare : bits.byteAt(i))
                    .append(">(")
                    .append(partial ? 8 - spare : 8)
                    .append(",1,'integer',['unsigned','big'])");
        }
        out.append("}#");
    }
}
