package dev.lumen.ir.ssa.interp;

import static dev.lumen.ir.ssa.interp.Builtins.add;
import static dev.lumen.ir.ssa.interp.Builtins.erlang;

import dev.lumen.ir.ssa.BitStrings;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.Fun;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lists, tuples, funs and binaries as data.
final class DataBuiltins {
    private DataBuiltins() {}

    static void register() {
        lists();
        tuples();
        binaries();
        erlang(
                "is_function",
                2,
                (_, a) -> {
                    if (!(a[1] instanceof Int n) || n.signum() < 0) {
                        throw Failure.badarg();
                    }
                    return Term.of(
                            a[0] instanceof Closure c && n.equals(Term.of(c.arity()))
                                    || a[0] instanceof Fun f && n.equals(Term.of(f.arity())));
                });
        erlang("make_fun", 3, (_, a) -> new Fun.External(atom(a[0]), atom(a[1]), index(a[2])));
    }

    static Atom atom(Object a) {
        if (a instanceof Atom name) {
            return name;
        }
        throw Failure.badarg();
    }

    /// A non-negative integer of moderate size.
    static int index(Object a) {
        if (a instanceof Int n
                && n.signum() >= 0
                && n.isLong()
                && n.longValue() <= Integer.MAX_VALUE) {
            return n.intValue();
        }
        throw Failure.badarg();
    }

    private static void lists() {
        erlang("hd", 1, (_, a) -> cell(a[0]).head());
        erlang("tl", 1, (_, a) -> cell(a[0]).tail());
        erlang("length", 1, (_, a) -> Int.of(Values.elements(a[0]).size()));
        erlang("++", 2, (_, a) -> Values.list(Values.elements(a[0]), a[1]));
        erlang(
                "--",
                2,
                (m, a) -> {
                    var left = Values.elements(a[0]);
                    for (Object gone : Values.elements(a[1])) {
                        for (int i = 0; i < left.size(); i++) {
                            if (m.values.identical(left.get(i), gone)) {
                                left.remove(i);
                                break;
                            }
                        }
                    }
                    return Values.list(left);
                });
        add("lists", "reverse", 2, (_, a) -> Values.list(Values.elements(a[0]).reversed(), a[1]));
        add("lists", "reverse", 1, (_, a) -> Values.list(Values.elements(a[0]).reversed()));
        add(
                "lists",
                "member",
                2,
                (m, a) -> {
                    for (Object e : Values.elements(a[1])) {
                        if (m.values.identical(a[0], e)) {
                            return Atom.TRUE;
                        }
                    }
                    return Atom.FALSE;
                });
        add(
                "lists",
                "keyfind",
                3,
                (m, a) -> {
                    Object found = keyFind(m, a);
                    return found == null ? Atom.FALSE : found;
                });
        add("lists", "keymember", 3, (m, a) -> Term.of(keyFind(m, a) != null));
        add(
                "lists",
                "keysearch",
                3,
                (m, a) -> {
                    Object found = keyFind(m, a);
                    return found == null ? Atom.FALSE : Values.row(Atom.of("value"), found);
                });
    }

    private static Cell cell(Object a) {
        if (a instanceof Cell c) {
            return c;
        }
        throw Failure.badarg();
    }

    private static Object keyFind(Machine m, Object[] a) {
        int at = index(a[1]);
        if (at == 0) {
            throw Failure.badarg();
        }
        for (Object e : Values.elements(a[2])) {
            if (e instanceof Row r
                    && r.size() >= at
                    && m.values.compare(r.elements()[at - 1], a[0]) == 0) {
                return e;
            }
        }
        return null;
    }

    private static Row tuple(Object a) {
        if (a instanceof Row r) {
            return r;
        }
        throw Failure.badarg();
    }

    /// An index from 1 to `limit`, made to start at 0.
    private static int position(Object a, int limit) {
        int at = index(a);
        if (at < 1 || at > limit) {
            throw Failure.badarg();
        }
        return at - 1;
    }

    private static void tuples() {
        erlang("element", 2, (_, a) -> tuple(a[1]).elements()[position(a[0], tuple(a[1]).size())]);
        erlang(
                "setelement",
                3,
                (_, a) -> {
                    Object[] copy = tuple(a[1]).elements().clone();
                    copy[position(a[0], copy.length)] = a[2];
                    return new Row(copy);
                });
        erlang("tuple_size", 1, (_, a) -> Int.of(tuple(a[0]).size()));
        erlang(
                "size",
                1,
                (_, a) ->
                        a[0] instanceof Bits b
                                ? Int.of(b.bitLength() / 8)
                                : Int.of(tuple(a[0]).size()));
        erlang(
                "make_tuple",
                2,
                (_, a) -> {
                    Object[] all = new Object[index(a[0])];
                    Arrays.fill(all, a[1]);
                    return new Row(all);
                });
        erlang(
                "make_tuple",
                3,
                (_, a) -> {
                    Object[] all = new Object[index(a[0])];
                    Arrays.fill(all, a[1]);
                    for (Object e : Values.elements(a[2])) {
                        Row pair = tuple(e);
                        if (pair.size() != 2) {
                            throw Failure.badarg();
                        }
                        all[position(pair.elements()[0], all.length)] = pair.elements()[1];
                    }
                    return new Row(all);
                });
        erlang(
                "append_element",
                2,
                (_, a) -> {
                    Object[] all = Arrays.copyOf(tuple(a[0]).elements(), tuple(a[0]).size() + 1);
                    all[all.length - 1] = a[1];
                    return new Row(all);
                });
        erlang(
                "insert_element",
                3,
                (_, a) -> {
                    var all = new ArrayList<>(Arrays.asList(tuple(a[1]).elements()));
                    all.add(position(a[0], all.size() + 1), a[2]);
                    return new Row(all.toArray());
                });
        erlang(
                "delete_element",
                2,
                (_, a) -> {
                    var all = new ArrayList<>(Arrays.asList(tuple(a[1]).elements()));
                    all.remove(position(a[0], all.size()));
                    return new Row(all.toArray());
                });
        erlang("tuple_to_list", 1, (_, a) -> Values.list(List.of(tuple(a[0]).elements())));
        erlang("list_to_tuple", 1, (_, a) -> new Row(Values.elements(a[0]).toArray()));
        erlang(
                "is_record",
                2,
                (_, a) -> {
                    atom(a[1]);
                    return Term.of(
                            a[0] instanceof Row r && r.size() > 0 && r.elements()[0].equals(a[1])
                                    || a[0] instanceof Rec n && n.name().equals(a[1]));
                });
        erlang(
                "is_record",
                3,
                (_, a) -> {
                    atom(a[1]);
                    if (a[2] instanceof Atom) {
                        return Term.of(
                                a[0] instanceof Rec n
                                        && n.module().equals(a[1])
                                        && n.name().equals(a[2]));
                    }
                    return Term.of(
                            a[0] instanceof Row r
                                    && r.size() == index(a[2])
                                    && r.size() > 0
                                    && r.elements()[0].equals(a[1]));
                });
    }

    static Bits bits(Object a) {
        if (a instanceof Bits b) {
            return b;
        }
        throw Failure.badarg();
    }

    static Bits binary(Object a) {
        if (a instanceof Bits b && b.isBinary()) {
            return b;
        }
        throw Failure.badarg();
    }

    private static void binaries() {
        erlang("bit_size", 1, (_, a) -> Int.of(bits(a[0]).bitLength()));
        erlang("byte_size", 1, (_, a) -> Int.of((bits(a[0]).bitLength() + 7) / 8));
        Builtin part = (_, a) -> part(binary(a[0]), a[1], a[2]);
        Builtin partOfPair =
                (_, a) -> {
                    Row pair = tuple(a[1]);
                    if (pair.size() != 2) {
                        throw Failure.badarg();
                    }
                    return part(binary(a[0]), pair.elements()[0], pair.elements()[1]);
                };
        erlang("binary_part", 3, part);
        add("binary", "part", 3, part);
        erlang("binary_part", 2, partOfPair);
        add("binary", "part", 2, partOfPair);
        erlang(
                "split_binary",
                2,
                (_, a) -> {
                    Bits b = bits(a[0]);
                    long at = index(a[1]) * 8L;
                    if (at > b.bitLength()) {
                        throw Failure.badarg();
                    }
                    return Values.row(
                            BitStrings.slice(b, 0, at),
                            BitStrings.slice(b, at, b.bitLength() - at));
                });
        add(
                "binary",
                "at",
                2,
                (_, a) -> {
                    Bits b = binary(a[0]);
                    if (index(a[1]) >= b.byteLength()) {
                        throw Failure.badarg();
                    }
                    return Int.of(b.byteAt(index(a[1])));
                });
        add("binary", "first", 1, (_, a) -> Int.of(nonEmpty(a[0]).byteAt(0)));
        add(
                "binary",
                "last",
                1,
                (_, a) -> Int.of(nonEmpty(a[0]).byteAt(nonEmpty(a[0]).byteLength() - 1)));
        add("binary", "copy", 1, (_, a) -> binary(a[0]));
        add(
                "binary",
                "copy",
                2,
                (_, a) -> {
                    var parts = new ArrayList<Bits>();
                    for (int i = 0; i < index(a[1]); i++) {
                        parts.add(binary(a[0]));
                    }
                    return BitStrings.concat(parts);
                });
        erlang("binary_to_list", 1, (_, a) -> bytes(binary(a[0]), 1, binary(a[0]).byteLength()));
        erlang(
                "binary_to_list",
                3,
                (_, a) -> {
                    Bits b = binary(a[0]);
                    int from = position(a[1], b.byteLength());
                    int to = position(a[2], b.byteLength());
                    if (from > to) {
                        throw Failure.badarg();
                    }
                    return bytes(b, from + 1, to + 1);
                });
        erlang(
                "bitstring_to_list",
                1,
                (_, a) -> {
                    Bits b = bits(a[0]);
                    long whole = b.bitLength() / 8;
                    Object rest =
                            b.isBinary()
                                    ? Nil.NIL
                                    : new Cell(
                                            BitStrings.slice(
                                                    b, whole * 8, b.bitLength() - whole * 8),
                                            Nil.NIL);
                    Object list = rest;
                    for (int i = (int) whole - 1; i >= 0; i--) {
                        list = new Cell(Int.of(b.byteAt(i)), list);
                    }
                    return list;
                });
        erlang("list_to_binary", 1, (_, a) -> wholeBytes(ioList(a[0])));
        erlang(
                "iolist_to_binary",
                1,
                (_, a) -> a[0] instanceof Bits ? binary(a[0]) : wholeBytes(ioList(a[0])));
        erlang("list_to_bitstring", 1, (_, a) -> ioList(a[0]));
        erlang(
                "iolist_size",
                1,
                (_, a) -> Int.of((a[0] instanceof Bits b ? b : ioList(a[0])).bitLength() / 8));
    }

    private static Bits nonEmpty(Object a) {
        if (binary(a).byteLength() == 0) {
            throw Failure.badarg();
        }
        return binary(a);
    }

    private static Object bytes(Bits b, int from, int to) {
        Object list = Nil.NIL;
        for (int i = to - 1; i >= from - 1; i--) {
            list = new Cell(Int.of(b.byteAt(i)), list);
        }
        return list;
    }

    /// `length` bytes from `at`; a negative length counts backwards.
    private static Object part(Bits b, Object at, Object length) {
        if (!(at instanceof Int start)
                || !(length instanceof Int count)
                || !start.isSmall()
                || !count.isSmall()) {
            throw Failure.badarg();
        }
        long from = Math.min(start.longValue(), start.longValue() + count.longValue());
        long size = Math.abs(count.longValue());
        if (from < 0 || from + size > b.byteLength()) {
            throw Failure.badarg();
        }
        return BitStrings.slice(b, from * 8, size * 8);
    }

    private static Bits wholeBytes(Bits b) {
        if (!b.isBinary()) {
            throw Failure.badarg();
        }
        return b;
    }

    private static Bits ioList(Object list) {
        if (!(list instanceof Cell || list instanceof Nil)) {
            throw Failure.badarg();
        }
        var parts = new ArrayList<Bits>();
        var work = new ArrayList<Object>();
        work.add(list);
        while (!work.isEmpty()) {
            Object next = work.removeLast();
            switch (next) {
                case Cell(var head, var tail) -> {
                    if (tail instanceof Int) {
                        throw Failure.badarg();
                    }
                    work.add(tail);
                    work.add(head);
                }
                case Nil _ -> {}
                case Bits b -> parts.add(b);
                case Int n when n.isLong() && n.longValue() >= 0 && n.longValue() < 256 ->
                        parts.add(Bits.of(new byte[] {(byte) n.longValue()}));
                default -> throw Failure.badarg();
            }
        }
        return BitStrings.concat(parts);
    }
}
