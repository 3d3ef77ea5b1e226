/// The runtime seen from Java.
module dev.lumen.runtime.bindings {
    requires transitive dev.lumen.ir;
    requires transitive dev.lumen.runtime;
    requires static com.palantir.javapoet;
    requires static org.immutables.value.annotations;

    exports dev.lumen.runtime.bindings;
}
