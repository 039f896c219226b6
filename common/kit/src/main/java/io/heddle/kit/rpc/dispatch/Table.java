package io.heddle.kit.rpc.dispatch;

import io.heddle.kit.rpc.RpcMethods;
import io.heddle.kit.rpc.RpcTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All methods by their names. Never changes, and is searched by the exact name alone.
final class Table {
    private final Map<String, Method> methods;

    private Table(Map<String, Method> methods) {
        this.methods = Map.copyOf(methods);
    }

    static Table of(List<RpcTable> tables) {
        Map<String, Method> methods = new TreeMap<>();
        RpcMethods collect = (name, idempotent, parameters, invoker) -> {
            if (methods.putIfAbsent(name, new Method(name, idempotent, parameters, invoker)) != null) {
                throw new IllegalArgumentException("the name " + name + " is in two tables");
            }
        };
        tables.forEach(table -> table.addTo(collect));
        return new Table(methods);
    }

    Optional<Method> find(String name) {
        return Optional.ofNullable(methods.get(name));
    }

    List<Method> all() {
        return methods.keySet().stream().sorted().map(methods::get).toList();
    }
}
