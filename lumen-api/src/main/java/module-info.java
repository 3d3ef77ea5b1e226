/// Lumen: compiles the languages of the BEAM ahead of time, and runs what it compiled.
module dev.lumen {
    requires transitive dev.lumen.ir;
    requires dev.lumen.frontend;
    requires dev.lumen.runtime;
    requires dev.lumen.runtime.bindings;
    requires dev.lumen.codegen;
    requires static org.immutables.value.annotations;
}
