package dev.lumen;

import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.Span;
import dev.lumen.ir.diag.Spelling;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The compile options that OTP's compiler has (`compile:file/2`, OTP 25 to 29), by their names. It
/// ignores all others in silence, which hides slips of the pen.
final class KnownOptions {
    /// What is warned about: each as `warn_…` and `nowarn_…`.
    private static final Set<String> WARNINGS =
            words(
                    """
                    behaviours bif_clash conflicting_behaviours deprecated_callback deprecated_catch
                    deprecated_function deprecated_type export_all export_vars format
                    ill_defined_behaviour_callbacks ill_defined_optional_callbacks keywords
                    match_alias_pats missing_doc missing_spec missing_spec_all
                    missing_spec_documented native_record_header nif_inline nomatch obsolete_bool_op
                    obsolete_guard opportunistic redefined_builtin_type removed removed_type
                    shadow_vars singleton_typevar undefined_behaviour undefined_behaviour_func
                    undefined_function underscore_match unused_function unused_import unused_record
                    unused_type unused_vars untyped_record
                    """);

    private static final Set<String> OTHERS =
            words(
                    """
                    absolute_source asm basic_validation beam beam_debug_info bin_opt_info binary
                    brief clint clint0 column compile_info compressed core core_transform cwd d
                    debug_info debug_info_key deterministic diffable disable_feature enable_feature
                    encoding encrypt_debug_info eprof error_location export_all extra_chunks feature
                    features force_line_counters from_abstr from_asm from_beam from_core i inline
                    inline_effort inline_list_funcs inline_size inline_unroll line line_coverage
                    listing makedep makedep_add_missing makedep_output makedep_phony
                    makedep_quote_target makedep_side_effect makedep_target no_auto_import outdir
                    parse_transform r20 r21 r22 r23 r24 r25 r26 r27 recv_opt_info report
                    report_errors report_warnings return return_errors return_warnings slim source
                    ssalint strict_record_tests strong_validation time to_abstr to_asm to_core
                    to_core0 to_dis to_exp to_kernel to_pp verbose warn_format warnings_as_errors
                    E P S
                    """);

    /// What lists the steps of OTP's own compiler.
    private static final Set<String> LISTINGS =
            words(
                    """
                    da dabstr dalias dblk dbool dcbsm dcg dclean dcopt dcore dcorefold dexp dinline
                    djmp dkern doldcg doldinline dopt dpp dprecg dprep drecv dssa dssabsm dssaopt
                    dssashare dthrow dtrim dz
                    """);

    private static final Set<String> ALL = all();

    private KnownOptions() {}

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+"));
    }

    private static Set<String> all() {
        var all = new TreeSet<>(OTHERS);
        WARNINGS.forEach(w -> all.addAll(List.of("warn_" + w, "nowarn_" + w)));
        return all;
    }

    /// A warning for each option that is none of these.
    static List<Diagnostic> check(List<Term> options, Span place) {
        var diagnostics = new ArrayList<Diagnostic>();
        for (Term option : options) {
            Optional<String> name = name(option);
            if (name.filter(KnownOptions::isKnown).isEmpty()) {
                diagnostics.add(
                        Diagnostic.warning(
                                "unknown-option",
                                "unknown compile option "
                                        + option
                                        + name.map(n -> Spelling.hint(n, ALL)).orElse(""),
                                place));
            }
        }
        return diagnostics;
    }

    private static Optional<String> name(Term option) {
        return switch (option) {
            case Atom(String name) -> Optional.of(name);
            case Tuple(var parts)
                    when !parts.isEmpty() && parts.getFirst() instanceof Atom(String name) ->
                    Optional.of(name);
            default -> Optional.empty();
        };
    }

    /// `no_…` turns a part of OTP's own compiler off.
    private static boolean isKnown(String name) {
        return ALL.contains(name) || name.startsWith("no_") || LISTINGS.contains(name);
    }
}
