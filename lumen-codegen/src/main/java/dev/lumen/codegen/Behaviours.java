package dev.lumen.codegen;

import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.term.Atom;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Modules of OTP that call back a module which they were given when a process of theirs was
/// started, or (`gen_event`, `gen_statem`) later.
final class Behaviours {
    private static final Set<Atom> ALL =
            Stream.of(
                            "gen",
                            "gen_server",
                            "gen_statem",
                            "gen_event",
                            "gen_fsm",
                            "supervisor",
                            "supervisor_bridge",
                            "sys")
                    .map(Atom::of)
                    .collect(Collectors.toUnmodifiableSet());

    /// Which arguments, from 0, are modules to be called back. The first of `gen` are behaviours.
    private static final Map<String, List<Integer>> MODULES =
            Map.ofEntries(
                    Map.entry("gen:start/5", List.of(0, 2)),
                    Map.entry("gen:start/6", List.of(0, 3)),
                    Map.entry("supervisor:start_link/2", List.of(0)),
                    Map.entry("supervisor:start_link/3", List.of(1)),
                    Map.entry("supervisor_bridge:start_link/2", List.of(0)),
                    Map.entry("supervisor_bridge:start_link/3", List.of(1)),
                    Map.entry("gen_event:add_handler/3", List.of(1)),
                    Map.entry("gen_event:add_sup_handler/3", List.of(1)),
                    Map.entry("gen_event:swap_handler/3", List.of(2)),
                    Map.entry("gen_event:swap_sup_handler/3", List.of(2)),
                    Map.entry("sys:handle_system_msg/6", List.of(3)),
                    Map.entry("sys:handle_system_msg/7", List.of(3)),
                    Map.entry("sys:change_code/4", List.of(1)),
                    Map.entry("sys:change_code/5", List.of(1)));

    /// The same of `gen_server`, `gen_statem` and `gen_fsm`.
    private static final Map<String, List<Integer>> MODULES_OF_SERVERS =
            Map.of(
                    "start/3", List.of(0),
                    "start/4", List.of(1),
                    "start_link/3", List.of(0),
                    "start_link/4", List.of(1),
                    "start_monitor/3", List.of(0),
                    "start_monitor/4", List.of(1));

    /// First elements of the pairs in which a state machine names its next module.
    private static final Set<Atom> ACTIONS =
            Set.of(Atom.of("change_callback_module"), Atom.of("push_callback_module"));

    private Behaviours() {}

    static boolean contains(Atom module) {
        return ALL.contains(module);
    }

    /// Which arguments of the function are modules to be called back.
    static List<Integer> modules(FunctionId f) {
        String function = f.name().name() + "/" + f.arity();
        return switch (f.module().name()) {
            case "gen_server", "gen_statem", "gen_fsm" ->
                    f.name().name().equals("enter_loop")
                            ? List.of(0)
                            : MODULES_OF_SERVERS.getOrDefault(function, List.of());
            default -> MODULES.getOrDefault(f.module().name() + ":" + function, List.of());
        };
    }

    /// Whether a pair that begins with the atom names a module for a state machine.
    static boolean isAction(Atom first) {
        return ACTIONS.contains(first);
    }
}
