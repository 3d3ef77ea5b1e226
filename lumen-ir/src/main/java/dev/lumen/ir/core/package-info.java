/// Core Erlang, the published intermediate language: one [CoreModule] per Erlang module.
///
/// Everything here is immutable and free of nulls, so any thread may read it. Start at [CoreExpr].
package dev.lumen.ir.core;
