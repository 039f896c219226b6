package io.heddle.configcenter.access;

import io.heddle.kit.access.Access;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Router.Handler;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who asks. Ambient: the gate binds it around each request.
///
/// @param name what they are called in releases and in the audit trail
/// @param scope what they may, `service` when they may only read what is of their service
/// @param owns the service whose secrets they are told
/// @param reads the services whose configs they may read, all when absent
/// @param token the SHA-256 of the token that they showed, when the centre gave it out
public record Visitor(
        String name, String scope, Optional<String> owns, Optional<List<String>> reads, Optional<String> token) {
    /// The scope of one who may only read what is of their service.
    public static final String SERVICE = "service";

    private static final ScopedValue<Visitor> CURRENT = ScopedValue.newInstance();

    /// One who showed no token that the centre gave out.
    public Visitor(String name, String scope, Optional<String> owns, Optional<List<String>> reads) {
        this(name, scope, owns, reads, Optional.empty());
    }

    /// Who asks now.
    ///
    /// @throws IllegalStateException outside a request
    public static Visitor current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("nobody asks"));
    }

    /// Does something in the name of this one.
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /// Answers a request in the name of this one.
    void handle(Handler handler, Exchange exchange) throws Exception {
        ScopedValue.where(CURRENT, this).<@Nullable Void, Exception>call(() -> {
            handler.handle(exchange);
            return null;
        });
    }

    /// Whether they are told the secrets of a service.
    public boolean reveals(String service) {
        return owns.filter(service::equals).isPresent();
    }

    /// Refuses one who may not read what is of a service.
    ///
    /// @throws io.heddle.contract.error.ServiceException 403
    public void mayRead(String service) {
        if (reads.isPresent() && !reads.get().contains(service)) {
            throw Access.insufficient("read " + String.join(", ", reads.get()));
        }
    }
}
