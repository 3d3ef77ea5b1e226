package dev.lumen.ir.core;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;

import java.util.List;

/// A pattern of a [Clause]. A variable occurs once in the patterns of a clause; there is no
/// wildcard, an unused variable stands for it.
///
/// Two kinds of pattern hold expressions: the size of a segment and the key of a map pair. They are
/// guard expressions over what is bound before the clause, and in a binary also over what earlier
/// segments of the *same* binary bind; where one fails, or gives a size that is no small
/// non-negative integer, the pattern does not match. OTP's compiler wants them simpler: the front
/// end rewrites them before it prints for OTP.
public sealed interface CorePattern {
    Anno anno();

    /// Matches everything and names it.
    record Bind(CoreExpr.Var var) implements CorePattern {
        @Override
        public Anno anno() {
            return var.anno();
        }
    }

    /// Matches what is `=:=` to a constant.
    record Literal(Term value, Anno anno) implements CorePattern {}

    record Cons(CorePattern head, CorePattern tail, Anno anno) implements CorePattern {}

    record Tuple(List<CorePattern> elements, Anno anno) implements CorePattern {
        public Tuple {
            elements = List.copyOf(elements);
        }
    }

    /// `~{K:=P, …}~`: a map that has at least these keys.
    record Map(List<Pair> pairs, Anno anno) implements CorePattern {
        public Map {
            pairs = List.copyOf(pairs);
        }

        public record Pair(CoreExpr key, CorePattern value) {}
    }

    /// `#{Segments}#`: a bit string that the segments use up. The value of a segment is a [Bind] or
    /// a [Literal]; only the last one may have the size `all`.
    record Binary(List<Segment<CorePattern>> segments, Anno anno) implements CorePattern {
        public Binary {
            segments = List.copyOf(segments);
        }
    }

    /// `~#Id{F=P, …}`: a native record that has these fields. The id says which records are meant:
    /// `{M,N}` this one, `{M,N,'true'}` this one if it is exported, `{M}` any that is exported or
    /// of module `M`, `'_'` any.
    record Record(Term id, List<Field> fields, Anno anno) implements CorePattern {
        public Record {
            fields = List.copyOf(fields);
        }

        public record Field(Atom name, CorePattern value) {}
    }

    /// `Var = Pattern`.
    record Alias(CoreExpr.Var var, CorePattern pattern, Anno anno) implements CorePattern {}

    /// `First = Second`: a bit string or native record that matches both. Two patterns of any other
    /// kind can be merged into one, so the second is of these kinds too, or `Both` again. The
    /// published language has only [Alias]; [OtpDialect] does without this.
    record Both(CorePattern first, CorePattern second, Anno anno) implements CorePattern {
        public Both {
            if (!isPossible(first, second)) {
                throw new IllegalArgumentException(
                        "not two patterns of bit strings or records: " + first + " = " + second);
            }
        }

        static boolean isPossible(CorePattern first, CorePattern second) {
            return (first instanceof Binary || first instanceof Record)
                    && (second instanceof Binary
                            || second instanceof Record
                            || second instanceof Both);
        }
    }
}
