package dev.lumen.codegen.opt;

import dev.lumen.ir.bif.Bif;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.term.Int;

import java.util.List;
import java.util.function.Function;

/// What a built-in answers when it answers, given what its arguments are: sharper than the table.
final class BuiltinTypes {
    private BuiltinTypes() {}

    /// `typeOf` says what is known of an operand.
    static Type.Terms result(Bif bif, List<Operand> args, Function<Operand, Type> typeOf) {
        Type.Terms table = (Type.Terms) bif.result();
        if (!bif.module().name().equals("erlang")) {
            return table;
        }
        return switch (bif.name().name()) {
            case "+", "-", "*" -> numbers(args, typeOf);
            case "abs" -> args.size() == 1 ? numbers(args, typeOf) : table;
            case "rem" -> isSmallConstant(args.get(1)) ? Type.SMALL : both(args, typeOf, table);
            case "div" ->
                    typeOf.apply(args.get(0)).isSubtypeOf(Type.SMALL)
                                    && isSmallConstant(args.get(1))
                                    && !isConstant(args.get(1), -1)
                            ? Type.SMALL
                            : table;
            case "band" ->
                    isMask(args.get(0)) || isMask(args.get(1))
                            ? Type.SMALL
                            : both(args, typeOf, table);
            case "bor", "bxor" -> both(args, typeOf, table);
            case "bnot" -> typeOf.apply(args.get(0)).isSubtypeOf(Type.SMALL) ? Type.SMALL : table;
            case "bsr" ->
                    typeOf.apply(args.get(0)).isSubtypeOf(Type.SMALL) && isMask(args.get(1))
                            ? Type.SMALL
                            : table;
            case "min", "max" ->
                    (Type.Terms) typeOf.apply(args.get(0)).union(typeOf.apply(args.get(1)));
            default -> table;
        };
    }

    /// Integers make an integer; with a float among them the answer is a float.
    private static Type.Terms numbers(List<Operand> args, Function<Operand, Type> typeOf) {
        boolean integers = true;
        boolean floats = false;
        for (Operand o : args) {
            Type t = typeOf.apply(o).intersect(Type.NUMBER);
            integers &= t.isSubtypeOf(Type.INTEGER);
            floats |= t.isSubtypeOf(Type.FLOAT) && !t.equals(Type.NONE);
        }
        return floats ? Type.FLOAT : integers ? Type.INTEGER : Type.NUMBER;
    }

    /// Small when both arguments are.
    private static Type.Terms both(
            List<Operand> args, Function<Operand, Type> typeOf, Type.Terms otherwise) {
        return args.stream().allMatch(o -> typeOf.apply(o).isSubtypeOf(Type.SMALL))
                ? Type.SMALL
                : otherwise;
    }

    private static boolean isSmallConstant(Operand o) {
        return o instanceof Operand.Const(Int n, _) && n.isSmall();
    }

    private static boolean isConstant(Operand o, long value) {
        return o instanceof Operand.Const(Int n, _) && n.isLong() && n.longValue() == value;
    }

    /// A small integer that is not negative.
    private static boolean isMask(Operand o) {
        return isSmallConstant(o) && ((Int) ((Operand.Const) o).value()).signum() >= 0;
    }
}
