package dev.lumen.ir.ssa;

import java.util.List;

/// Where a jump goes and what the parameters of the block there become.
public record Target(Label label, List<Operand> args) {
    public Target {
        args = List.copyOf(args);
    }

    public static Target of(Label label, Operand... args) {
        return new Target(label, List.of(args));
    }

    @Override
    public String toString() {
        return args.isEmpty() ? label.name() : label + Printer.list(args);
    }
}
