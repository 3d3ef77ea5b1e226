package dev.lumen.ir.ssa;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// A straight run of instructions, entered only at its start, with the values that its predecessors
/// pass to it. Only the last instruction of the body can have an [OnFail] other than the caller.
public record Block(Label label, List<Var> params, List<Instr> body, Terminator end) {
    public Block {
        params = List.copyOf(params);
        body = List.copyOf(body);
    }

    /// Where the last instruction of the body, or the terminator, goes when it fails inside the
    /// function.
    public Optional<Label> failTarget() {
        Optional<Label> end = end().failure().flatMap(OnFail::target);
        return end.isPresent() || body.isEmpty() || !(body.getLast() instanceof Instr.MayFail last)
                ? end
                : last.onFail().target();
    }

    /// The blocks that control can go to next, those for failure included, each once.
    public SequencedSet<Label> successors() {
        var all = new LinkedHashSet<Label>();
        if (!body.isEmpty() && body.getLast() instanceof Instr.MayFail last) {
            last.onFail().target().ifPresent(all::add);
        }
        for (Target t : end.targets()) {
            all.add(t.label());
        }
        end.failure().flatMap(OnFail::target).ifPresent(all::add);
        return all;
    }

    public Block withBody(List<Instr> newBody) {
        return new Block(label, params, newBody, end);
    }

    public Block withEnd(Terminator newEnd) {
        return new Block(label, params, body, newEnd);
    }

    /// Every value defined here: parameters first.
    public List<Var> defined() {
        var all = new ArrayList<>(params);
        for (Instr i : body) {
            i.result().ifPresent(all::add);
        }
        return all;
    }
}
