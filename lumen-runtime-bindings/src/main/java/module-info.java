/// The runtime seen from Java.
module dev.lumen.runtime.bindings {
    requires transitive dev.lumen.ir;
    requires dev.lumen.runtime;
    requires static com.palantir.javapoet;
    requires static org.immutables.value.annotations;
}
