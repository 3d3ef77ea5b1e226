/// Builds the C runtime: run by Maven once the Java of this module is compiled, and left out of its
/// jar.
///
/// [RuntimeBuild] is the whole story in order: generate headers from the tables, compile every
/// source for every [Variant], archive or link, pack the result and the C libraries as resources.
package dev.lumen.runtime.build;
