/// From forms to Core Erlang. Start at [dev.lumen.frontend.core.FormsToCore].
package dev.lumen.frontend.core;
