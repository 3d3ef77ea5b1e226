/// From source text to forms, Core Erlang and SSA.
package dev.lumen.frontend;
