package dev.lumen.ir.ssa;

import dev.lumen.ir.Loc;
import dev.lumen.ir.bif.Bif;
import dev.lumen.ir.term.Bits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One non-branching step of a [Block]. Immutable: a pass builds a new one, it never edits.
///
/// The four traits below are all that a pass may assume about an instruction it does not know. What
/// must hold of each is checked by [Verifier]; what each does is written, slowly and obviously, in
/// the interpreter.
public sealed interface Instr {
    /// What it takes, in the order of the text form.
    List<Operand> args();

    Loc loc();

    /// What it defines.
    default Optional<Var> result() {
        return this instanceof Defines d ? Optional.of(d.dst()) : Optional.empty();
    }

    /// Defines a value.
    sealed interface Defines extends Instr {
        Var dst();
    }

    /// Same arguments, same result, no other effect: may be removed, merged or moved.
    sealed interface Pure extends Defines {}

    /// May fail; control then goes where `onFail` says.
    sealed interface MayFail extends Instr {
        OnFail onFail();
    }

    /// May run the collector or the scheduler: every live term must be in a frame slot or an
    /// argument.
    sealed interface Safepoint extends Instr {}

    /// Takes memory from the heap of the process.
    sealed interface Allocates extends Instr {}

    // ---- building and taking apart --------------------------------------------------------------

    record MakeCons(Var dst, Operand head, Operand tail, Loc loc) implements Pure, Allocates {
        @Override
        public List<Operand> args() {
            return List.of(head, tail);
        }
    }

    /// A tuple of one element or more: the empty one is a constant.
    record MakeTuple(Var dst, List<Operand> elements, Loc loc) implements Pure, Allocates {
        public MakeTuple {
            elements = List.copyOf(elements);
        }

        @Override
        public List<Operand> args() {
            return elements;
        }
    }

    /// A closure. The target takes one argument more than the fun: the fun itself, last; it reads
    /// its free variables from there with [GetFree].
    record MakeFun(Var dst, FunctionId target, List<Operand> free, Loc loc)
            implements Pure, Allocates {
        public MakeFun {
            free = List.copyOf(free);
        }

        @Override
        public List<Operand> args() {
            return free;
        }
    }

    /// `list` is known to be a cons.
    record GetHead(Var dst, Operand list, Loc loc) implements Pure {
        @Override
        public List<Operand> args() {
            return List.of(list);
        }
    }

    /// `list` is known to be a cons.
    record GetTail(Var dst, Operand list, Loc loc) implements Pure {
        @Override
        public List<Operand> args() {
            return List.of(list);
        }
    }

    /// `tuple` is known to be a tuple with more than `index` elements; the first has index 0.
    record GetElement(Var dst, Operand tuple, int index, Loc loc) implements Pure {
        @Override
        public List<Operand> args() {
            return List.of(tuple);
        }
    }

    /// Free variable number `index`, from 0, of the closure `fun`.
    record GetFree(Var dst, Operand fun, int index, Loc loc) implements Pure {
        @Override
        public List<Operand> args() {
            return List.of(fun);
        }
    }

    // ---- asking ---------------------------------------------------------------------------------

    /// `number` is the size or arity that the test asks for; 0 for tests without one.
    record Test(Var dst, TypeTest test, int number, Operand value, Loc loc) implements Pure {
        @Override
        public List<Operand> args() {
            return List.of(value);
        }
    }

    record Compare(Var dst, CompareOp op, Operand left, Operand right, Loc loc) implements Pure {
        @Override
        public List<Operand> args() {
            return List.of(left, right);
        }
    }

    /// The atom `true` or `false` for a flag.
    record Bool(Var dst, Operand flag, Loc loc) implements Pure {
        @Override
        public List<Operand> args() {
            return List.of(flag);
        }
    }

    /// The other flag.
    record Not(Var dst, Operand flag, Loc loc) implements Pure {
        @Override
        public List<Operand> args() {
            return List.of(flag);
        }
    }

    // ---- calling --------------------------------------------------------------------------------

    /// A C primitive. Its further effects are those of its row in the table.
    record CallBif(Var dst, Bif bif, List<Operand> args, OnFail onFail, Loc loc)
            implements Defines, MayFail {
        public CallBif {
            args = List.copyOf(args);
        }
    }

    /// Of a function of the same module, or of one that another module exports. A function that is
    /// not exported is called by its name ([CallApply]) where the program does that.
    record Call(Var dst, FunctionId target, List<Operand> args, OnFail onFail, Loc loc)
            implements Defines, MayFail, Safepoint {
        public Call {
            args = List.copyOf(args);
        }
    }

    record CallFun(Var dst, Operand fun, List<Operand> arguments, OnFail onFail, Loc loc)
            implements Defines, MayFail, Safepoint {
        public CallFun {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Operand> args() {
            return prepend(fun, arguments);
        }
    }

    /// A call of `module:name` that is known only when it runs, with arguments whose number is
    /// known.
    record CallApply(
            Var dst, Operand module, Operand name, List<Operand> arguments, OnFail onFail, Loc loc)
            implements Defines, MayFail, Safepoint {
        public CallApply {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Operand> args() {
            return prepend(module, prepend(name, arguments));
        }
    }

    // ---- maps -----------------------------------------------------------------------------------

    /// `base#{k => v, …}`; `pairs` are key, value, key, value. Fails with `{badmap, base}`.
    record MapPut(Var dst, Operand base, List<Operand> pairs, OnFail onFail, Loc loc)
            implements Defines, MayFail, Allocates {
        public MapPut {
            pairs = List.copyOf(pairs);
        }

        @Override
        public List<Operand> args() {
            return prepend(base, pairs);
        }
    }

    /// `base#{k := v, …}`; `pairs` are key, value, key, value. Fails with `{badmap, base}` or
    /// `{badkey, k}`.
    record MapUpdate(Var dst, Operand base, List<Operand> pairs, OnFail onFail, Loc loc)
            implements Defines, MayFail, Allocates {
        public MapUpdate {
            pairs = List.copyOf(pairs);
        }

        @Override
        public List<Operand> args() {
            return prepend(base, pairs);
        }
    }

    /// The value of a key, for a pattern: always [OnFail.Branch], taken when `base` does not have
    /// it or is no map.
    record MapGet(Var dst, Operand base, Operand key, OnFail onFail, Loc loc)
            implements Defines, MayFail {
        @Override
        public List<Operand> args() {
            return List.of(base, key);
        }
    }

    // ---- raw integers ---------------------------------------------------------------------------

    /// `i64` arithmetic, which wraps around.
    record I64Op(Var dst, I64Operator op, Operand left, Operand right, Loc loc) implements Pure {
        @Override
        public List<Operand> args() {
            return List.of(left, right);
        }
    }

    /// Signed comparison of two `i64`.
    record I64Compare(Var dst, I64Relation op, Operand left, Operand right, Loc loc)
            implements Pure {
        @Override
        public List<Operand> args() {
            return List.of(left, right);
        }
    }

    /// Where a term stands among small integers, for [CompareKey]: found once for all comparisons.
    record OrderKey(Var dst, Operand value, Loc loc) implements Pure {
        @Override
        public List<Operand> args() {
            return List.of(value);
        }
    }

    /// Compares the term that the key was made of with a number between -[#MAX_NUMBER] and
    /// [#MAX_NUMBER]; `op` is an order ([CompareOp#isOrder]).
    record CompareKey(Var dst, CompareOp op, Operand key, long number, Loc loc) implements Pure {
        public static final long MAX_NUMBER = 1L << 59;

        @Override
        public List<Operand> args() {
            return List.of(key);
        }
    }

    /// `i64` to small integer; it is known to fit.
    record Tag(Var dst, Operand raw, Loc loc) implements Pure {
        @Override
        public List<Operand> args() {
            return List.of(raw);
        }
    }

    /// Small integer to `i64`; it is known to be small.
    record Untag(Var dst, Operand small, Loc loc) implements Pure {
        @Override
        public List<Operand> args() {
            return List.of(small);
        }
    }

    enum I64Operator {
        ADD,
        SUB,
        MUL
    }

    enum I64Relation {
        LT,
        LE,
        EQ
    }

    // ---- bit strings ----------------------------------------------------------------------------
    // Matching is functional: a position is an `i64` that counts bits from the start of the bit
    // string, and whoever
    // reads at a position has checked that the bits are there.

    /// The length in bits of `value`, known to be a bit string, as `i64`.
    record BitsSize(Var dst, Operand value, Loc loc) implements Pure {
        @Override
        public List<Operand> args() {
            return List.of(value);
        }
    }

    /// `size * unit` as `i64`. Always [OnFail.Branch], taken when `size` is not a small integer of
    /// at least 0 or the product is 2^60 or more, which no bit string has: so positions never
    /// overflow.
    record BitsLength(Var dst, Operand size, int unit, OnFail onFail, Loc loc)
            implements Defines, MayFail {
        @Override
        public List<Operand> args() {
            return List.of(size);
        }
    }

    /// The term that `size` bits at `at` stand for. `base` is known to be a bit string. INTEGER and
    /// SLICE never fail, the bits are known to be there; FLOAT fails on NaN, infinities and sizes
    /// other than 16, 32 and 64. The UTF kinds look up to the end by themselves, `size` is 0; they
    /// fail when no valid character stands there.
    record BitsGet(
            Var dst,
            BitsKind kind,
            Operand base,
            Operand at,
            Operand size,
            BitsFlags flags,
            OnFail onFail,
            Loc loc)
            implements Defines, MayFail, Allocates {
        @Override
        public List<Operand> args() {
            return List.of(base, at, size);
        }
    }

    /// The width in bits of a character in a UTF kind, as `i64`; `value` came from a [BitsGet] of
    /// that kind.
    record UtfWidth(Var dst, BitsKind kind, Operand value, Loc loc) implements Pure {
        @Override
        public List<Operand> args() {
            return List.of(value);
        }
    }

    /// True when the bits at `at` are exactly `literal`; as many are known to be there.
    record BitsMatch(Var dst, Operand base, Operand at, Bits literal, Loc loc) implements Pure {
        @Override
        public List<Operand> args() {
            return List.of(base, at);
        }
    }

    /// A new bit string of the segments, in order. Fails with `badarg` or `system_limit`.
    record BitsBuild(Var dst, List<Segment> segments, OnFail onFail, Loc loc)
            implements Defines, MayFail, Allocates {
        public BitsBuild {
            segments = List.copyOf(segments);
        }

        @Override
        public List<Operand> args() {
            var all = new ArrayList<Operand>(segments.size() * 2);
            for (Segment s : segments) {
                all.add(s.value());
                s.size().ifPresent(all::add);
            }
            return all;
        }
    }

    // ---- processes and exceptions ---------------------------------------------------------------

    /// Before the first `recv_peek` of a receive that accepts only messages with this term in them:
    /// those that are older than the term need not be looked at.
    record RecvSince(Operand term, Loc loc) implements Instr {
        @Override
        public List<Operand> args() {
            return List.of(term);
        }
    }

    /// Removes the message at the save pointer, which goes back to the start; stops a running
    /// timeout.
    record RecvAccept(Loc loc) implements Instr {
        @Override
        public List<Operand> args() {
            return List.of();
        }
    }

    /// The save pointer goes on by one message.
    record RecvSkip(Loc loc) implements Instr {
        @Override
        public List<Operand> args() {
            return List.of();
        }
    }

    /// The stack trace as the list that programs see; `raw` is the third parameter of a catch
    /// block.
    record StackTrace(Var dst, Operand raw, Loc loc) implements Defines, Allocates {
        @Override
        public List<Operand> args() {
            return List.of(raw);
        }
    }

    private static List<Operand> prepend(Operand first, List<Operand> rest) {
        var all = new ArrayList<Operand>(rest.size() + 1);
        all.add(first);
        all.addAll(rest);
        return all;
    }
}
