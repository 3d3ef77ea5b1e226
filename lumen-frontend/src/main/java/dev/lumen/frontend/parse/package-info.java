/// From the tokens of a form to the form: a recursive-descent parser in three parts (forms,
/// expressions, types) over one [dev.lumen.frontend.parse.TokenStream].
package dev.lumen.frontend.parse;
