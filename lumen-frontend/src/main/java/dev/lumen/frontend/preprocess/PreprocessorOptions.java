package dev.lumen.frontend.preprocess;

import dev.lumen.frontend.scan.LanguageLevel;
import dev.lumen.ir.term.Term;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// How a source is to be read. Immutable; the `with` methods give changed copies.
///
/// - `level`: the release whose language it is, also the value of `?OTP_RELEASE`;
/// - `includes`: where `-include` finds files;
/// - `macros`: defined before the first line, as `erlc -D` does;
/// - `features`: enabled before the first line, besides those that the level has on by default.
public record PreprocessorOptions(
        LanguageLevel level,
        IncludeResolver includes,
        Map<String, Term> macros,
        Set<String> features) {
    public PreprocessorOptions {
        macros = Collections.unmodifiableMap(new LinkedHashMap<>(macros));
        features = Set.copyOf(features);
    }

    /// The newest language, no includes, no macros.
    public static PreprocessorOptions defaults() {
        return new PreprocessorOptions(
                LanguageLevel.newest(), IncludeResolver.NONE, Map.of(), Set.of());
    }

    public PreprocessorOptions withLevel(LanguageLevel value) {
        return new PreprocessorOptions(value, includes, macros, features);
    }

    public PreprocessorOptions withIncludes(IncludeResolver value) {
        return new PreprocessorOptions(level, value, macros, features);
    }

    public PreprocessorOptions withMacro(String name, Term value) {
        var more = new LinkedHashMap<>(macros);
        more.put(name, value);
        return new PreprocessorOptions(level, includes, more, features);
    }

    public PreprocessorOptions withFeatures(Set<String> value) {
        return new PreprocessorOptions(level, includes, macros, value);
    }
}
