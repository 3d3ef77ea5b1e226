/// The intermediate representations and the tables of what the language has built in.
module dev.lumen.ir {
    exports dev.lumen.ir;
    exports dev.lumen.ir.abi;
    exports dev.lumen.ir.bif;
    exports dev.lumen.ir.core;
    exports dev.lumen.ir.diag;
    exports dev.lumen.ir.pass;
    exports dev.lumen.ir.forms;
    exports dev.lumen.ir.ssa;
    exports dev.lumen.ir.ssa.gen;
    exports dev.lumen.ir.ssa.interp;
    exports dev.lumen.ir.term;

    requires static org.immutables.value.annotations;
}
