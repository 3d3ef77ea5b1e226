package dev.lumen.runtime.bindings.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import javax.lang.model.element.Modifier;

/// Reads the declarations of `lumen.h` and writes the class `LumenLibrary`: a layout for each
/// struct, a descriptor for each callback, a constant for each enumerator, and a method for each
/// function.
///
/// The header is read with a handful of patterns, not with a C parser: it keeps to one declaration
/// per `;`, fixed-width types and named parameters, and anything else is refused here, at build
/// time.
///
/// Run by the build from source: `java --class-path javapoet.jar GenerateBindings.java HEADER
/// OUTPUT_FOLDER`.
public final class GenerateBindings {
    private static final String PACKAGE = "dev.lumen.runtime.bindings";
    private static final Pattern ENUMERATOR = Pattern.compile("(\\w+)\\s*=\\s*(-?\\w+)");
    private static final Pattern CALLBACK =
            Pattern.compile("typedef void \\(\\*(\\w+)\\)\\((.*)\\)");
    private static final Pattern STRUCT = Pattern.compile("typedef struct (\\w+) \\{(.*)\\} \\1");
    private static final Pattern FUNCTION = Pattern.compile("(.*?[ *])(lumen_\\w+)\\((.*)\\)");

    private record Parameter(Type type, String name) {}

    private enum Type {
        VOID(TypeName.VOID, null),
        BOOL(TypeName.BOOLEAN, "JAVA_BOOLEAN"),
        I32(TypeName.INT, "JAVA_INT"),
        I64(TypeName.LONG, "JAVA_LONG"),
        POINTER(TypeName.get(MemorySegment.class), "ADDRESS");

        final TypeName java;
        final String layout;

        Type(TypeName java, String layout) {
            this.java = java;
            this.layout = layout;
        }

        static Type of(String c, Map<String, ?> callbacks) {
            String text = c.replace("const", "").strip();
            if (text.contains("*") || callbacks.containsKey(text)) {
                return POINTER;
            }
            return switch (text) {
                case "void" -> VOID;
                case "bool" -> BOOL;
                case "int32_t", "uint32_t" -> I32;
                case "int64_t", "uint64_t", "lm_term" -> I64;
                default ->
                        throw new IllegalArgumentException("lumen.h: no Java type for '" + c + "'");
            };
        }

        CodeBlock layout() {
            return CodeBlock.of("$T.$L", ValueLayout.class, layout);
        }
    }

    private final Map<String, List<Parameter>> callbacks = new LinkedHashMap<>();
    private final TypeSpec.Builder out =
            TypeSpec.classBuilder("LumenLibrary")
                    .addModifiers(Modifier.FINAL)
                    .addJavadoc(
                            "The functions of {@code lumen.h} in one loaded library. Generated from"
                                    + " it.\n");
    private final MethodSpec.Builder constructor =
            MethodSpec.constructorBuilder().addParameter(SymbolLookup.class, "library");

    public static void main(String[] args) throws IOException {
        String header = Files.readString(Path.of(args[0]));
        new GenerateBindings().generate(header).writeTo(Path.of(args[1]));
    }

    private JavaFile generate(String header) {
        constructor.addStatement("var linker = $T.nativeLinker()", Linker.class);
        for (String declaration : declarations(header)) {
            one(declaration);
        }
        out.addMethod(constructor.build());
        return JavaFile.builder(PACKAGE, out.build())
                .addFileComment("Generated from lumen.h by GenerateBindings. Do not edit.")
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
    }

    /// The text without comments and directives, cut at every `;` that is not inside braces.
    private static List<String> declarations(String header) {
        String text =
                header.replaceAll("//[^\n]*", "")
                        .replaceAll("(?m)^#.*$", "")
                        .replaceAll("\\s+", " ");
        var all = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '{' -> depth++;
                case '}' -> depth--;
                case ';' -> {
                    if (depth == 0) {
                        all.add(text.substring(start, i).strip());
                        start = i + 1;
                    }
                }
                default -> {}
            }
        }
        return all;
    }

    private void one(String declaration) {
        var struct = STRUCT.matcher(declaration);
        var callback = CALLBACK.matcher(declaration);
        var function = FUNCTION.matcher(declaration);
        if (declaration.startsWith("enum ")) {
            enumerators(declaration);
        } else if (struct.matches()) {
            struct(struct.group(1), struct.group(2));
        } else if (callback.matches()) {
            callback(callback.group(1), parameters(callback.group(2)));
        } else if (declaration.matches("typedef struct \\w+ \\w+")) {
            return; // opaque: only ever behind a pointer
        } else if (function.matches()) {
            function(function.group(1).strip(), function.group(2), parameters(function.group(3)));
        } else {
            throw new IllegalArgumentException("lumen.h: can't read '" + declaration + "'");
        }
    }

    private void enumerators(String declaration) {
        var row = ENUMERATOR.matcher(declaration.substring(declaration.indexOf('{')));
        while (row.find()) {
            out.addField(
                    FieldSpec.builder(int.class, row.group(1), Modifier.STATIC, Modifier.FINAL)
                            .initializer(row.group(2))
                            .build());
        }
    }

    private void struct(String name, String body) {
        var members = new ArrayList<CodeBlock>();
        long offset = 0;
        for (String field : body.split(";")) {
            if (field.isBlank()) {
                continue;
            }
            Parameter p = parameter(field.strip());
            long size = p.type == Type.I32 ? 4 : 8;
            if (offset % size != 0) {
                throw new IllegalArgumentException(
                        "lumen.h: " + name + "." + p.name + " needs padding: reorder");
            }
            offset += size;
            members.add(CodeBlock.of("$L.withName($S)", p.type.layout(), p.name));
        }
        out.addField(
                FieldSpec.builder(
                                StructLayout.class,
                                name.toUpperCase(),
                                Modifier.STATIC,
                                Modifier.FINAL)
                        .initializer(
                                "$T.structLayout(\n$L)",
                                MemoryLayout.class,
                                CodeBlock.join(members, ",\n"))
                        .build());
    }

    private void callback(String name, List<Parameter> parameters) {
        callbacks.put(name, parameters);
        out.addField(
                FieldSpec.builder(
                                FunctionDescriptor.class,
                                name.toUpperCase(),
                                Modifier.STATIC,
                                Modifier.FINAL)
                        .initializer(descriptor(Type.VOID, parameters))
                        .build());
    }

    private void function(String result, String name, List<Parameter> parameters) {
        Type type = Type.of(result, callbacks);
        out.addField(MethodHandle.class, name, Modifier.PRIVATE, Modifier.FINAL);
        constructor.addStatement(
                "$N = linker.downcallHandle(library.findOrThrow($S), $L)",
                name,
                name,
                descriptor(type, parameters));
        var method = MethodSpec.methodBuilder(camelCase(name)).returns(type.java);
        var call = new ArrayList<CodeBlock>();
        for (Parameter p : parameters) {
            method.addParameter(p.type.java, p.name);
            call.add(CodeBlock.of("$N", p.name));
        }
        CodeBlock invoke = CodeBlock.of("$N.invokeExact($L)", name, CodeBlock.join(call, ", "));
        method.beginControlFlow("try");
        if (type == Type.VOID) {
            method.addStatement(invoke);
        } else {
            method.addStatement("return ($T) $L", type.java, invoke);
        }
        method.nextControlFlow("catch ($T e)", ClassName.get("java.lang", "Throwable"))
                .addStatement(
                        "throw new $T($S, e)",
                        AssertionError.class,
                        name + ": a foreign call can't throw")
                .endControlFlow();
        out.addMethod(method.build());
    }

    private CodeBlock descriptor(Type result, List<Parameter> parameters) {
        var layouts = new ArrayList<CodeBlock>();
        if (result != Type.VOID) {
            layouts.add(result.layout());
        }
        parameters.forEach(p -> layouts.add(p.type.layout()));
        return CodeBlock.of(
                "$T.$L($L)",
                FunctionDescriptor.class,
                result == Type.VOID ? "ofVoid" : "of",
                CodeBlock.join(layouts, ", "));
    }

    private List<Parameter> parameters(String text) {
        var all = new ArrayList<Parameter>();
        if (!text.isBlank() && !text.strip().equals("void")) {
            for (String p : text.split(",")) {
                all.add(parameter(p.strip()));
            }
        }
        return all;
    }

    /// `const uint8_t *bytes`, `char **argv`, `uint64_t length`.
    private Parameter parameter(String text) {
        int cut = Math.max(text.lastIndexOf(' '), text.lastIndexOf('*')) + 1;
        if (cut == 0) {
            throw new IllegalArgumentException("lumen.h: parameter without a name: '" + text + "'");
        }
        return new Parameter(Type.of(text.substring(0, cut), callbacks), text.substring(cut));
    }

    private static String camelCase(String name) {
        var out = new StringBuilder();
        for (String part : name.replaceFirst("^lumen_", "").split("_")) {
            out.append(
                    out.isEmpty()
                            ? part
                            : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return out.toString();
    }
}
