package dev.lumen.frontend.lint;

import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.Severity;
import dev.lumen.ir.diag.Span;
import dev.lumen.ir.forms.ModuleForms.FunctionName;
import dev.lumen.ir.forms.RecordName;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.AtomText;
import dev.lumen.ir.term.Term;

import java.util.Locale;

/// Everything that lint can say. Each case knows its message, which is OTP's; errors stop a
/// compilation, warnings do not.
public sealed interface LintProblem {
    /// What does not stop a compilation.
    sealed interface Warning extends LintProblem {}

    /// A message without parameters, named in the style of diagnostic codes.
    enum Plain implements LintProblem {
        NATIVE_RECORD_IN_GUARD("creating a record in a guard is only supported for tuple records"),
        NATIVE_RECORD_WITHOUT_NAME("native record '_' undefined"),
        NATIVE_RECORD_FIELD_TYPES("native records do not allow special field types"),
        BAD_EXPORT_RECORD("badly formed -export_record(); expected a list of record names"),
        TUPLE_RECORD_EXPORT("tuple records cannot be exported; only native records can"),
        NATIVE_RECORD_INFO("record_info/2 is only supported for tuple records"),
        NATIVE_WILDCARD(
                "multi-field initialization (assigning to _) is only supported for tuple records"),
        UNDEFINED_MODULE("no module definition"),
        REDEFINED_MODULE("redefining module"),
        PARAMETERIZED_MODULE("parameterized modules are no longer supported"),
        EMPTY_MODULE_NAME("the module name must not be empty"),
        BLANK_MODULE_NAME("the module name must contain at least one visible character"),
        CONTROL_CHARACTERS_IN_MODULE_NAME("the module name must not contain control characters"),
        NON_LATIN1_MODULE_NAME("module names with non-latin1 characters are not supported"),
        MULTIPLE_ON_LOADS("more than one on_load attribute"),
        ILLEGAL_PATTERN("illegal pattern"),
        ILLEGAL_BINARY_ALIAS("binary patterns cannot be matched in parallel using '='"),
        ILLEGAL_EXPRESSION("illegal expression"),
        ILLEGAL_GUARD("illegal guard expression"),
        ILLEGAL_MAP_CONSTRUCTION("only association operators '=>' are allowed in map construction"),
        WILDCARD_INITIALIZES_NOTHING("'_' initializes no omitted fields"),
        ILLEGAL_RECORD_INFO("illegal record info"),
        BIT_UNIT_WITHOUT_SIZE(
                "a bit unit size must not be specified unless a size is specified too"),
        ILLEGAL_BIT_SIZE("illegal bit size"),
        UNSIZED_BINARY_NOT_AT_END(
                "a binary field without size is only allowed at the end of a binary pattern"),
        TYPED_STRING_IN_PATTERN(
                "a literal string in a binary pattern must not have a type or a size"),
        UTF_SIZE_OR_UNIT(
                "neither size nor unit must be given for segments of type utf8/utf16/utf32"),
        UNSIZED_BINARY_IN_GENERATOR(
                "binary fields without size are not allowed in patterns of bit string generators"),
        ZIP_OF_NON_GENERATOR("only generators are allowed in a zip generator."),
        SPEC_WRONG_ARITY("spec has wrong arity"),
        CALLBACK_WRONG_ARITY("callback has wrong arity"),
        BAD_EXPORT_TYPE("bad export_type declaration"),
        NO_BIF_CLASH_FLAG(
                "compile directive nowarn_bif_clash is no longer allowed,\n"
                        + " - use explicit module names or -compile({no_auto_import, [F/A]})"),
        EXPORT_ALL("export_all flag enabled - all functions will be exported", Severity.WARNING),
        INVALID_CALL("invalid function call", Severity.WARNING),
        INVALID_RECORD("invalid record expression", Severity.WARNING),
        NON_INTEGER_BIT_SIZE(
                "a size expression in a pattern evaluates to a non-integer value; "
                        + "this pattern cannot possibly match",
                Severity.WARNING),
        BAD_FLOAT_SIZE("bad float bit size", Severity.WARNING);

        private final String title;
        private final Severity severity;

        Plain(String title) {
            this(title, Severity.ERROR);
        }

        Plain(String title, Severity severity) {
            this.title = title;
            this.severity = severity;
        }
    }

    /// `near` is what may have been meant, empty when nothing comes to mind; so in the other cases.
    record UndefinedFunction(String function, String near) implements LintProblem {}

    record RedefinedFunction(FunctionName name) implements LintProblem {}

    record DefinedImport(FunctionName name) implements LintProblem {}

    record RedefinedImport(FunctionName name, Atom module) implements LintProblem {}

    /// Whatever stands where the name of a function should.
    record UndefinedInline(String function) implements LintProblem {}

    record BadDeprecated(Term entry) implements LintProblem {}

    record UndefinedDeprecated(String function) implements LintProblem {}

    record BadRemoved(Term entry) implements LintProblem {}

    record RemovedButExported(String function, boolean pattern) implements LintProblem {}

    record UndefinedNif(FunctionName name) implements LintProblem {}

    record BadOnLoad(String value) implements LintProblem {}

    record BadOnLoadArity(FunctionName name) implements LintProblem {}

    record TooManyArguments(int arity) implements LintProblem {}

    record LateAttribute(Atom name) implements LintProblem {}

    /// An error only for a BIF that was auto-imported before R14.
    record ClashWithBif(FunctionName name, boolean old) implements LintProblem {}

    /// An error only for a BIF that was auto-imported before R14.
    record ImportOverridesBif(FunctionName name, boolean old) implements LintProblem {}

    record LocalCallInGuard(FunctionName name, boolean inBitSize) implements LintProblem {}

    record ObsoleteGuardOverridden(String test) implements LintProblem {}

    record UndefinedRecord(Atom name, String near) implements LintProblem {}

    record UninitializedField(RecordName record, Atom field, Severity severity)
            implements LintProblem {}

    record IllegalNativeRecordDefault(Atom record, Atom field) implements LintProblem {}

    record UndefinedNativeRecord(Atom name) implements LintProblem {}

    record NativeRecordAlreadyExported(Atom name) implements LintProblem {}

    record RedefinedImportedRecord(Atom module, Atom name) implements LintProblem {}

    record RedefinedLocalRecord(Atom name) implements LintProblem {}

    record NativeRecordInHeader(Atom name) implements Warning {}

    record NativeRecordIndex(RecordName record, Atom field) implements LintProblem {}

    record RedefinedRecord(Atom name) implements LintProblem {}

    record UndefinedField(RecordName record, Atom field, String near, Severity severity)
            implements LintProblem {}

    record RedefinedField(RecordName record, Atom field) implements LintProblem {}

    record FieldNameIsVariable(RecordName record, String field) implements LintProblem {}

    record WildcardInUpdate(RecordName record) implements LintProblem {}

    record UnboundVariable(String name, String near) implements LintProblem {}

    record UnsafeVariable(String name, String origin) implements LintProblem {}

    record VariableInRecordDefinition(String name) implements LintProblem {}

    record StacktraceInGuard(String name) implements LintProblem {}

    record StacktraceBound(String name) implements LintProblem {}

    record UndefinedBitType(String type) implements LintProblem {}

    record BitTypeConflict(String first, String second, String what) implements LintProblem {}

    record UndefinedType(FunctionName name) implements LintProblem {}

    record RedefinedType(FunctionName name) implements LintProblem {}

    record BuiltinTypeRedefined(FunctionName name) implements LintProblem {}

    record BadType(String constructor) implements LintProblem {}

    record SingletonTypeVariable(String name) implements LintProblem {}

    record RedefinedSpec(String function) implements LintProblem {}

    record RedefinedCallback(FunctionName name) implements LintProblem {}

    record CallbackOfModule(String function) implements LintProblem {}

    record SpecOfOtherModule(String function) implements LintProblem {}

    record SpecOfUndefined(FunctionName name) implements LintProblem {}

    record UndefinedCallback(FunctionName name) implements LintProblem {}

    record RedefinedOptionalCallback(FunctionName name) implements LintProblem {}

    record BadDialyzerAttribute(String value) implements LintProblem {}

    record BadDialyzerOption(String option) implements LintProblem {}

    record UnusedFunction(FunctionName name) implements Warning {}

    record UnusedVariable(String name) implements Warning {}

    record UnusedRecord(Atom name) implements Warning {}

    record UnusedType(FunctionName name) implements Warning {}

    record UnusedImport(Atom module, FunctionName name) implements Warning {}

    record DuplicateExport(FunctionName name) implements Warning {}

    record DuplicateExportType(FunctionName name) implements Warning {}

    record ShadowedVariable(String name, String in) implements Warning {}

    record ExportedVariable(String name, String origin) implements Warning {}

    record MatchedUnderscore(String name, boolean inPattern) implements Warning {}

    record ObsoleteGuard(String test, int arity) implements Warning {}

    record OpaqueNotExported(FunctionName name) implements Warning {}

    record UnderspecifiedOpaque(FunctionName name) implements Warning {}

    record RenamedType(String oldName, String newName) implements Warning {}

    record BadFormat(String message) implements Warning {}

    record MissingQlcHeader(int arity) implements Warning {}

    default Severity severity() {
        boolean warning =
                this instanceof Warning
                        || this instanceof ClashWithBif(_, boolean old) && !old
                        || this instanceof ImportOverridesBif(_, boolean old) && !old;
        return switch (this) {
            case Plain p -> p.severity;
            case UninitializedField f -> f.severity;
            case UndefinedField f -> f.severity;
            default -> warning ? Severity.WARNING : Severity.ERROR;
        };
    }

    /// `undefined-function` and the like.
    default String code() {
        return this instanceof Plain p
                ? p.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : getClass()
                        .getSimpleName()
                        .replaceAll("(?<=.)([A-Z])", "-$1")
                        .toLowerCase(Locale.ROOT);
    }

    default Diagnostic toDiagnostic(Span span) {
        var diagnostic = Diagnostic.of(code(), severity(), title(), span);
        String near =
                switch (this) {
                    case UndefinedFunction(_, var other) -> other;
                    case UndefinedRecord(_, var other) -> other;
                    case UndefinedField(_, _, var other, _) -> other;
                    case UnboundVariable(_, var other) -> other;
                    default -> "";
                };
        return near.isEmpty() ? diagnostic : diagnostic.note("did you mean " + near + "?");
    }

    default String title() {
        return switch (this) {
            case Plain p -> p.title;
            case UndefinedFunction(var f, _) -> "function " + f + " undefined";
            case RedefinedFunction(var f) -> "function " + f + " already defined";
            case DefinedImport(var f) -> "defining imported function " + f;
            case RedefinedImport(var f, var module) ->
                    "function " + f + " already imported from " + module;
            case UndefinedInline(var f) -> "inlined function " + f + " undefined";
            case BadDeprecated(var entry) -> "badly formed deprecated attribute " + entry;
            case UndefinedDeprecated(var f) ->
                    "deprecated function " + f + " undefined or not exported";
            case BadRemoved(var entry) -> "badly formed removed attribute " + entry;
            case RemovedButExported(var f, boolean pattern) ->
                    pattern
                            ? "at least one function matching " + f + " is still exported"
                            : "removed function " + f + " is still exported";
            case UndefinedNif(var f) -> "nif " + f + " undefined";
            case BadOnLoad(var value) -> "badly formed on_load attribute: " + value;
            case BadOnLoadArity(var f) -> "function " + f + " has wrong arity (must be 0)";
            case TooManyArguments(int arity) ->
                    "too many arguments ("
                            + arity
                            + ") - maximum allowed is "
                            + ModuleLint.MAX_ARGUMENTS;
            case LateAttribute(var name) ->
                    "attribute " + show(name) + " after function definitions";
            case ClashWithBif(var f, boolean old) ->
                    "ambiguous call of overridden "
                            + (old ? "pre R14 " : "")
                            + "auto-imported BIF "
                            + f
                            + "\n - use erlang:"
                            + f
                            + " or \"-compile({no_auto_import,["
                            + f
                            + "]}).\" to resolve name clash";
            case ImportOverridesBif(var f, boolean old) ->
                    "import directive overrides "
                            + (old ? "pre R14 " : "")
                            + "auto-imported BIF "
                            + f
                            + "\n - use \"-compile({no_auto_import,["
                            + f
                            + "]}).\" to resolve name clash";
            case LocalCallInGuard(var f, boolean inBitSize) ->
                    "call to local/imported function "
                            + f
                            + (inBitSize
                                    ? " is illegal in a size expression for a binary segment"
                                    : " is illegal in guard");
            case ObsoleteGuardOverridden(var test) ->
                    "obsolete "
                            + test
                            + "/1 (meaning is_"
                            + test
                            + "/1) is illegal when there is a local/imported function named is_"
                            + test
                            + "/1 ";
            case UndefinedRecord(var name, _) -> "record " + show(name) + " undefined";
            case UninitializedField(var record, var field, _) ->
                    "field " + show(field) + " is not initialized in native record " + show(record);
            case IllegalNativeRecordDefault(var record, var field) ->
                    "illegal default value for field "
                            + show(field)
                            + " in native record "
                            + show(record);
            case UndefinedNativeRecord(var name) -> "native record " + show(name) + " undefined";
            case NativeRecordAlreadyExported(var name) ->
                    "native record " + show(name) + " already exported";
            case RedefinedImportedRecord(var module, var name) ->
                    "record " + show(name) + " already imported from " + show(module);
            case RedefinedLocalRecord(var name) ->
                    "record " + show(name) + " is already defined locally";
            case NativeRecordInHeader(var name) ->
                    "record " + show(name) + " is defined in a header file";
            case NativeRecordIndex(var record, var field) ->
                    "syntax #"
                            + show(record)
                            + "."
                            + show(field)
                            + " is only supported for tuple records";
            case RedefinedRecord(var name) -> "record " + show(name) + " already defined";
            case UndefinedField(var record, var field, _, _) ->
                    "field " + show(field) + " undefined in record " + show(record);
            case RedefinedField(var record, var field) ->
                    "field " + show(field) + " already defined in record " + show(record);
            case FieldNameIsVariable(var record, var field) ->
                    "field " + variable(field) + " is not an atom or _ in record " + show(record);
            case WildcardInUpdate(var record) ->
                    "meaningless use of _ in update of record " + show(record);
            case UnboundVariable(var name, _) -> "variable " + variable(name) + " is unbound";
            case UnsafeVariable(var name, var origin) ->
                    "variable " + variable(name) + " unsafe in " + origin;
            case VariableInRecordDefinition(var name) ->
                    "variable " + variable(name) + " in record definition";
            case StacktraceInGuard(var name) ->
                    "stacktrace variable " + variable(name) + " must not be used in a guard";
            case StacktraceBound(var name) ->
                    "stacktrace variable " + variable(name) + " must not be previously bound";
            case UndefinedBitType(var type) -> "bit type " + type + " undefined";
            case BitTypeConflict(var first, var second, var what) ->
                    "conflict in "
                            + what
                            + " specification for bit field: '"
                            + first
                            + "' and '"
                            + second
                            + "'";
            case UndefinedType(var t) -> "type " + type(t) + " undefined";
            case RedefinedType(var t) -> "type " + type(t) + " already defined";
            case BuiltinTypeRedefined(var t) ->
                    "type " + type(t) + " is a builtin type; it cannot be redefined";
            case BadType(var constructor) -> "bad " + AtomText.quoted(constructor, true) + " type";
            case SingletonTypeVariable(var name) ->
                    "type variable " + variable(name) + " is only used once (is unbound)";
            case RedefinedSpec(var function) -> "spec for " + function + " already defined";
            case RedefinedCallback(var f) -> "callback " + f + " already defined";
            case CallbackOfModule(var function) ->
                    "explicit module not allowed for callback " + function;
            case SpecOfOtherModule(var function) ->
                    "spec for function " + function + " from other module";
            case SpecOfUndefined(var f) -> "spec for undefined function " + f;
            case UndefinedCallback(var f) -> "callback " + f + " is undefined";
            case RedefinedOptionalCallback(var f) -> "optional callback " + f + " duplicated";
            case BadDialyzerAttribute(var value) -> "badly formed dialyzer attribute: " + value;
            case BadDialyzerOption(var option) -> "unknown dialyzer warning option: " + option;
            case UnusedFunction(var f) -> "function " + f + " is unused";
            case UnusedVariable(var name) -> "variable " + variable(name) + " is unused";
            case UnusedRecord(var name) -> "record " + show(name) + " is unused";
            case UnusedType(var t) -> "type " + type(t) + " is unused";
            case UnusedImport(var module, var f) -> "import " + module + ":" + f + " is unused";
            case DuplicateExport(var f) -> "function " + f + " already exported";
            case DuplicateExportType(var t) -> "type " + t + " already exported";
            case ShadowedVariable(var name, var in) ->
                    "variable " + variable(name) + " shadowed in " + AtomText.quoted(in, false);
            case ExportedVariable(var name, var origin) ->
                    "variable " + variable(name) + " exported from " + origin;
            case MatchedUnderscore(var name, boolean inPattern) ->
                    "variable "
                            + variable(name)
                            + (inPattern
                                    ? " is bound multiple times in this pattern. If you mean to"
                                            + " ignore this value, use '_' or a different"
                                            + " underscore-prefixed name"
                                    : " is already bound. If you mean to ignore this value, use '_'"
                                            + " or a different underscore-prefixed name");
            case ObsoleteGuard(var test, int arity) ->
                    test + "/" + arity + " obsolete (use is_" + test + "/" + arity + ")";
            case OpaqueNotExported(var t) -> "opaque type " + type(t) + " is not exported";
            case UnderspecifiedOpaque(var t) ->
                    "opaque type " + type(t) + " is underspecified and therefore meaningless";
            case RenamedType(var oldName, var newName) ->
                    "type "
                            + oldName
                            + "() is now called "
                            + newName
                            + "(); please use the new name instead";
            case BadFormat(var message) -> message;
            case MissingQlcHeader(int arity) ->
                    "qlc:q/" + arity + " called, but \"qlc.hrl\" not included";
        };
    }

    private static String show(RecordName record) {
        return switch (record) {
            case RecordName.Local(var name) -> show(name);
            case RecordName.Remote(var module, var name) -> "#" + show(module) + ":" + show(name);
            case RecordName.Any() -> "_";
        };
    }

    private static String show(Atom atom) {
        return AtomText.quoted(atom.name(), true);
    }

    /// Variables are printed as the atoms that they are in the abstract format.
    private static String variable(String name) {
        return AtomText.quoted(name, false);
    }

    private static String type(FunctionName t) {
        return show(t.name())
                + "("
                + "_,".repeat(Math.max(0, t.arity() - 1))
                + (t.arity() > 0 ? "_" : "")
                + ")";
    }
}
