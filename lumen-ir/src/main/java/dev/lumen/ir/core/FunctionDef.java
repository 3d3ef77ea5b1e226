package dev.lumen.ir.core;

/// A function of a module or of a `letrec`. The arity of the name is that of the fun.
public record FunctionDef(FunctionName name, CoreExpr.Fun fun) {}
