package dev.lumen.ir.bif;

import dev.lumen.ir.forms.BinaryOperator;
import dev.lumen.ir.forms.UnaryOperator;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What the *language* says about functions of module `erlang`, whether or not the runtime has
/// them: which ones need no module name, and which ones may stand in a guard.
public final class LanguageBifs {
    /// Functions that can be called without a module name: each name with its arities.
    private static final Set<String> AUTO_IMPORTED =
            parse(
                    """
                    abs/1 alias/0,1 apply/2,3 atom_to_binary/1,2 atom_to_list/1 binary_part/2,3 binary_to_atom/1,2
                    binary_to_existing_atom/1,2 binary_to_float/1 binary_to_integer/1,2 binary_to_list/1,3 binary_to_term/1,2
                    bit_size/1 bitstring_to_list/1 byte_size/1 ceil/1 check_old_code/1 check_process_code/2,3 date/0
                    delete_module/1 demonitor/1,2 disconnect_node/1 element/2 erase/0,1 error/1,2,3 exit/1,2 float/1
                    float_to_binary/1,2 float_to_list/1,2 floor/1 garbage_collect/0,1,2 get/0,1 get_keys/0,1 group_leader/0,2
                    halt/0,1,2 hd/1 integer_to_binary/1,2 integer_to_list/1,2 iolist_size/1 iolist_to_binary/1 is_alive/0
                    is_atom/1 is_binary/1 is_bitstring/1 is_boolean/1 is_float/1 is_function/1,2 is_integer/1,3 is_list/1 is_map/1
                    is_map_key/2 is_number/1 is_pid/1 is_port/1 is_process_alive/1 is_record/1,2,3 is_reference/1 is_tuple/1
                    length/1 link/1 list_to_atom/1 list_to_binary/1 list_to_bitstring/1 list_to_existing_atom/1 list_to_float/1
                    list_to_integer/1,2 list_to_pid/1 list_to_port/1 list_to_ref/1 list_to_tuple/1 load_module/2 make_ref/0
                    map_get/2 map_size/1 max/2 min/2 module_loaded/1 monitor/2,3 monitor_node/2 node/0,1 nodes/0,1,2 now/0
                    open_port/2 pid_to_list/1 port_close/1 port_command/2,3 port_connect/2 port_control/3 port_to_list/1
                    pre_loaded/0 process_flag/2,3 process_info/1,2 processes/0 purge_module/1 put/2 ref_to_list/1 register/2
                    registered/0 round/1 self/0 setelement/3 size/1 spawn/1,2,3,4 spawn_link/1,2,3,4 spawn_monitor/1,2,3,4
                    spawn_opt/2,3,4,5 spawn_request/1,2,3,4,5 spawn_request_abandon/1 split_binary/2 statistics/1
                    term_to_binary/1,2 term_to_iovec/1,2 throw/1 time/0 tl/1 trunc/1 tuple_size/1 tuple_to_list/1 unalias/1
                    unlink/1 unregister/1 whereis/1\
                    """);

    /// Functions that a guard may call, besides the operators.
    static final Set<String> GUARD =
            parse(
                    """
                    abs/1 binary_part/2,3 bit_size/1 byte_size/1 ceil/1 element/2 float/1 floor/1 hd/1 is_atom/1 is_binary/1
                    is_bitstring/1 is_boolean/1 is_float/1 is_function/1,2 is_integer/1,3 is_list/1 is_map/1 is_map_key/2 is_number/1
                    is_pid/1 is_port/1 is_record/1,2,3 is_reference/1 is_tuple/1 length/1 map_get/2 map_size/1 max/2 min/2 node/0,1
                    round/1 self/0 size/1 tl/1 trunc/1 tuple_size/1\
                    """);

    /// Guard functions whose value is always `true` or `false`, when they have one.
    private static final Set<String> TESTS =
            parse(
                    """
                    is_atom/1 is_binary/1 is_bitstring/1 is_boolean/1 is_float/1 is_function/1,2 is_integer/1,3 is_list/1 is_map/1
                    is_map_key/2 is_number/1 is_pid/1 is_port/1 is_record/1,2,3 is_reference/1 is_tuple/1\
                    """);

    /// Operators that are functions of module `erlang`, and whose value is always `true` or
    /// `false`.
    private static final Set<String> BOOLEAN_OPERATORS =
            parse(
                    """
                    ==/2 /=/2 =</2 </2 >=/2 >/2 =:=/2 =/=/2 and/2 or/2 xor/2 not/1\
                    """);

    /// The guard tests of the earliest Erlang, by name, and what they are called now.
    private static final Map<String, String> OLD_TESTS =
            Map.ofEntries(
                    Map.entry("atom/1", "is_atom"),
                    Map.entry("binary/1", "is_binary"),
                    Map.entry("float/1", "is_float"),
                    Map.entry("function/1", "is_function"),
                    Map.entry("integer/1", "is_integer"),
                    Map.entry("list/1", "is_list"),
                    Map.entry("number/1", "is_number"),
                    Map.entry("pid/1", "is_pid"),
                    Map.entry("port/1", "is_port"),
                    Map.entry("record/2", "is_record"),
                    Map.entry("reference/1", "is_reference"),
                    Map.entry("tuple/1", "is_tuple"));

    private LanguageBifs() {}

    public static boolean isAutoImported(String name, int arity) {
        return AUTO_IMPORTED.contains(name + "/" + arity);
    }

    /// May be called in a guard (operators not counted).
    public static boolean isGuard(String name, int arity) {
        return GUARD.contains(name + "/" + arity);
    }

    /// True when a guard may call `erlang:Name` with so many arguments: a guard function or an
    /// operator.
    public static boolean isGuardOfErlang(String name, int arity) {
        return isGuard(name, arity)
                || arity == 1 && UnaryOperator.of(name) != null
                || arity == 2
                        && switch (BinaryOperator.of(name)) {
                            case null -> false;
                            case SEND, APPEND, SUBTRACT, ANDALSO, ORELSE -> false;
                            default -> true;
                        };
    }

    /// A function or operator whose value is always a boolean.
    public static boolean isBoolean(String name, int arity) {
        String key = name + "/" + arity;
        return TESTS.contains(key) || BOOLEAN_OPERATORS.contains(key);
    }

    /// What `integer/1` and its like mean as a whole guard test, `is_integer`; null for other
    /// names. (`float/1` inside an expression is the conversion.)
    public static String oldTypeTest(String name, int arity) {
        return OLD_TESTS.get(name + "/" + arity);
    }

    private static Set<String> parse(String table) {
        var keys = new HashSet<String>();
        for (String entry : table.split("\\s+")) {
            int slash = entry.lastIndexOf('/');
            for (String arity : entry.substring(slash + 1).split(",")) {
                keys.add(entry.substring(0, slash) + "/" + arity);
            }
        }
        return Set.copyOf(keys);
    }
}
