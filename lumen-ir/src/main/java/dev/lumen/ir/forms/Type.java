package dev.lumen.ir.forms;

import dev.lumen.ir.term.Atom;

import java.util.List;

/// A type in a `-type`, `-spec` or record declaration. Nothing here changes what a program does.
public sealed interface Type {
    Anno anno();

    /// An atom, integer or character, or (in an integer type) an operator on such.
    record Literal(Expr value) implements Type {
        @Override
        public Anno anno() {
            return value.anno();
        }
    }

    record Variable(Anno anno, String name) implements Type {}

    record Unary(Anno anno, UnaryOperator operator, Type operand) implements Type {}

    record Binary(Anno anno, BinaryOperator operator, Type left, Type right) implements Type {}

    /// `Name :: type`
    record Annotated(Anno anno, Type name, Type type) implements Type {}

    /// A type that is built in, or a type constructor in OTP's spelling: `integer`, `list`,
    /// `union`, `fun`, `product`, `tuple`, `map`, `map_field_assoc`, `record`, `field_type`,
    /// `range`, `binary`, `bounded_fun`, …
    record Builtin(Anno anno, Atom name, List<Type> arguments) implements Type {
        public Builtin {
            arguments = List.copyOf(arguments);
        }
    }

    /// `tuple()`, `map()`: the built-in with any arguments.
    record AnyOf(Anno anno, Atom name) implements Type {}

    /// `…` as the arguments of a fun.
    record AnyArguments(Anno anno) implements Type {}

    /// `function when constraints`
    record Bounded(Anno anno, Type function, List<Constraint> constraints) implements Type {
        /// `variable :: type`
        public record Constraint(Anno anno, Type variable, Type type) {}

        public Bounded {
            constraints = List.copyOf(constraints);
        }
    }

    /// The record type's name `module:name`, the first argument of a `record` built-in.
    record RemoteRecordName(Anno anno, Expr module, Expr name) implements Type {}

    /// A type of this module.
    record User(Anno anno, Atom name, List<Type> arguments) implements Type {
        public User {
            arguments = List.copyOf(arguments);
        }
    }

    /// A type of another module; both names are atom literals.
    record Remote(Anno anno, Expr module, Expr name, List<Type> arguments) implements Type {
        public Remote {
            arguments = List.copyOf(arguments);
        }
    }
}
