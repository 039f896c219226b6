package io.heddle.kit.server.cors;

import io.heddle.contract.bind.Default;
import java.time.Duration;
import java.util.List;

/// Which origins may call, and how.
///
/// @param origins origins as a browser sends them, `https://shop.example`, or `*` alone; empty allows none
/// @param methods the methods they may use
/// @param headers the request headers they may send
/// @param exposed the response headers their scripts may read
/// @param credentials whether cookies and authorization may come along; not with `*`
/// @param maxAge how long a browser may keep the answer to its question
public record CorsSettings(
        @Default("") List<String> origins,
        @Default("GET,HEAD,POST,PUT,PATCH,DELETE") List<String> methods,
        @Default("Content-Type,Authorization,X-Request-Id") List<String> headers,
        @Default("X-Request-Id,Location,ETag") List<String> exposed,
        @Default("false") boolean credentials,
        @Default("10m") Duration maxAge) {
    /// Checks that the wildcard stands alone and without credentials.
    ///
    /// @throws IllegalArgumentException when it does not
    public CorsSettings {
        origins = List.copyOf(origins);
        methods = List.copyOf(methods);
        headers = List.copyOf(headers);
        exposed = List.copyOf(exposed);
        if (origins.contains("*") && (credentials || origins.size() > 1)) {
            throw new IllegalArgumentException("cors origin * must stand alone and without credentials");
        }
    }

    /// No other origin.
    public static CorsSettings none() {
        return of(List.of());
    }

    /// These origins with the usual methods and headers, without credentials.
    public static CorsSettings of(List<String> origins) {
        return new CorsSettings(
                origins,
                List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"),
                List.of("Content-Type", "Authorization", "X-Request-Id"),
                List.of("X-Request-Id", "Location", "ETag"),
                false,
                Duration.ofMinutes(10));
    }
}
