package dev.lumen.codegen.opt;

import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;

import java.util.function.UnaryOperator;

/// Copies of terminators that go elsewhere.
final class Targets {
    private Targets() {}

    /// The terminator with every target of a jump or branch replaced. Targets that pass no values
    /// by their nature (of switches and receives) stay.
    static Terminator map(Terminator end, UnaryOperator<Target> f) {
        return switch (end) {
            case Terminator.Jump(var t, var loc) -> new Terminator.Jump(f.apply(t), loc);
            case Terminator.Branch(var flag, var then, var otherwise, var loc) ->
                    new Terminator.Branch(flag, f.apply(then), f.apply(otherwise), loc);
            default -> end;
        };
    }

    /// The terminator with every label of a switch or receive replaced; those of jumps and branches
    /// stay.
    static Terminator mapLabels(Terminator end, UnaryOperator<Label> f) {
        return switch (end) {
            case Terminator.Jump _, Terminator.Branch _ -> end;
            case Terminator.RecvPeek(var message, var empty, var loc) ->
                    new Terminator.RecvPeek(message, f.apply(empty), loc);
            case Terminator.Switch(var v, var cases, var e, var loc) ->
                    new Terminator.Switch(
                            v,
                            cases.stream()
                                    .map(c ->
                                            new Terminator.Switch.Case(
                                                    c.constant(), f.apply(c.label())))
                                    .toList(),
                            f.apply(e),
                            loc);
            case Terminator.SwitchArity(var v, var cases, var e, var loc) ->
                    new Terminator.SwitchArity(
                            v,
                            cases.stream()
                                    .map(c ->
                                            new Terminator.SwitchArity.Case(
                                                    c.arity(), f.apply(c.label())))
                                    .toList(),
                            f.apply(e),
                            loc);
            case Terminator.RecvWait(var after, var again, var out, var x, var loc) ->
                    new Terminator.RecvWait(after, f.apply(again), f.apply(out), x, loc);
            case Terminator.Ret _,
                    Terminator.TailCall _,
                    Terminator.TailCallFun _,
                    Terminator.TailCallApply _,
                    Terminator.Raise _,
                    Terminator.FunctionClause _,
                    Terminator.Unreachable _ ->
                    end;
        };
    }
}
