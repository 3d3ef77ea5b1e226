package dev.lumen.examples;

import dev.lumen.Compilation;
import dev.lumen.Lumen;
import dev.lumen.Source;
import dev.lumen.ir.term.Term;
import dev.lumen.runtime.bindings.ErlangException;
import dev.lumen.runtime.bindings.LumenRuntime;
import dev.lumen.runtime.bindings.RuntimeOptions;
import dev.lumen.runtime.tools.RuntimeMode;

import java.util.concurrent.ExecutionException;

/// Erlang inside a Java program: a call with values, a Java method that Erlang calls, an exception
/// that comes back.
public final class Embed {
    private static final String PRICES =
            """
            -module(prices).
            -export([total/1]).

            %% shop:price/1 is a Java method.
            total(Basket) -> lists_sum([Count * shop:price(Item) || {Item, Count} <- Basket]).

            lists_sum([]) -> 0;
            lists_sum([H | T]) -> H + lists_sum(T).
            """;

    private Embed() {}

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        Compilation compilation = Lumen.compile(Source.erlang("prices.erl", PRICES)).run();
        try (LumenRuntime runtime = LumenRuntime.open(RuntimeOptions.defaults())) {
            runtime.register(
                    "shop",
                    "price",
                    1,
                    arguments ->
                            switch (arguments.getFirst().toString()) {
                                case "apple" -> Term.of(30);
                                case "pear" -> Term.of(45);
                                default ->
                                        throw ErlangException.error(
                                                Term.tuple(
                                                        Term.atom("no_price"),
                                                        arguments.getFirst()));
                            });
            compilation.loadInto(runtime, RuntimeMode.current());
            Term basket = Term.list(item("apple", 3), item("pear", 2));
            System.out.println("total: " + runtime.call("prices", "total", basket).get());
            try {
                runtime.call("prices", "total", Term.list(item("plum", 1))).get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof ErlangException failure) {
                    System.out.println(failure.kind() + " " + failure.reason());
                }
            }
        }
    }

    private static Term item(String name, int count) {
        return Term.tuple(Term.atom(name), Term.of(count));
    }
}
