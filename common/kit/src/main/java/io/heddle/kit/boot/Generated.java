package io.heddle.kit.boot;

import io.heddle.kit.client.Clients;
import io.heddle.kit.server.Routes;
import java.lang.reflect.Constructor;
import java.util.List;
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

    /// The names of all routes.
    static List<String> methods(List<Routes> routes) {
        TreeSet<String> names = new TreeSet<>();
        routes.forEach(each -> each.addTo((_, _, name, _) -> names.add(name)));
        return List.copyOf(names);
    }
}
