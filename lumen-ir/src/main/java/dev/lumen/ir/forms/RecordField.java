package dev.lumen.ir.forms;

/// `name = value` in a record expression or pattern. The name is an [Expr.AtomLiteral], or the
/// variable `_`, which stands for all fields not named.
public record RecordField(Anno anno, Expr name, Expr value) {}
