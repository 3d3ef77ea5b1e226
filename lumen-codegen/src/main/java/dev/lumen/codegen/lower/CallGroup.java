package dev.lumen.codegen.lower;

import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.Terminator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Functions of one module that become one LLVM function: those that can call each other, directly
/// or through others (a strongly connected component of the graph of direct calls). A call inside
/// the group is a branch.
///
/// `functions` are in the order of the module, and so are groups (by their first function): the
/// same module gives the same code.
record CallGroup(List<Function> functions) {
    /// Groups with more instructions are taken apart, one group per function: LLVM's time grows
    /// faster than the size of a function, and what is so large spends its time elsewhere than in
    /// calls.
    static final int MAX_INSTRUCTIONS = 4000;

    static List<CallGroup> of(Module module) {
        var groups = new ArrayList<CallGroup>();
        for (List<Function> component : new Components(module).find()) {
            if (component.size() > 1 && size(component) > MAX_INSTRUCTIONS) {
                component.forEach(f -> groups.add(new CallGroup(List.of(f))));
            } else {
                groups.add(new CallGroup(List.copyOf(component)));
            }
        }
        return groups;
    }

    private static int size(List<Function> functions) {
        int size = 0;
        for (Function f : functions) {
            for (Block b : f.blocks()) {
                size += b.body().size() + 1;
            }
        }
        return size;
    }

    /// Tarjan's algorithm, with its own stack: a call chain in a program can be longer than a
    /// thread's stack.
    private static final class Components {
        private final Map<FunctionId, Function> functions = new LinkedHashMap<>();
        private final Map<FunctionId, Integer> order = new HashMap<>();
        private final Map<FunctionId, Integer> index = new HashMap<>();
        private final Map<FunctionId, Integer> low = new HashMap<>();
        private final ArrayDeque<FunctionId> open = new ArrayDeque<>();
        private final Set<FunctionId> isOpen = new LinkedHashSet<>();
        private final List<List<Function>> found = new ArrayList<>();

        Components(Module module) {
            for (Function f : module.functions()) {
                order.put(f.id(), order.size());
                functions.put(f.id(), f);
            }
        }

        private record Visit(FunctionId id, List<FunctionId> callees, int[] next) {}

        List<List<Function>> find() {
            for (FunctionId id : functions.keySet()) {
                if (!index.containsKey(id)) {
                    visit(id);
                }
            }
            found.sort(Comparator.comparing(component -> order.get(component.getFirst().id())));
            return found;
        }

        private void visit(FunctionId root) {
            var path = new ArrayDeque<Visit>();
            path.push(enter(root));
            while (!path.isEmpty()) {
                Visit top = path.peek();
                if (top.next[0] < top.callees.size()) {
                    FunctionId callee = top.callees.get(top.next[0]++);
                    if (!index.containsKey(callee)) {
                        path.push(enter(callee));
                    } else if (isOpen.contains(callee)) {
                        low.merge(top.id, index.get(callee), Math::min);
                    }
                } else {
                    path.pop();
                    if (!path.isEmpty()) {
                        low.merge(path.peek().id, low.get(top.id), Math::min);
                    }
                    if (low.get(top.id).equals(index.get(top.id))) {
                        close(top.id);
                    }
                }
            }
        }

        private Visit enter(FunctionId id) {
            index.put(id, index.size());
            low.put(id, index.get(id));
            open.push(id);
            isOpen.add(id);
            return new Visit(id, callees(functions.get(id)), new int[1]);
        }

        private void close(FunctionId root) {
            var component = new ArrayList<Function>();
            FunctionId id;
            do {
                id = open.pop();
                isOpen.remove(id);
                component.add(functions.get(id));
            } while (!id.equals(root));
            component.sort(Comparator.comparing(f -> order.get(f.id())));
            found.add(component);
        }

        private List<FunctionId> callees(Function f) {
            var all = new LinkedHashSet<FunctionId>();
            for (Block b : f.blocks()) {
                for (Instr i : b.body()) {
                    if (i instanceof Instr.Call c && functions.containsKey(c.target())) {
                        all.add(c.target());
                    }
                }
                if (b.end() instanceof Terminator.TailCall c && functions.containsKey(c.target())) {
                    all.add(c.target());
                }
            }
            return List.copyOf(all);
        }
    }
}
