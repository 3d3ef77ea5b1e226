/// What is wrong with forms that parse: undefined functions, unbound variables, illegal patterns
/// and guards, records and types that do not exist, and warnings about code that is unused or
/// surely not meant. Messages and their places are OTP's.
///
/// What is visible where is found here, once: [dev.lumen.frontend.lint.Scopes] tells who lowers the
/// forms which variable each occurrence is.
///
/// [dev.lumen.frontend.lint.Lint] is the entry; [dev.lumen.frontend.lint.LintProblem] lists
/// everything it can say.
package dev.lumen.frontend.lint;
