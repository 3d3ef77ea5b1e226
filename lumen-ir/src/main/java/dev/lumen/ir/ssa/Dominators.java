package dev.lumen.ir.ssa;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which block lies on every way to which: the dominator tree of one function (Cooper, Harvey,
/// Kennedy, "A Simple, Fast Dominance Algorithm"). Blocks that nothing reaches are not in it.
/// Labels that no block has are ignored.
public final class Dominators {
    /// Reachable blocks in reverse postorder: a block comes after its immediate dominator.
    private final List<Block> order;

    private final Map<Label, Integer> numbers;

    /// By number; the entry is its own.
    private final int[] idom;

    /// Of the dominator tree, for an ancestor test in constant time.
    private final int[] enter;

    private final int[] leave;
    private final List<List<Label>> predecessors;

    private Dominators(Function f) {
        Map<Label, Block> blocks = f.byLabel();
        this.order = reversePostorder(f, blocks);
        this.numbers = new HashMap<>();
        for (Block b : order) {
            numbers.put(b.label(), numbers.size());
        }
        var preds = new ArrayList<List<Integer>>();
        this.predecessors = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            preds.add(new ArrayList<>());
            predecessors.add(new ArrayList<>());
        }
        for (int i = 0; i < order.size(); i++) {
            for (Label s : order.get(i).successors()) {
                Integer to = numbers.get(s);
                if (to != null) {
                    preds.get(to).add(i);
                    predecessors.get(to).add(order.get(i).label());
                }
            }
        }
        this.idom = immediate(preds);
        this.enter = new int[order.size()];
        this.leave = new int[order.size()];
        number();
    }

    public static Dominators of(Function f) {
        return new Dominators(f);
    }

    private static List<Block> reversePostorder(Function f, Map<Label, Block> blocks) {
        record Visit(Block block, Iterator<Label> next) {}
        var done = new ArrayList<Block>();
        var seen = new HashMap<Label, Boolean>();
        var stack = new ArrayDeque<Visit>();
        seen.put(f.entry().label(), true);
        stack.push(new Visit(f.entry(), backwards(f.entry())));
        while (!stack.isEmpty()) {
            Visit top = stack.peek();
            if (!top.next.hasNext()) {
                done.add(stack.pop().block);
                continue;
            }
            Block next = blocks.get(top.next.next());
            if (next != null && seen.putIfAbsent(next.label(), true) == null) {
                stack.push(new Visit(next, backwards(next)));
            }
        }
        Collections.reverse(done);
        return done;
    }

    /// Last successor first, so that the reversed result has the first one first: the order one
    /// would write.
    private static Iterator<Label> backwards(Block b) {
        return b.successors().reversed().iterator();
    }

    private int[] immediate(List<List<Integer>> preds) {
        int[] found = new int[order.size()];
        Arrays.fill(found, -1);
        found[0] = 0;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 1; i < found.length; i++) {
                int best = -1;
                for (int p : preds.get(i)) {
                    if (found[p] >= 0) {
                        best = best < 0 ? p : common(found, best, p);
                    }
                }
                if (best != found[i]) {
                    found[i] = best;
                    changed = true;
                }
            }
        }
        return found;
    }

    private static int common(int[] idom, int first, int second) {
        int a = first;
        int b = second;
        while (a != b) {
            while (a > b) {
                a = idom[a];
            }
            while (b > a) {
                b = idom[b];
            }
        }
        return a;
    }

    private void number() {
        var children = new ArrayList<List<Integer>>();
        for (int i = 0; i < order.size(); i++) {
            children.add(new ArrayList<>());
        }
        for (int i = 1; i < order.size(); i++) {
            children.get(idom[i]).add(i);
        }
        int clock = 0;
        var stack = new ArrayDeque<Integer>();
        int[] nextChild = new int[order.size()];
        stack.push(0);
        enter[0] = clock++;
        while (!stack.isEmpty()) {
            int top = stack.peek();
            if (nextChild[top] < children.get(top).size()) {
                int child = children.get(top).get(nextChild[top]++);
                enter[child] = clock++;
                stack.push(child);
            } else {
                leave[top] = clock++;
                stack.pop();
            }
        }
    }

    /// The blocks that can be reached, dominators before what they dominate.
    public List<Block> order() {
        return Collections.unmodifiableList(order);
    }

    public boolean isReachable(Label l) {
        return numbers.containsKey(l);
    }

    /// True when every way to `b` goes through `a`; a block dominates itself. Both must be
    /// reachable.
    public boolean dominates(Label a, Label b) {
        int x = numbers.get(a);
        int y = numbers.get(b);
        return enter[x] <= enter[y] && leave[y] <= leave[x];
    }

    /// The nearest other block on every way to `l`; empty for the entry. `l` must be reachable.
    public Optional<Label> immediate(Label l) {
        int i = numbers.get(l);
        return i == 0 ? Optional.empty() : Optional.of(order.get(idom[i]).label());
    }

    /// The reachable blocks that go to `l`, each once. `l` must be reachable.
    public List<Label> predecessors(Label l) {
        return Collections.unmodifiableList(predecessors.get(numbers.get(l)));
    }
}
