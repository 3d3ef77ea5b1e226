/// From source text, `.beam` and `.core` files to SSA.
module dev.lumen.frontend {
    exports dev.lumen.frontend;
    exports dev.lumen.frontend.beam;
    exports dev.lumen.frontend.lint;
    exports dev.lumen.frontend.parse;
    exports dev.lumen.frontend.preprocess;
    exports dev.lumen.frontend.scan;
    exports dev.lumen.frontend.core;
    exports dev.lumen.frontend.ssa;

    requires transitive dev.lumen.ir;
    requires static org.immutables.value.annotations;
}
