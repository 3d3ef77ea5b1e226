/// The C runtime as resources, and the LLVM programs that build and link it.
module dev.lumen.runtime {
    requires transitive dev.lumen.ir;
    requires org.bytedeco.javacpp;
    requires org.bytedeco.llvm;
    // The libraries for this machine, by name: nothing else would bring these modules into a
    // program
    // on the module path.
    requires org.bytedeco.javacpp.linux.x86_64;
    requires org.bytedeco.llvm.linux.x86_64;

    exports dev.lumen.runtime.tools;
}
