package dev.lumen.ir.ssa;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The functions that come from one Erlang module, lifted closures included. `exports` are those
/// that other modules may name; each has a function here. `attributes` is what
/// `module_info(attributes)` answers.
public record Module(
        Atom name, List<FunctionId> exports, Term attributes, List<Function> functions) {
    public Module {
        exports = List.copyOf(exports);
        functions = List.copyOf(functions);
    }

    public Optional<Function> function(FunctionId id) {
        return functions.stream().filter(f -> f.id().equals(id)).findFirst();
    }

    public Module withFunctions(List<Function> newFunctions) {
        return new Module(name, exports, attributes, newFunctions);
    }

    public Module mapFunctions(UnaryOperator<Function> change) {
        var all = new ArrayList<Function>(functions.size());
        for (Function f : functions) {
            all.add(change.apply(f));
        }
        return withFunctions(all);
    }

    /// The text form, see [Printer].
    @Override
    public String toString() {
        return Printer.print(this);
    }
}
