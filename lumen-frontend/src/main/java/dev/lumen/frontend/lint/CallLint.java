package dev.lumen.frontend.lint;

import dev.lumen.frontend.lint.LintProblem.Plain;
import dev.lumen.ir.forms.Anno;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.ModuleForms.FunctionName;
import dev.lumen.ir.term.Atom;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Checks calls: what a name means, and known functions whose arguments can be judged.
final class CallLint {
    /// Built-ins that were auto-imported before R14: a function of that name must say which one is
    /// meant.
    private static final Set<String> OLD_BIFS =
            parse(
                    """
                    abs/1 apply/2,3 atom_to_binary/2 atom_to_list/1 binary_to_atom/2 binary_to_existing_atom/2 binary_to_list/1,3
                    binary_to_term/1 bitsize/1 bit_size/1 bitstring_to_list/1 byte_size/1 check_process_code/2 date/0
                    delete_module/1 disconnect_node/1 element/2 erase/0,1 exit/1,2 float/1 float_to_list/1 garbage_collect/0,1
                    get/0,1 get_keys/1 group_leader/0,2 halt/0,1 hd/1 integer_to_list/1 iolist_size/1 iolist_to_binary/1
                    is_alive/0 is_process_alive/1 is_atom/1 is_boolean/1 is_binary/1 is_bitstring/1 is_float/1 is_function/1,2
                    is_integer/1 is_list/1 is_number/1 is_pid/1 is_port/1 is_reference/1 is_tuple/1 is_record/2,3 length/1 link/1
                    list_to_atom/1 list_to_binary/1 list_to_bitstring/1 list_to_existing_atom/1 list_to_float/1
                    list_to_integer/1 list_to_pid/1 list_to_tuple/1 load_module/2 make_ref/0 module_loaded/1 monitor_node/2
                    node/0,1 nodes/0,1 now/0 open_port/2 pid_to_list/1 port_close/1 port_command/2 port_connect/2
                    port_control/3 pre_loaded/0 process_flag/2,3 process_info/1,2 processes/0 purge_module/1 put/2 register/2
                    registered/0 round/1 self/0 setelement/3 size/1 spawn/1,2,3,4 spawn_link/1,2,3,4 spawn_monitor/1,3
                    spawn_opt/2,3,4,5 split_binary/2 statistics/1 term_to_binary/1,2 throw/1 time/0 tl/1 trunc/1 tuple_size/1
                    tuple_to_list/1 unlink/1 unregister/1 whereis/1\
                    """);

    private static final FunctionName RECORD_INFO = new FunctionName(Atom.of("record_info"), 2);

    private final LintContext cx;
    private final Lint lint;

    CallLint(LintContext cx, Lint lint) {
        this.cx = cx;
        this.lint = lint;
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

    static boolean isOldBif(FunctionName f) {
        return OLD_BIFS.contains(f.name().name() + "/" + f.arity());
    }

    VarTable call(Expr.Call call, VarTable vars) {
        List<Expr> arguments = call.arguments();
        return switch (call.function()) {
            case Expr.AtomLiteral(_, Atom(var name))
                    when name.equals("is_record") && isRecordTest(arguments) ->
                    recordTest(arguments, vars);
            case Expr.AtomLiteral(var a, var name) ->
                    localCall(call.anno(), a, name, arguments, vars);
            case Expr.Remote(
                            _,
                            Expr.AtomLiteral(_, Atom(var module)),
                            Expr.AtomLiteral(_, Atom(var name)))
                    when module.equals("erlang")
                            && name.equals("is_record")
                            && isRecordTest(arguments) ->
                    recordTest(arguments, vars);
            case Expr.Remote(_, Expr.AtomLiteral(_, var module), Expr.AtomLiteral(_, var name)) -> {
                knownFunction(call.anno(), module, name, arguments);
                lint.module().checkModuleName(module, call.anno());
                yield lint.exprs().exprs(arguments, vars);
            }
            case Expr.Remote(_, var module, var name) -> {
                if (module instanceof Expr.AtomLiteral(var a, var literal)) {
                    lint.module().checkModuleName(literal, a);
                }
                var all = new ArrayList<Expr>();
                all.add(module);
                all.add(name);
                all.addAll(arguments);
                yield lint.exprs().exprs(all, vars);
            }
            default -> {
                if (isNeverFun(call.function())) {
                    cx.report(call.anno(), Plain.INVALID_CALL);
                }
                var all = new ArrayList<Expr>();
                all.add(call.function());
                all.addAll(arguments);
                yield lint.exprs().exprs(all, vars);
            }
        };
    }

    private static boolean isRecordTest(List<Expr> arguments) {
        return arguments.size() == 2 && arguments.get(1) instanceof Expr.AtomLiteral;
    }

    private VarTable recordTest(List<Expr> arguments, VarTable vars) {
        VarTable used = lint.exprs().expr(arguments.getFirst(), vars);
        var name = (Expr.AtomLiteral) arguments.get(1);
        lint.records().exists(name.anno(), name.value());
        return used;
    }

    private static boolean isNeverFun(Expr function) {
        return switch (function) {
            case Expr.CharLiteral _,
                    Expr.IntegerLiteral _,
                    Expr.FloatLiteral _,
                    Expr.StringLiteral _,
                    Expr.ListExpr _,
                    Expr.NilExpr _,
                    Expr.ListComprehension _,
                    Expr.RecordIndex _ ->
                    true;
            case Expr.TupleExpr(_, var elements) -> elements.size() != 2;
            default -> false;
        };
    }

    private VarTable localCall(
            Anno place, Anno namePlace, Atom name, List<Expr> arguments, VarTable vars) {
        VarTable used = lint.exprs().exprs(arguments, vars);
        var function = new FunctionName(name, arguments.size());
        Atom imported = cx.imports.get(function);
        boolean bif = LintContext.isBif(function) && !cx.isAutoImportSuppressed(function);
        if (!cx.locals.contains(function) && imported == null && bif) {
            return used;
        }
        if (imported != null) {
            knownFunction(place, imported, name, arguments);
            cx.useImport(function);
        } else if (function.equals(RECORD_INFO)) {
            recordInfo(place, namePlace, arguments);
        } else {
            if (bif && cx.warns(LintOptions.Warning.BIF_CLASH)) {
                cx.report(place, new LintProblem.ClashWithBif(function, isOldBif(function)));
            }
            if (!function.equals(cx.function)) {
                cx.call(place, function);
            }
        }
        return used;
    }

    /// `record_info(fields | size, record)` is worked out by the compiler.
    private void recordInfo(Anno place, Anno namePlace, List<Expr> arguments) {
        if (arguments.get(0) instanceof Expr.AtomLiteral(var a, Atom(var what))
                && arguments.get(1) instanceof Expr.AtomLiteral(_, var record)) {
            if (what.equals("fields") || what.equals("size")) {
                LintContext.KnownRecord known = cx.records.get(record);
                if (known == null && lint.otpRelease() < 29) {
                    lint.records().exists(namePlace, record);
                } else if (known == null || known.isNative()) {
                    cx.report(a, Plain.NATIVE_RECORD_INFO);
                } else {
                    cx.useRecord(record);
                }
            } else {
                cx.report(a, Plain.ILLEGAL_RECORD_INFO);
            }
        } else {
            cx.report(place, Plain.ILLEGAL_RECORD_INFO);
        }
    }

    /// `fun name/arity`, which may be a built-in but not an imported function.
    VarTable localFun(Anno place, Atom name, int arity) {
        var function = new FunctionName(name, arity);
        if (function.equals(RECORD_INFO)) {
            cx.report(place, Plain.ILLEGAL_RECORD_INFO);
        } else if (cx.locals.contains(function)
                || !LintContext.isBif(function)
                || cx.isAutoImportSuppressed(function)) {
            cx.call(place, function);
        }
        return VarTable.EMPTY;
    }

    private void knownFunction(Anno place, Atom module, Atom name, List<Expr> arguments) {
        boolean isQuery =
                module.name().equals("qlc")
                        && name.name().equals("q")
                        && arguments.size() < 3
                        && !arguments.isEmpty()
                        && arguments.getFirst() instanceof Expr.ListComprehension;
        if (isQuery && !cx.includesQlcHeader) {
            cx.report(place, new LintProblem.MissingQlcHeader(arguments.size()));
        }
        boolean formats =
                (module.name().equals("io") || module.name().equals("io_lib"))
                        && (name.name().equals("format") || name.name().equals("fwrite"));
        if (formats && cx.warns(LintOptions.Warning.FORMAT)) {
            FormatLint.check(place, arguments, cx);
        }
    }
}
