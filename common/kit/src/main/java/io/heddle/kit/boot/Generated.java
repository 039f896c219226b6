package io.heddle.kit.boot;

import io.heddle.kit.client.Clients;
import io.heddle.kit.rpc.RpcTable;
import io.heddle.kit.rpc.serve.RpcRoutes;
import io.heddle.kit.server.Routes;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Finds, once at the start, what the processor wrote for a contract.
final class Generated {
    private Generated() {}

    static <A> Routes routes(Class<A> api, A handler) {
        try {
            Class<?> type = Class.forName(Clients.generated(api, "Routes"), true, api.getClassLoader());
            Constructor<?> constructor = type.getDeclaredConstructor(api);
            constructor.setAccessible(true);
            return (Routes) constructor.newInstance(handler);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    api.getName() + " has no generated routes: is it an @HttpApi, and does the processor run?", e);
        }
    }

    /// The table of what may be called by name of a type, empty when nothing may.
    static Optional<RpcTable> table(Class<?> type, Object... target) {
        try {
            Class<?> table = Class.forName(Clients.generated(type, "Rpc"), true, type.getClassLoader());
            Constructor<?> constructor = table.getDeclaredConstructors()[0];
            if (constructor.getParameterCount() > target.length) {
                throw new IllegalArgumentException(type.getName() + " has methods that need an object to be called on");
            }
            constructor.setAccessible(true);
            return Optional.of(
                    (RpcTable) constructor.newInstance(Arrays.copyOf(target, constructor.getParameterCount())));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("the table of " + type.getName() + " cannot be made", e);
        }
    }

    /// The names of all routes, and of all that may be called by name.
    static List<String> methods(List<Routes> routes, Optional<RpcRoutes> byName) {
        TreeSet<String> names = new TreeSet<>();
        byName.ifPresent(table -> names.addAll(table.names()));
        routes.forEach(each -> each.addTo((_, _, name, _) -> names.add(name)));
        return List.copyOf(names);
    }
}
