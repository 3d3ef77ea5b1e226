/// Erlang's abstract format as immutable records: what the parser makes, what `.beam` debug
/// information holds, and what the lowering to Core Erlang starts from.
///
/// [dev.lumen.ir.forms.ModuleForms] is a module; [dev.lumen.ir.forms.AbstractFormat] turns records
/// into the terms that OTP documents, and back, without loss. The records follow OTP's format one
/// to one, with two differences that spare their readers deep recursion and case distinctions: a
/// list is one [dev.lumen.ir.forms.Expr.ListExpr] instead of a chain of cons cells, and the
/// templates of a comprehension are always a list.
package dev.lumen.ir.forms;
