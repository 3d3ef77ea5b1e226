package dev.lumen.ir.forms;

/// `key => value`, or `key := value` when `exact`.
public record MapField(Anno anno, boolean exact, Expr key, Expr value) {}
