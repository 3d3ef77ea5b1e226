/// From characters to tokens: [dev.lumen.frontend.scan.Scanner] reads one form at a time, so that
/// what a form says (a feature turned on, say) can change how the next one is read.
package dev.lumen.frontend.scan;
