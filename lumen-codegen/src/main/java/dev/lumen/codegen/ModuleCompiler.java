package dev.lumen.codegen;

import dev.lumen.codegen.llvm.LlvmModule;
import dev.lumen.codegen.llvm.TargetMachine;
import dev.lumen.codegen.lower.ImageLowering;
import dev.lumen.codegen.lower.ModuleLowering;
import dev.lumen.ir.ssa.Module;

import java.util.Optional;

/// From SSA to LLVM's text, to assembly, and to object files. The same input gives the same bytes,
/// on any thread, however many run at once.
///
/// All methods throw [dev.lumen.codegen.llvm.LlvmException] when LLVM refuses what we made, which
/// is a bug of ours. Input must be valid SSA, which [dev.lumen.ir.ssa.Verifier] checks.
public final class ModuleCompiler {
    /// What WebAssembly needs at least: without it every variable would stay in memory. Native code
    /// at O0 does without: there the quick register allocator has them in memory between blocks
    /// anyway, and copies those that are registers wherever ways meet.
    private static final String QUICK = "function(mem2reg)";

    /// The passes that matter for code like ours, without loops that LLVM knows and with inlining
    /// done before: a sixth of the time of `default<O2>`, and the code runs as fast.
    private static final String FULL =
            "function(sroa,early-cse<memssa>,simplifycfg,instcombine<no-verify-fixpoint>,jump-threading,gvn,dse,simplifycfg<sink-common-insts;hoist-common-insts>,instcombine<no-verify-fixpoint>)";

    private final Target target;
    private final OptLevel level;
    private final boolean forThisMachine;
    private final boolean debugInfo;
    private final Optional<ObjectCache> cache;
    private final Progress progress;

    private ModuleCompiler(
            Target target,
            OptLevel level,
            boolean forThisMachine,
            boolean debugInfo,
            Optional<ObjectCache> cache,
            Progress progress) {
        this.target = target;
        this.level = level;
        this.forThisMachine = forThisMachine;
        this.debugInfo = debugInfo;
        this.cache = cache;
        this.progress = progress;
    }

    public static ModuleCompiler of(Target target, OptLevel level) {
        return new ModuleCompiler(target, level, false, false, Optional.empty(), Progress.NONE);
    }

    /// For code that runs in this JVM: may use all that this processor can do.
    public static ModuleCompiler forThisMachine(OptLevel level) {
        return new ModuleCompiler(
                Target.host(), level, true, false, Optional.empty(), Progress.NONE);
    }

    /// The same, with DWARF: which instruction comes from which line of which function.
    public ModuleCompiler withDebugInfo() {
        return new ModuleCompiler(target, level, forThisMachine, true, cache, progress);
    }

    /// The same, which looks there first for the object of a module.
    public ModuleCompiler withCache(ObjectCache objects) {
        return new ModuleCompiler(
                target, level, forThisMachine, debugInfo, Optional.of(objects), progress);
    }

    /// The same, which tells of each object that it makes.
    public ModuleCompiler withProgress(Progress newProgress) {
        return new ModuleCompiler(target, level, forThisMachine, debugInfo, cache, newProgress);
    }

    public Target target() {
        return target;
    }

    /// The module as LLVM's assembly language, before LLVM's passes.
    public String llvm(Module module) {
        try (var machine = machine();
                var llvm = ModuleLowering.lower(module, machine, debugInfo)) {
            return llvm.text();
        }
    }

    /// The same after LLVM's passes.
    public String optimizedLlvm(Module module) {
        try (var machine = machine();
                var llvm = optimized(module, machine)) {
            return llvm.text();
        }
    }

    /// The assembly language of the target.
    public String assembly(Module module) {
        try (var machine = machine();
                var llvm = optimized(module, machine)) {
            return llvm.assembly(machine);
        }
    }

    /// An object file of the target.
    public byte[] object(Module module) {
        return progress.timed(module.name().name(), "object", () -> made(module));
    }

    private byte[] made(Module module) {
        try (var machine = machine()) {
            return cache.map(
                            c -> c.get(described(module, machine), () -> compiled(module, machine)))
                    .orElseGet(() -> compiled(module, machine));
        }
    }

    private byte[] compiled(Module module, TargetMachine machine) {
        try (var llvm = optimized(module, machine)) {
            return llvm.object(machine);
        }
    }

    /// All that an object depends on.
    private String described(Module module, TargetMachine machine) {
        return String.join(
                "\n",
                target.triple(),
                machine.processor(),
                level.name(),
                "debug information: " + debugInfo,
                module.toString());
    }

    /// An object file with functions that belong to no module: those of [ImageLowering#stubs].
    public byte[] looseObject(Module module) {
        try (var machine = machine();
                var llvm = ModuleLowering.lowerLoose(module, machine)) {
            runQuick(llvm, machine);
            return llvm.object(machine);
        }
    }

    /// The object file with `lumen_image`; `hasMain` as for [ImageLowering#lower].
    public byte[] imageObject(ImagePlan plan, boolean hasMain) {
        try (var machine = machine();
                var llvm = ImageLowering.lower(plan, hasMain, machine)) {
            return llvm.object(machine);
        }
    }

    private TargetMachine machine() {
        return forThisMachine ? TargetMachine.host(level) : new TargetMachine(target, level);
    }

    private LlvmModule optimized(Module module, TargetMachine machine) {
        LlvmModule llvm = ModuleLowering.lower(module, machine, debugInfo);
        if (level == OptLevel.O0) {
            runQuick(llvm, machine);
        } else {
            llvm.hurryLongFunctions();
            llvm.run(FULL, machine);
        }
        return llvm;
    }

    private void runQuick(LlvmModule llvm, TargetMachine machine) {
        if (level != OptLevel.O0 || target.isWasm()) {
            llvm.run(QUICK, machine);
        }
    }
}
