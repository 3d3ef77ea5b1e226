/// `.beam` files: their chunks, and the forms that their debug information holds.
package dev.lumen.frontend.beam;
