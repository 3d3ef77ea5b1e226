/// The intermediate representations and the tables of what the language has built in.
module dev.lumen.ir {
    requires static org.immutables.value.annotations;
}
