/// Includes, macros and conditional compilation, form by form, as OTP's `epp` does it.
///
/// [dev.lumen.frontend.preprocess.Preprocessor] drives; [dev.lumen.frontend.preprocess.MacroTable]
/// holds definitions, [dev.lumen.frontend.preprocess.MacroExpander] replaces calls, and a host
/// decides through [dev.lumen.frontend.preprocess.IncludeResolver] where included files come from.
package dev.lumen.frontend.preprocess;
