package dev.lumen.frontend.lint;

import dev.lumen.frontend.lint.LintProblem.Plain;
import dev.lumen.frontend.parse.Constants;
import dev.lumen.ir.forms.BinElement;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Term;

import java.util.List;
import java.util.function.BiFunction;

/// Checks the types and sizes of the segments of bit strings.
final class BitLint {
    private final LintContext cx;

    BitLint(LintContext cx) {
        this.cx = cx;
    }

    /// The segments of a bit string that is built. `check` looks at an expression.
    VarTable expr(
            List<BinElement> elements, VarTable vars, BiFunction<Expr, VarTable, VarTable> check) {
        return cx.resolver.inOrder(() -> inOrder(elements, vars, check));
    }

    private VarTable inOrder(
            List<BinElement> elements, VarTable vars, BiFunction<Expr, VarTable, VarTable> check) {
        VarTable all = VarTable.EMPTY;
        for (BinElement element : elements) {
            VarTable value = cx.resolver.saw(check.apply(element.value(), vars));
            VarTable size = VarTable.EMPTY;
            Term constant = null;
            if (element.size().isPresent()) {
                Expr expr = element.size().get();
                constant = isAll(expr) ? Atom.of("all") : Constants.value(expr);
                if (!isAll(expr) && !(constant instanceof Int)) {
                    size = cx.resolver.saw(check.apply(expr, vars));
                }
            }
            check(element, constant);
            all = size.merge(value).merge(all);
        }
        return all;
    }

    private static boolean isAll(Expr size) {
        return size instanceof Expr.AtomLiteral(_, Atom(var name)) && name.equals("all");
    }

    /// Checks type against size; the type, or null when it is wrong. `size` is the value of the
    /// size if that is known.
    BitSegment check(BinElement element, Term size) {
        var result = BitSegment.of(element.types(), element.size().isPresent());
        if (result.problem() != null) {
            cx.report(element.anno(), result.problem());
            return null;
        }
        BitSegment segment = result.segment();
        if (size instanceof Atom(var name)
                && name.equals("all")
                && !segment.type().equals("binary")) {
            cx.report(element.anno(), Plain.ILLEGAL_BIT_SIZE);
        }
        if (segment.type().equals("float") && size instanceof Int i) {
            long bits =
                    i.isLong() && Math.abs(i.longValue()) < Integer.MAX_VALUE
                            ? i.longValue() * segment.unit()
                            : 0;
            if (bits != 16 && bits != 32 && bits != 64) {
                cx.report(element.anno(), Plain.BAD_FLOAT_SIZE);
            }
        }
        return segment;
    }
}
