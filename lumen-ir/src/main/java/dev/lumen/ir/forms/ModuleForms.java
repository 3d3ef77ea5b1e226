package dev.lumen.ir.forms;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.AtomText;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The forms of one module, in order. The accessors read what forms say and judge nothing;
/// ill-formed attributes are passed over, lint reports them.
public record ModuleForms(List<Form> forms) {
    /// `name/arity`
    public record FunctionName(Atom name, int arity) implements Comparable<FunctionName> {
        @Override
        public int compareTo(FunctionName other) {
            int c = name.compareTo(other.name);
            return c != 0 ? c : Integer.compare(arity, other.arity);
        }

        // Written out for speed, see Atom.

        @Override
        public boolean equals(Object other) {
            return other instanceof FunctionName f && arity == f.arity && name.equals(f.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode() * 31 + arity;
        }

        @Override
        public String toString() {
            return AtomText.quoted(name.name(), true) + "/" + arity;
        }
    }

    public ModuleForms {
        forms = List.copyOf(forms);
    }

    /// What `-module` says.
    public Optional<Atom> name() {
        return attributes("module")
                .map(a -> a.value() instanceof Tuple t && t.size() > 0 ? t.get(0) : a.value())
                .filter(Atom.class::isInstance)
                .map(Atom.class::cast)
                .findFirst();
    }

    /// The attributes of a name.
    public Stream<Form.Attribute> attributes(String name) {
        return forms.stream()
                .filter(Form.Attribute.class::isInstance)
                .map(Form.Attribute.class::cast)
                .filter(a -> a.name().name().equals(name));
    }

    public List<Form.Function> functions() {
        return all(Form.Function.class);
    }

    public List<Form.RecordDeclaration> records() {
        return all(Form.RecordDeclaration.class);
    }

    /// What the `-export` attributes list; `export_all` is not resolved here.
    public List<FunctionName> exports() {
        return attributes("export").flatMap(a -> functionNames(a.value()).stream()).toList();
    }

    /// The elements of `-compile` attributes.
    public List<Term> compileOptions() {
        var options = new ArrayList<Term>();
        attributes("compile")
                .forEach(a -> {
                    if (a.value() instanceof ListTerm list) {
                        options.addAll(list.elements());
                    } else {
                        options.add(a.value());
                    }
                });
        return options;
    }

    /// The `{Name, Arity}` pairs of a list; other elements are left out. An arity that no function
    /// can have stays one.
    public static List<FunctionName> functionNames(Term list) {
        var names = new ArrayList<FunctionName>();
        if (list instanceof ListTerm l) {
            for (Term t : l.elements()) {
                if (t instanceof Tuple(var parts)
                        && parts.size() == 2
                        && parts.get(0) instanceof Atom name
                        && parts.get(1) instanceof Int arity) {
                    names.add(new FunctionName(name, saturated(arity)));
                }
            }
        }
        return names;
    }

    private static int saturated(Int arity) {
        return arity.bigValue().min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
    }

    private <T extends Form> List<T> all(Class<T> kind) {
        return forms.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
