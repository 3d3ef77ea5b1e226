/// From SSA to LLVM, and from there to objects, executables and running code.
module dev.lumen.codegen {
    requires transitive dev.lumen.ir;
    requires transitive dev.lumen.runtime;
    requires dev.lumen.runtime.bindings;
    requires org.bytedeco.javacpp;
    requires org.bytedeco.llvm;

    exports dev.lumen.codegen;
    exports dev.lumen.codegen.opt;
}
