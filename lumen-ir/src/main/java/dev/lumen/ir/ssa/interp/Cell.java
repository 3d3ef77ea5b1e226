package dev.lumen.ir.ssa.interp;

/// A list cell.
record Cell(Object head, Object tail) {}
