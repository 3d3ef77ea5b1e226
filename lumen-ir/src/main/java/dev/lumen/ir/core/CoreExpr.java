package dev.lumen.ir.core;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;

import java.util.List;

/// A Core Erlang expression.
///
/// Evaluation is strict and the order of evaluation of the operands of one node is not defined by
/// the language, so what [dev.lumen.ir.core] is built from source has *simple* operands wherever
/// order could be seen: variables, literals, function references, and constructors ([Cons],
/// [Tuple]) of those. Everything else is bound by [Let] first.
///
/// An expression gives exactly one value, except where a sequence of values is expected (the
/// argument of [Let], [Case] and [Try] and the bodies that lead there), where [Values] gives any
/// number. The rules are numbered in [CoreVerifier].
///
/// Depth: programs nest a hundred thousand levels deep (long bodies are chains of [Let], long lists
/// chains of [Cons]). Walk with [dev.lumen.ir.DeepStack] or iteratively. `equals` and `hashCode`
/// recurse.
public sealed interface CoreExpr {
    Anno anno();

    /// A variable. The name is that of the text form (`X`, `_12`); an inner binding hides an outer
    /// one of the same name.
    record Var(String name, Anno anno) implements CoreExpr {
        public Var(String name) {
            this(name, Anno.NONE);
        }
    }

    /// A local function as a value, or as what [Apply] calls: `'f'/1`.
    record FunctionRef(FunctionName name, Anno anno) implements CoreExpr {}

    /// A constant of any size.
    record Literal(Term value, Anno anno) implements CoreExpr {
        public Literal(Term value) {
            this(value, Anno.NONE);
        }
    }

    /// `<E1, …, En>`: n values where n are expected. Never with n = 1.
    record Values(List<CoreExpr> values, Anno anno) implements CoreExpr {
        public Values {
            values = List.copyOf(values);
        }
    }

    /// `[Head|Tail]`.
    record Cons(CoreExpr head, CoreExpr tail, Anno anno) implements CoreExpr {}

    /// `{E1, …, En}`.
    record Tuple(List<CoreExpr> elements, Anno anno) implements CoreExpr {
        public Tuple {
            elements = List.copyOf(elements);
        }
    }

    /// `~{K=>V, K:=V | Base}~`. A map made from nothing has the literal `#{}` as its base. Pairs
    /// apply from left to right. Fails with `{badmap,Base}`, or with `{badkey,K}` where an exact
    /// pair finds no key.
    record MapUpdate(CoreExpr base, List<Pair> pairs, Anno anno) implements CoreExpr {
        public MapUpdate {
            pairs = List.copyOf(pairs);
        }

        /// `K=>V`, or `K:=V` when `exact`.
        public record Pair(CoreExpr key, CoreExpr value, boolean exact) {}
    }

    /// `#{Segments}#`: builds a bit string, segments from left to right. Fails with `badarg`.
    record Binary(List<Segment<CoreExpr>> segments, Anno anno) implements CoreExpr {
        public Binary {
            segments = List.copyOf(segments);
        }
    }

    /// `fun (Params) -> Body`. A closure over the variables in scope; its name is in the
    /// annotations ([Anno#funName]).
    record Fun(List<Var> params, CoreExpr body, Anno anno) implements CoreExpr {
        public Fun {
            params = List.copyOf(params);
        }

        public int arity() {
            return params.size();
        }
    }

    /// `apply F(Args)`: a [FunctionRef] names the function; any other operator is a fun value, and
    /// the call fails with `{badfun,F}` or `{badarity,{F,Args}}` when it is none of that arity.
    record Apply(CoreExpr operator, List<CoreExpr> args, Anno anno) implements CoreExpr {
        public Apply {
            args = List.copyOf(args);
        }
    }

    /// `call Module:Name(Args)`: a remote function or a BIF.
    record Call(CoreExpr module, CoreExpr name, List<CoreExpr> args, Anno anno)
            implements CoreExpr {
        public Call {
            args = List.copyOf(args);
        }

        /// True for a call of `module:name` with this number of arguments, all known here.
        public boolean is(String module, String name, int arity) {
            return args.size() == arity
                    && this.module instanceof Literal(Atom m, _)
                    && m.name().equals(module)
                    && this.name instanceof Literal(Atom n, _)
                    && n.name().equals(name);
        }
    }

    /// `primop Name(Args)`. Those that this compiler writes and reads: see [PrimOps].
    record PrimOp(Atom name, List<CoreExpr> args, Anno anno) implements CoreExpr {
        public PrimOp {
            args = List.copyOf(args);
        }
    }

    /// `let <Vars> = Value in Body`. The value gives as many values as there are variables.
    record Let(List<Var> vars, CoreExpr value, CoreExpr body, Anno anno) implements CoreExpr {
        public Let {
            vars = List.copyOf(vars);
        }
    }

    /// `do First Then`: the value of `first` (one, unused) is dropped.
    record Seq(CoreExpr first, CoreExpr then, Anno anno) implements CoreExpr {}

    /// `letrec F/N = fun … in Body`: the functions see each other and the body sees them. With the
    /// annotation [Anno#LETREC_GOTO] every use is an [Apply] in tail position with respect to this
    /// node, so each is a label with parameters.
    record Letrec(List<FunctionDef> functions, CoreExpr body, Anno anno) implements CoreExpr {
        public Letrec {
            functions = List.copyOf(functions);
        }
    }

    /// `case Arg of Clauses end`: the first clause that matches and whose guard is true gives the
    /// value. Every clause has as many patterns as the argument gives values. Some clause always
    /// matches in what this compiler writes (the last one calls `match_fail`); when none does, the
    /// behaviour is undefined.
    record Case(CoreExpr arg, List<Clause> clauses, Anno anno) implements CoreExpr {
        public Case {
            clauses = List.copyOf(clauses);
        }
    }

    /// `try Arg of <Vars> -> Body catch <Class,Reason,RawTrace> -> Handler`. Only exceptions of
    /// `arg` are caught. There are three handler variables (two in a guard, where the handler is
    /// `'false'`); the third is opaque, only `build_stacktrace` and `raw_raise` take it.
    record Try(
            CoreExpr arg,
            List<Var> vars,
            CoreExpr body,
            List<Var> handlerVars,
            CoreExpr handler,
            Anno anno)
            implements CoreExpr {
        public Try {
            vars = List.copyOf(vars);
            handlerVars = List.copyOf(handlerVars);
        }
    }

    /// `catch Body`: the value, or what Erlang's old `catch` makes of the exception.
    record Catch(CoreExpr body, Anno anno) implements CoreExpr {}

    /// `receive Clauses after Timeout -> Action`. Each clause has one pattern, the message. The
    /// timeout is a simple expression: `'infinity'`, or an integer in `0 .. 2^32-1`, or else the
    /// node fails with `timeout_value`.
    record Receive(List<Clause> clauses, CoreExpr timeout, CoreExpr action, Anno anno)
            implements CoreExpr {
        public Receive {
            clauses = List.copyOf(clauses);
        }
    }
}
