package dev.lumen.ir.term;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.List;

/// Comparison, identity and hashing of terms, without Java recursion.
///
/// The order of types: number < atom < reference < fun < port < pid < tuple < record < map < nil <
/// list < bit string. Tuples and maps compare by size first; maps then by all keys, then by values.
public final class TermOrder {
    private static final double EXACT_INTEGERS = 0x1p53;

    private TermOrder() {}

    /// How numbers compare, from coarse to fine; the fields of records and the keys of maps compare
    /// at least exactly.
    private enum Numbers {
        /// By value, whatever their type.
        BY_VALUE,
        /// Any integer is less than any float.
        EXACT,
        /// Besides, `-0.0` is less than `0.0`.
        SIGNED
    }

    /// Erlang's `<`, `==`, `>`: numbers compare by value whatever their type, so zero means `==`.
    public static int compare(Term a, Term b) {
        return compare(a, b, Numbers.BY_VALUE);
    }

    /// The order in which any integer is less than any float: zero means `=:=`. Map keys lie in
    /// this order.
    public static int compareExact(Term a, Term b) {
        return compare(a, b, Numbers.EXACT);
    }

    /// Erlang's `==`.
    public static boolean equal(Term a, Term b) {
        return compare(a, b) == 0;
    }

    /// Erlang's `=:=`. `0.0` and `-0.0` are the same until OTP 27, and here.
    public static boolean identical(Term a, Term b) {
        return a == b || compareExact(a, b) == 0;
    }

    /// The order of [Term#compareTo]: zero means that nothing tells the terms apart.
    static int compareSigned(Term a, Term b) {
        return compare(a, b, Numbers.SIGNED);
    }

    /// What `equals` of terms with parts is.
    static boolean same(Term a, Term b) {
        return a == b || compareSigned(a, b) == 0;
    }

    /// Two runs of terms still to be compared element by element.
    private static final class Pending {
        final List<Term> left;
        final List<Term> right;
        final Numbers numbers;
        int next;

        Pending(List<Term> left, List<Term> right, Numbers numbers) {
            this.left = left;
            this.right = right;
            this.numbers = numbers;
        }
    }

    private static int compare(Term first, Term second, Numbers outer) {
        var stack = new ArrayDeque<Pending>();
        Term a = first;
        Term b = second;
        Numbers numbers = outer;
        while (true) {
            int c = a == b ? 0 : compareHeads(a, b, numbers, stack);
            if (c != 0) {
                return c;
            }
            while (true) {
                Pending top = stack.peek();
                if (top == null) {
                    return 0;
                }
                if (top.next < Math.min(top.left.size(), top.right.size())) {
                    a = top.left.get(top.next);
                    b = top.right.get(top.next++);
                    numbers = top.numbers;
                    break;
                }
                stack.pop();
            }
        }
    }

    /// Compares what can be seen without looking inside; pushes the parts when the rest depends on
    /// them.
    private static int compareHeads(Term a, Term b, Numbers numbers, ArrayDeque<Pending> stack) {
        int c = Integer.compare(rank(a), rank(b));
        if (c != 0) {
            return c;
        }
        return switch (a) {
            case Int x -> compareNumbers(x, b, numbers);
            case FloatTerm x -> compareNumbers(x, b, numbers);
            case Atom x -> compareText(x.name(), ((Atom) b).name());
            case Bits x -> x.compareBits((Bits) b);
            case Nil _ -> 0;
            case Ref x -> compareRefs(x, (Ref) b);
            case Port x -> comparePorts(x, (Port) b);
            case Pid x -> comparePids(x, (Pid) b);
            case Fun x -> compareFuns(x, (Fun) b);
            case Tuple x -> {
                var y = (Tuple) b;
                stack.push(new Pending(x.elements(), y.elements(), numbers));
                yield Integer.compare(x.size(), y.size());
            }
            case RecordTerm x -> {
                var y = (RecordTerm) b;
                stack.push(
                        // unlike those of tuples and maps
                        new Pending(x.values(), y.values(), atLeastExact(numbers)));
                yield compareDefinitions(x, y);
            }
            case MapTerm x -> {
                var y = (MapTerm) b;
                stack.push(new Pending(x.values(), y.values(), numbers));
                stack.push(new Pending(x.keys(), y.keys(), atLeastExact(numbers)));
                yield Integer.compare(x.size(), y.size());
            }
            case ListTerm x -> {
                // The shorter list's tail meets what is left of the longer one: it sits below its
                // elements.
                var y = (ListTerm) b;
                int common = Math.min(x.elements().size(), y.elements().size());
                stack.push(
                        new Pending(List.of(rest(x, common)), List.of(rest(y, common)), numbers));
                stack.push(new Pending(x.elements(), y.elements(), numbers));
                yield 0;
            }
        };
    }

    /// By module, name, exported or not, and then the fields in the order of the declaration.
    private static int compareDefinitions(RecordTerm a, RecordTerm b) {
        int c = compareText(a.module().name(), b.module().name());
        c = c != 0 ? c : compareText(a.name().name(), b.name().name());
        c = c != 0 ? c : Boolean.compare(a.isExported(), b.isExported());
        c = c != 0 ? c : Integer.compare(a.fields().size(), b.fields().size());
        for (int i = 0; c == 0 && i < a.fields().size(); i++) {
            c = compareText(((Atom) a.fields().get(i)).name(), ((Atom) b.fields().get(i)).name());
        }
        return c;
    }

    private static Term rest(ListTerm list, int from) {
        int size = list.elements().size();
        return from == size
                ? list.tail()
                : new ListTerm(list.elements().subList(from, size), list.tail());
    }

    private static int rank(Term t) {
        return switch (t) {
            case Int _, FloatTerm _ -> 0;
            case Atom _ -> 1;
            case Ref _ -> 2;
            case Fun _ -> 3;
            case Port _ -> 4;
            case Pid _ -> 5;
            case Tuple _ -> 6;
            case RecordTerm _ -> 7;
            case MapTerm _ -> 8;
            case Nil _ -> 9;
            case ListTerm _ -> 10;
            case Bits _ -> 11;
        };
    }

    private static Numbers atLeastExact(Numbers numbers) {
        return numbers == Numbers.BY_VALUE ? Numbers.EXACT : numbers;
    }

    private static int compareNumbers(Term a, Term b, Numbers numbers) {
        if (a instanceof Int x && b instanceof Int y) {
            return x.compareValue(y);
        }
        if (a instanceof FloatTerm(double x) && b instanceof FloatTerm(double y)) {
            return numbers == Numbers.SIGNED ? Double.compare(x, y) : x < y ? -1 : x > y ? 1 : 0;
        }
        boolean intFirst = a instanceof Int;
        if (numbers != Numbers.BY_VALUE) {
            return intFirst ? -1 : 1;
        }
        return intFirst
                ? compareMixed((Int) a, ((FloatTerm) b).value())
                : -compareMixed((Int) b, ((FloatTerm) a).value());
    }

    private static int compareMixed(Int i, double f) {
        if (i.isLong()
                && Math.abs(f) < EXACT_INTEGERS
                && Math.abs((double) i.longValue()) < EXACT_INTEGERS) {
            double x = i.longValue();
            return x < f ? -1 : x > f ? 1 : 0;
        }
        return new BigDecimal(i.bigValue()).compareTo(new BigDecimal(f));
    }

    /// By code points: `String.compareTo` would put surrogate pairs before U+E000.
    private static int compareText(String a, String b) {
        int n = Math.min(a.length(), b.length());
        for (int i = 0; i < n; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean pairs = Character.isSurrogate(x) != Character.isSurrogate(y);
                return pairs ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private static int compareRefs(Ref a, Ref b) {
        int c = compareText(a.node().name(), b.node().name());
        c = c != 0 ? c : Long.compare(a.creation(), b.creation());
        c = c != 0 ? c : Integer.compare(a.words().size(), b.words().size());
        for (int i = a.words().size() - 1; c == 0 && i >= 0; i--) {
            c = Long.compareUnsigned(a.words().get(i), b.words().get(i));
        }
        return c;
    }

    private static int comparePorts(Port a, Port b) {
        int c = Long.compareUnsigned(a.id(), b.id());
        c = c != 0 ? c : compareText(a.node().name(), b.node().name());
        return c != 0 ? c : Long.compare(a.creation(), b.creation());
    }

    private static int comparePids(Pid a, Pid b) {
        int c = Long.compare(a.serial(), b.serial());
        c = c != 0 ? c : Long.compare(a.id(), b.id());
        c = c != 0 ? c : compareText(a.node().name(), b.node().name());
        return c != 0 ? c : Long.compare(a.creation(), b.creation());
    }

    private static int compareFuns(Fun a, Fun b) {
        return switch (a) {
            case Fun.Closure x when b instanceof Fun.Closure y -> {
                int c = compareText(x.module().name(), y.module().name());
                c = c != 0 ? c : Integer.compare(x.index(), y.index());
                c = c != 0 ? c : Integer.compare(x.arity(), y.arity());
                yield c != 0 ? c : Long.compare(x.handle(), y.handle());
            }
            case Fun.External x when b instanceof Fun.External y -> {
                int c = compareText(x.module().name(), y.module().name());
                c = c != 0 ? c : compareText(x.name().name(), y.name().name());
                yield c != 0 ? c : Integer.compare(x.arity(), y.arity());
            }
            case Fun.Closure _ -> -1;
            case Fun.External _ -> 1;
        };
    }

    /// A hash that agrees with [#same]: of the parts in printing order, and of where compounds
    /// begin.
    static int hash(Term term) {
        var stack = new ArrayDeque<List<Term>>();
        var positions = new ArrayDeque<Integer>();
        stack.push(List.of(term));
        positions.push(0);
        int h = 1;
        while (!stack.isEmpty()) {
            List<Term> run = stack.peek();
            int at = positions.pop();
            if (at == run.size()) {
                stack.pop();
                continue;
            }
            positions.push(at + 1);
            Term t = run.get(at);
            h = h * 31 + rank(t);
            switch (t) {
                case Tuple(var elements) -> {
                    h = h * 31 + elements.size();
                    stack.push(elements);
                    positions.push(0);
                }
                case RecordTerm(var definition, var values) -> {
                    stack.push(values);
                    positions.push(0);
                    stack.push(definition.elements());
                    positions.push(0);
                }
                case ListTerm(var elements, var tail) -> {
                    stack.push(List.of(tail));
                    positions.push(0);
                    stack.push(elements);
                    positions.push(0);
                }
                case MapTerm m -> {
                    h = h * 31 + m.size();
                    stack.push(m.values());
                    positions.push(0);
                    stack.push(m.keys());
                    positions.push(0);
                }
                case Int _, FloatTerm _, Atom _, Ref _, Fun _, Port _, Pid _, Nil _, Bits _ ->
                        h = h * 31 + t.hashCode();
            }
        }
        return h;
    }
}
