/// What the stages of the compiler share.
package dev.lumen.ir;
