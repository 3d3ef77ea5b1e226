/// The C runtime as resources, and the LLVM programs that build and link it.
module dev.lumen.runtime {
    requires transitive dev.lumen.ir;
    requires org.bytedeco.javacpp;
    requires org.bytedeco.llvm;

    exports dev.lumen.runtime.tools;
}
