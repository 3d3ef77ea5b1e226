/// Small programs that use the published API only.
package dev.lumen.examples;
