package dev.lumen.frontend.core;

import dev.lumen.frontend.lint.Resolution;
import dev.lumen.frontend.lint.Scopes;
import dev.lumen.ir.DeepStack;
import dev.lumen.ir.core.Anno;
import dev.lumen.ir.core.CoreModule;
import dev.lumen.ir.core.FunctionDef;
import dev.lumen.ir.core.FunctionName;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.forms.Clause;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.Form;
import dev.lumen.ir.forms.ModuleForms;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Lowers the forms of a module, checked by lint, to Core Erlang: [#lower] all of it, an instance
/// one function at a time.
///
/// What Core does not have is gone afterwards: records, comprehensions, `if`, `andalso` and
/// `orelse`, `=`, `maybe`, named funs, `after`, variables that leave their `case`. Operands are
/// simple, so the order of evaluation is explicit. `receive` stays. Instances are for one thread;
/// deep programs need a [DeepStack].
public final class FormsToCore {
    /// `module` is empty exactly when a diagnostic is an error.
    public record Lowered(Optional<CoreModule> module, List<Diagnostic> diagnostics) {}

    /// Attributes that are for the compiler or for tools that read forms, and not part of the
    /// module.
    private static final Set<String> NOT_KEPT =
            Set.of(
                    "module",
                    "export",
                    "import",
                    "file",
                    "record",
                    "compile",
                    "export_type",
                    "import_type",
                    "optional_callbacks",
                    "feature",
                    "doc",
                    "moduledoc",
                    "nifs",
                    "export_record",
                    "import_record");

    private static final Comparator<FunctionName> BY_NAME =
            Comparator.comparing(FunctionName::name).thenComparing(FunctionName::arity);

    private final ModuleForms forms;
    private final Atom name;
    private final String file;
    private final Problems problems;
    private final ModuleScope scope;
    private final Scopes scopes;
    private final InlineCalls inlining;
    private final SequencedMap<FunctionName, Definition> definitions = new LinkedHashMap<>();

    /// Functions that were looked at to be inlined.
    private final Map<FunctionName, FunctionDef> written = new HashMap<>();

    /// `file` is the file that it stands in: the module's own, or an included one.
    private record Definition(Form.Function form, String file) {}

    public FormsToCore(ModuleForms forms) {
        this.forms = forms;
        this.name = forms.name().orElse(Atom.of("nomodule"));
        this.file =
                forms.attributes("file")
                        .map(FormsToCore::fileName)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(name.name() + ".erl");
        this.problems = new Problems(file);
        var completed = new ArrayList<>(forms.forms());
        completed.addAll(predefined());
        var all = new ModuleForms(completed);
        this.scope = new ModuleScope(name, all);
        this.scopes = new Scopes(all);
        this.inlining =
                new InlineCalls(
                        forms,
                        f ->
                                Optional.ofNullable(definitions.get(f))
                                        .map(d -> written.computeIfAbsent(f, _ -> lower(d))));
        String current = file;
        for (Form form : all.forms()) {
            switch (form) {
                case Form.Attribute a when a.name().name().equals("file") ->
                        current = fileName(a).orElse(current);
                case Form.Function f ->
                        definitions.putIfAbsent(
                                new FunctionName(f.name(), f.arity()), new Definition(f, current));
                case Form.Attribute _,
                        Form.RecordDeclaration _,
                        Form.TypeDeclaration _,
                        Form.Spec _,
                        Form.Eof _ -> {}
            }
        }
    }

    public static Lowered lower(ModuleForms forms) {
        return DeepStack.call(() -> new FormsToCore(forms).lower());
    }

    private Lowered lower() {
        List<FunctionDef> functions = functions().stream().map(this::function).toList();
        CoreModule module = module(functions);
        boolean good = problems.found().stream().noneMatch(Diagnostic::isError);
        return new Lowered(good ? Optional.of(module) : Optional.empty(), problems.found());
    }

    /// The functions of the module in the order of the source, then those that every module has.
    public Set<FunctionName> functions() {
        return definitions.sequencedKeySet();
    }

    /// Lowers one function; what is wrong with it is among [#diagnostics] then.
    ///
    /// @throws IllegalArgumentException when the module has no such function
    public FunctionDef function(FunctionName wanted) {
        Definition found = definitions.get(wanted);
        if (found == null) {
            throw new IllegalArgumentException("no function " + wanted);
        }
        FunctionDef known = written.get(wanted);
        FunctionDef written = known != null ? known : lower(found);
        return UnusedLists.in(InlineFuns.in(inlining.in(written)));
    }

    private FunctionDef lower(Definition found) {
        Anno extra = found.file.equals(file) ? Anno.NONE : Anno.NONE.with(fileTerm(found.file));
        return new FunctionLowering(scope, problems, found.form, scopes.of(found.form))
                .lower(extra);
    }

    /// What was wrong with the functions lowered so far.
    public List<Diagnostic> diagnostics() {
        return problems.found();
    }

    /// The module with these of its functions.
    public CoreModule module(List<FunctionDef> functions) {
        return new CoreModule(name, file, exports(), attributes(scope), functions, Anno.NONE);
    }

    // ---- exports, attributes

    private List<FunctionName> exports() {
        boolean everything = forms.compileOptions().contains(Atom.of("export_all"));
        var all = new ArrayList<FunctionName>();
        if (everything) {
            all.addAll(scope.functions());
        } else {
            forms.exports().forEach(f -> all.add(new FunctionName(f.name(), f.arity())));
            predefined().forEach(f -> all.add(new FunctionName(f.name(), f.arity())));
        }
        return all.stream().filter(scope::isDefined).distinct().sorted(BY_NAME).toList();
    }

    /// What `module_info(attributes)` shows, and `on_load`.
    private List<CoreModule.Attribute> attributes(ModuleScope scope) {
        var all = new ArrayList<CoreModule.Attribute>();
        for (Form form : forms.forms()) {
            if (form instanceof Form.Attribute(_, var key, var value)
                    && !NOT_KEPT.contains(key.name())) {
                boolean list = value instanceof Nil || value instanceof ListTerm l && l.isProper();
                all.add(new CoreModule.Attribute(key, list ? value : Term.list(value)));
            }
        }
        Form.Function nowhere = moduleInfo(); // definitions are in no function
        new FunctionLowering(scope, problems, nowhere, Resolution.empty())
                .natives
                .attribute(forms.records())
                .ifPresent(all::add);
        return all;
    }

    private static Optional<String> fileName(Form.Attribute a) {
        if (!(a.value() instanceof Tuple(var parts))
                || parts.isEmpty()
                || !(parts.getFirst() instanceof ListTerm chars)) {
            return Optional.empty();
        }
        var text = new StringBuilder();
        for (Term c : chars.elements()) {
            if (!(c instanceof Int i)) {
                return Optional.empty();
            }
            text.appendCodePoint(i.intValue());
        }
        return Optional.of(text.toString());
    }

    private static Term fileTerm(String file) {
        return Term.tuple(Atom.of("file"), Term.string(file));
    }

    // ---- functions that every module has

    /// `module_info/0,1`, and `behaviour_info/1` in a module with callbacks.
    private List<Form.Function> predefined() {
        var all = new ArrayList<Form.Function>();
        if (!defines("behaviour_info", 1) && hasCallbacks()) {
            all.add(behaviourInfo());
        }
        if (!defines("module_info", 0)) {
            all.add(moduleInfo());
        }
        if (!defines("module_info", 1)) {
            all.add(moduleInfo("X"));
        }
        return all;
    }

    private boolean defines(String function, int arity) {
        return forms.functions().stream()
                .anyMatch(f -> f.name().name().equals(function) && f.arity() == arity);
    }

    private Form.Function moduleInfo(String... params) {
        var none = dev.lumen.ir.forms.Anno.NONE;
        List<Expr> patterns = new ArrayList<>();
        for (String p : params) {
            patterns.add(new Expr.Variable(none, p));
        }
        var args = new ArrayList<Expr>();
        args.add(new Expr.AtomLiteral(none, name));
        args.addAll(patterns);
        var call =
                new Expr.Call(
                        none,
                        new Expr.Remote(
                                none,
                                new Expr.AtomLiteral(none, Atom.of("erlang")),
                                new Expr.AtomLiteral(none, Atom.of("get_module_info"))),
                        args);
        return new Form.Function(
                none,
                Atom.of("module_info"),
                params.length,
                List.of(new Clause(none, patterns, List.of(), List.of(call))));
    }

    private boolean hasCallbacks() {
        return callbacks().findAny().isPresent();
    }

    private java.util.stream.Stream<Form.Spec> callbacks() {
        return forms.forms().stream()
                .filter(Form.Spec.class::isInstance)
                .map(Form.Spec.class::cast)
                .filter(s -> s.kind().name().equals("callback"));
    }

    private Form.Function behaviourInfo() {
        List<Term> required =
                callbacks().map(c -> (Term) Term.tuple(c.name(), Int.of(c.arity()))).toList();
        List<Term> optional =
                forms.attributes("optional_callbacks")
                        .flatMap(a -> ModuleForms.functionNames(a.value()).stream())
                        .map(f -> (Term) Term.tuple(f.name(), Int.of(f.arity())))
                        .toList();
        return new Form.Function(
                dev.lumen.ir.forms.Anno.NONE,
                Atom.of("behaviour_info"),
                1,
                List.of(answer("callbacks", required), answer("optional_callbacks", optional)));
    }

    private static Clause answer(String question, List<Term> functions) {
        var none = dev.lumen.ir.forms.Anno.NONE;
        List<Expr> cells = new ArrayList<>();
        for (Term t : functions) {
            var pair = (Tuple) t;
            cells.add(
                    new Expr.TupleExpr(
                            none,
                            List.of(
                                    new Expr.AtomLiteral(none, (Atom) pair.get(0)),
                                    new Expr.IntegerLiteral(none, (Int) pair.get(1)))));
        }
        Expr list =
                cells.isEmpty()
                        ? new Expr.NilExpr(none)
                        : new Expr.ListExpr(
                                cells.stream().map(c -> new Expr.ListExpr.Cell(none, c)).toList(),
                                new Expr.NilExpr(none));
        return new Clause(
                none,
                List.of(new Expr.AtomLiteral(none, Atom.of(question))),
                List.of(),
                List.of(list));
    }
}
