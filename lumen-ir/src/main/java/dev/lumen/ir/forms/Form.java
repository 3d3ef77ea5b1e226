package dev.lumen.ir.forms;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;

import java.util.List;
import java.util.Optional;

/// A form: what ends with a full stop.
public sealed interface Form {
    Anno anno();

    /// `-name(value).` Every attribute whose value is a plain term, in OTP's representation:
    /// `module` an atom, `export` a list of `{Name, Arity}`, `import` `{Module, [{Name, Arity}]}`,
    /// `file` `{Name, Line}`, and so on.
    record Attribute(Anno anno, Atom name, Term value) implements Form {}

    /// `-record(name, {fields}).`, or a native record, `-record #name{fields}.`
    record RecordDeclaration(Anno anno, boolean isNative, Atom name, List<Field> fields)
            implements Form {
        public record Field(
                Anno anno, Expr.AtomLiteral name, Optional<Expr> value, Optional<Type> type) {}

        public RecordDeclaration {
            fields = List.copyOf(fields);
        }
    }

    /// `-type`, `-opaque` or `-nominal`: `kind` is that name.
    record TypeDeclaration(Anno anno, Atom kind, Atom name, Type type, List<Type> parameters)
            implements Form {
        public TypeDeclaration {
            parameters = List.copyOf(parameters);
        }
    }

    /// `-spec` or `-callback`: `kind` is that name.
    record Spec(Anno anno, Atom kind, Optional<Atom> module, Atom name, int arity, List<Type> types)
            implements Form {
        public Spec {
            types = List.copyOf(types);
        }
    }

    record Function(Anno anno, Atom name, int arity, List<Clause> clauses) implements Form {
        public Function {
            clauses = List.copyOf(clauses);
        }
    }

    /// The end of the file.
    record Eof(Anno anno) implements Form {}
}
