/// Lumen: compiles the languages of the BEAM ahead of time, and runs what it compiled.
module dev.lumen {
    requires transitive dev.lumen.ir;
    requires transitive dev.lumen.codegen;
    requires transitive dev.lumen.runtime.bindings;
    requires dev.lumen.frontend;
    requires dev.lumen.runtime;
    requires static org.immutables.value.annotations;

    exports dev.lumen;

    uses dev.lumen.frontend.preprocess.OtpKit;
}
