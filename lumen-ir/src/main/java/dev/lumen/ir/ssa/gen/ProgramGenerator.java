package dev.lumen.ir.ssa.gen;

import dev.lumen.ir.Loc;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes a module of random functions that passes the verifier and terminates: functions call only
/// later ones, loops count down. It may well raise; what it displays, returns or raises depends on
/// the seed alone.
///
/// The first function, `f0/2`, is the only export. One generator makes one module; use it from one
/// thread.
public final class ProgramGenerator {
    static final String MODULE = "random";

    private final Random random;
    private final List<FunctionId> functions = new ArrayList<>();
    private final List<FunctionId> closures = new ArrayList<>();

    public ProgramGenerator(long seed) {
        this.random = new Random(seed);
    }

    public Module module() {
        int count = 2 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            functions.add(FunctionId.of(MODULE, "f" + i, i == 0 ? 2 : random.nextInt(4)));
        }
        int funs = random.nextInt(3);
        for (int i = 0; i < funs; i++) {
            closures.add(FunctionId.of(MODULE, "-f0/2-fun-" + i + "-", 1 + random.nextInt(3)));
        }
        var made = new ArrayList<Function>();
        for (int i = 0; i < count; i++) {
            List<FunctionId> later = functions.subList(i + 1, count);
            made.add(
                    new FunctionGenerator(
                                    random,
                                    functions.get(i),
                                    later,
                                    closures,
                                    false,
                                    Loc.of(i + 1, 1))
                            .function());
        }
        for (FunctionId id : closures) {
            made.add(
                    new FunctionGenerator(
                                    random, id, List.of(), List.of(), true, Loc.of(count + 1, 1))
                            .function());
        }
        return new Module(
                functions.getFirst().module(), List.of(functions.getFirst()), Nil.NIL, made);
    }

    /// Arguments for `f0/2`.
    public List<Term> arguments() {
        return List.of(constant(random), constant(random));
    }

    static Term constant(Random random) {
        return switch (random.nextInt(14)) {
            case 0 -> Term.atom("true");
            case 1 -> Term.atom("false");
            case 2 -> Term.atom("a");
            case 3 -> Term.nil();
            case 4 -> Term.list(Term.of(1), Term.of(2));
            case 5 -> Term.tuple(Term.atom("a"), Term.of(random.nextInt(3)));
            case 6 -> Term.of(random.nextInt(5) * 0.5);
            case 7 -> Term.of((1L << 60) - 1 - random.nextInt(2));
            case 8 -> Term.binary("ab");
            case 9 -> Term.map(java.util.Map.of(Term.atom("a"), Term.of(random.nextInt(3))));
            default -> Term.of(random.nextInt(7) - 2);
        };
    }
}
