package dev.lumen.ir.forms;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;

import java.util.List;
import java.util.Optional;

/// An expression, a pattern or a guard: Erlang's abstract format uses the same nodes for all three.
///
/// The records hold what was written; that a pattern is legal, a variable bound or a record defined
/// is for lint to say. Trees from the parser are at most as deep as the parser's limit on nesting,
/// so recursive walks are fine on a thread with a stack to match.
public sealed interface Expr {
    Anno anno();

    record AtomLiteral(Anno anno, Atom value) implements Expr {}

    record IntegerLiteral(Anno anno, Int value) implements Expr {}

    /// `$c`: a code point.
    record CharLiteral(Anno anno, int value) implements Expr {}

    record FloatLiteral(Anno anno, double value) implements Expr {}

    /// A string: a list of the code points of `value`.
    record StringLiteral(Anno anno, String value) implements Expr {}

    /// A variable; `_` is the anonymous one.
    record Variable(Anno anno, String name) implements Expr {
        public boolean isAnonymous() {
            return name.equals("_");
        }
    }

    /// `pattern = value`; in a pattern, both sides are patterns.
    record Match(Anno anno, Expr pattern, Expr value) implements Expr {}

    /// `pattern ?= value`, directly in the body of a `maybe`.
    record MaybeMatch(Anno anno, Expr pattern, Expr value) implements Expr {}

    record TupleExpr(Anno anno, List<Expr> elements) implements Expr {
        public TupleExpr {
            elements = List.copyOf(elements);
        }
    }

    /// `[]`
    record NilExpr(Anno anno) implements Expr {}

    /// `[E1, …, En | Tail]`. Always true: there is at least one cell, and the tail is not itself a
    /// `ListExpr`.
    record ListExpr(List<Cell> cells, Expr tail) implements Expr {
        /// An element, and the place that OTP gives to the cons cell that holds it.
        public record Cell(Anno anno, Expr head) {}

        public ListExpr {
            cells = List.copyOf(cells);
            if (cells.isEmpty() || tail instanceof ListExpr) {
                throw new IllegalArgumentException("not a flat list: " + cells.size() + " cells");
            }
        }

        @Override
        public Anno anno() {
            return cells.getFirst().anno();
        }
    }

    record BinaryExpr(Anno anno, List<BinElement> elements) implements Expr {
        public BinaryExpr {
            elements = List.copyOf(elements);
        }
    }

    record Unary(Anno anno, UnaryOperator operator, Expr operand) implements Expr {}

    record Binary(Anno anno, BinaryOperator operator, Expr left, Expr right) implements Expr {}

    /// `#name{fields}`
    record RecordCreate(Anno anno, RecordName name, List<RecordField> fields) implements Expr {
        public RecordCreate {
            fields = List.copyOf(fields);
        }
    }

    /// `record#name{fields}`
    record RecordUpdate(Anno anno, Expr record, RecordName name, List<RecordField> fields)
            implements Expr {
        public RecordUpdate {
            fields = List.copyOf(fields);
        }
    }

    /// `record#name.field`
    record RecordAccess(Anno anno, Expr record, RecordName name, AtomLiteral field)
            implements Expr {}

    /// `#name.field`: the position of the field in the tuple.
    record RecordIndex(Anno anno, RecordName name, AtomLiteral field) implements Expr {}

    record MapCreate(Anno anno, List<MapField> fields) implements Expr {
        public MapCreate {
            fields = List.copyOf(fields);
        }
    }

    record MapUpdate(Anno anno, Expr map, List<MapField> fields) implements Expr {
        public MapUpdate {
            fields = List.copyOf(fields);
        }
    }

    record Catch(Anno anno, Expr body) implements Expr {}

    /// A call: of a local function or BIF when the function is an [AtomLiteral], of a [Remote] one,
    /// or of a fun.
    record Call(Anno anno, Expr function, List<Expr> arguments) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /// `module:function`, the function of a [Call].
    record Remote(Anno anno, Expr module, Expr function) implements Expr {}

    /// `[templates || qualifiers]`: one template, or several from OTP 29.
    record ListComprehension(Anno anno, List<Expr> templates, List<Qualifier> qualifiers)
            implements Expr {
        public ListComprehension {
            templates = List.copyOf(templates);
            qualifiers = List.copyOf(qualifiers);
        }
    }

    /// `<< template || qualifiers >>`
    record BinaryComprehension(Anno anno, Expr template, List<Qualifier> qualifiers)
            implements Expr {
        public BinaryComprehension {
            qualifiers = List.copyOf(qualifiers);
        }
    }

    /// `#{key => value || qualifiers}`: one template, or several from OTP 29.
    record MapComprehension(Anno anno, List<MapField> templates, List<Qualifier> qualifiers)
            implements Expr {
        public MapComprehension {
            templates = List.copyOf(templates);
            qualifiers = List.copyOf(qualifiers);
        }
    }

    /// `begin … end`
    record Block(Anno anno, List<Expr> body) implements Expr {
        public Block {
            body = List.copyOf(body);
        }
    }

    record If(Anno anno, List<Clause> clauses) implements Expr {
        public If {
            clauses = List.copyOf(clauses);
        }
    }

    record Case(Anno anno, Expr subject, List<Clause> clauses) implements Expr {
        public Case {
            clauses = List.copyOf(clauses);
        }
    }

    /// `try body of clauses catch handlers after cleanup end`; the last three may be empty.
    record Try(
            Anno anno,
            List<Expr> body,
            List<Clause> clauses,
            List<Clause> handlers,
            List<Expr> cleanup)
            implements Expr {
        public Try {
            body = List.copyOf(body);
            clauses = List.copyOf(clauses);
            handlers = List.copyOf(handlers);
            cleanup = List.copyOf(cleanup);
        }
    }

    record Receive(Anno anno, List<Clause> clauses, Optional<Timeout> timeout) implements Expr {
        /// `after time -> body`
        public record Timeout(Expr time, List<Expr> body) {
            public Timeout {
                body = List.copyOf(body);
            }
        }

        public Receive {
            clauses = List.copyOf(clauses);
        }
    }

    record Maybe(Anno anno, List<Expr> body, Optional<Else> otherwise) implements Expr {
        public record Else(Anno anno, List<Clause> clauses) {
            public Else {
                clauses = List.copyOf(clauses);
            }
        }

        public Maybe {
            body = List.copyOf(body);
        }
    }

    /// `fun name/arity`
    record LocalFun(Anno anno, Atom name, int arity) implements Expr {}

    /// `fun module:name/arity`; each part an atom or integer literal, or a variable.
    record RemoteFun(Anno anno, Expr module, Expr name, Expr arity) implements Expr {}

    /// `fun (…) -> … end`
    record Fun(Anno anno, List<Clause> clauses) implements Expr {
        public Fun {
            clauses = List.copyOf(clauses);
        }
    }

    /// `fun Name(…) -> … end`
    record NamedFun(Anno anno, String name, List<Clause> clauses) implements Expr {
        public NamedFun {
            clauses = List.copyOf(clauses);
        }
    }
}
