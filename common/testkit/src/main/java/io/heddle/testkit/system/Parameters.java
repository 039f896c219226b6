package io.heddle.testkit.system;

import io.heddle.testkit.server.MariaDb;
import io.heddle.testkit.server.Schema;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Makes what the parameters of a test ask for; JUnit's store closes it.
final class Parameters implements ParameterResolver {
    private static final Namespace OURS = Namespace.create(Parameters.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestSystem.class || type == Schema.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        if (parameter.getParameter().getType() == TestSystem.class) {
            return test.getStore(OURS).computeIfAbsent(TestSystem.class, _ -> TestSystem.start(), TestSystem.class);
        }
        return parameter.isAnnotated(OnMariaDb.class) ? onMariaDb(test) : inMemory();
    }

    private static Schema onMariaDb(ExtensionContext test) {
        return test.getRoot()
                .getStore(OURS)
                .computeIfAbsent(MariaDb.class, _ -> MariaDb.start(), MariaDb.class)
                .schema();
    }

    /// It lives as long as this process: what opens it again finds what was there.
    private static Schema inMemory() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1";
        return new Schema(url, "sa", "");
    }
}
