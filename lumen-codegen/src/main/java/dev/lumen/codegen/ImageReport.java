package dev.lumen.codegen;

import dev.lumen.codegen.lower.CodeShares;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.term.Atom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an image holds, why, and how large it is. Sizes are in bytes, as LLVM emitted the code,
/// before linking. Where functions became one LLVM function (see `CallGroup`), they share its bytes
/// in proportion to their instructions of SSA.
///
/// Immutable.
///
/// @param name of the file
/// @param fileBytes of the whole file
/// @param modules in the order of the image
public record ImageReport(String name, long fileBytes, List<ModulePart> modules) {
    /// @param isLibrary whether it came from OTP, or with the runtime, and not from the program
    /// @param functions in the order of the module
    /// @param otherBytes what belongs to no function alone: constants, tables of functions, return
    ///   points and atoms, code that calls built-ins through their records
    public record ModulePart(
            Atom name, boolean isLibrary, List<FunctionPart> functions, long otherBytes) {
        public ModulePart {
            functions = List.copyOf(functions);
        }

        public long bytes() {
            return otherBytes + functions.stream().mapToLong(FunctionPart::codeBytes).sum();
        }
    }

    /// @param why what keeps it
    public record FunctionPart(FunctionId id, long codeBytes, Reason why) {}

    public ImageReport {
        modules = List.copyOf(modules);
    }

    /// `objects`: what was made of the plan's modules, in their order; there may be more behind.
    static ImageReport of(
            String name, long fileBytes, Image image, ImagePlan plan, List<byte[]> objects) {
        var modules = new ArrayList<ModulePart>();
        for (int k = 0; k < plan.modules().size(); k++) {
            modules.add(
                    part(
                            plan.modules().get(k),
                            image,
                            plan.reachability(),
                            ObjectSizes.of(objects.get(k))));
        }
        return new ImageReport(name, fileBytes, modules);
    }

    private static ModulePart part(
            Module module, Image image, Reachability.Result reachability, ObjectSizes sizes) {
        Map<FunctionId, Long> shares = CodeShares.of(module, sizes.code());
        List<FunctionPart> functions =
                module.functions().stream()
                        .map(f ->
                                new FunctionPart(
                                        f.id(),
                                        shares.get(f.id()),
                                        reachability.reached().get(f.id())))
                        .toList();
        long inFunctions = shares.values().stream().mapToLong(Long::longValue).sum();
        return new ModulePart(
                module.name(),
                image.libraries().contains(module.name()),
                functions,
                sizes.loaded() - inFunctions);
    }

    /// What the file has besides the modules: the runtime, the C library, relocations, and the
    /// format of the file.
    public long runtimeBytes() {
        return fileBytes - modules.stream().mapToLong(ModulePart::bytes).sum();
    }

    public Optional<FunctionPart> function(FunctionId id) {
        return modules.stream()
                .filter(m -> m.name().equals(id.module()))
                .flatMap(m -> m.functions().stream())
                .filter(f -> f.id().equals(id))
                .findFirst();
    }

    /// From where the program begins (or what the caller keeps) to the function, each leading to
    /// the next. Empty when the image does not have it.
    public List<FunctionId> chain(FunctionId id) {
        var chain = new ArrayList<FunctionId>();
        Optional<FunctionPart> at = function(id);
        while (at.isPresent()) {
            chain.addFirst(at.get().id());
            at = at.get().why().by().flatMap(this::function);
        }
        return chain;
    }

    /// As a table: a line for each function, and for each module's rest (`-` for the function);
    /// columns are separated by tabs.
    public String toTsv() {
        return ReportTable.of(this);
    }

    /// As a page that needs nothing besides itself: a map in which each function's area is its
    /// size.
    public String toHtml() {
        return ReportPage.of(this);
    }
}
