/// From source text, `.beam` and `.core` files to SSA.
module dev.lumen.frontend {
    requires transitive dev.lumen.ir;
    requires static org.immutables.value.annotations;
}
