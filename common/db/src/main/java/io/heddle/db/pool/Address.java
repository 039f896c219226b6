package io.heddle.db.pool;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Where a database is and how one gets in. Made complete: H2 speaks MySQL's dialect, times are UTC, text is any
/// text.
///
/// @param url the JDBC URL, `jdbc:h2:` or `jdbc:mysql:`; what it says itself is not changed
/// @param user the name to log in with
/// @param password the password
/// @param properties what the driver is told beside
public record Address(String url, String user, String password, Map<String, String> properties) {
    private static final String H2 = "jdbc:h2:";
    private static final String H2_MEMORY = "jdbc:h2:mem:";
    private static final String FILE = "file:";
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9]+:");
    private static final String MYSQL = "jdbc:mysql:";
    private static final String SILENCE = "socketTimeout";

    /// Makes an address complete.
    ///
    /// @throws IllegalArgumentException when the URL is of neither kind
    public static Address of(String url, String user, String password, Times times) {
        if (url.startsWith(H2)) {
            return new Address(h2(url), user, password, Map.of());
        } else if (url.startsWith(MYSQL)) {
            return new Address(url, user, password, mysql(times));
        }
        throw new IllegalArgumentException("the url must begin with " + H2 + " or " + MYSQL);
    }

    /// Limits of a connection.
    ///
    /// @param connect for making it
    /// @param silence how long the server may be silent before it counts as broken
    public record Times(Duration connect, Duration silence) {}

    private static String h2(String url) {
        String full = with(retrying(url), "MODE", "MySQL");
        full = with(full, "DATABASE_TO_LOWER", "TRUE");
        full = with(full, "CASE_INSENSITIVE_IDENTIFIERS", "TRUE");
        full = with(full, "TIME ZONE", "UTC");
        full = with(full, "DB_CLOSE_ON_EXIT", "FALSE");
        return url.startsWith(H2_MEMORY) ? with(full, "DB_CLOSE_DELAY", "-1") : with(full, "WRITE_DELAY", "0");
    }

    /// Without this an interrupted thread closes the file under all others: Java closes the channel that it reads
    /// or writes.
    private static String retrying(String url) {
        String place = url.substring(H2.length());
        String path = place.startsWith(FILE) ? place.substring(FILE.length()) : place;
        return SCHEME.matcher(path).lookingAt() ? url : H2 + "retry:" + path;
    }

    private static String with(String url, String name, String value) {
        boolean said = url.toUpperCase(Locale.ROOT).contains(';' + name + '=');
        return said ? url : url + ';' + name + '=' + value;
    }

    private static Map<String, String> mysql(Times times) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("connectTimeout", Long.toString(times.connect().toMillis()));
        properties.put(SILENCE, Long.toString(times.silence().toMillis()));
        properties.put("characterEncoding", "UTF-8");
        properties.put("connectionTimeZone", "UTC");
        properties.put("forceConnectionTimeZoneToSession", "true");
        properties.put("useServerPrepStmts", "true");
        properties.put("cachePrepStmts", "true");
        properties.put("prepStmtCacheSize", "250");
        properties.put("prepStmtCacheSqlLimit", "4096");
        properties.put("useCursorFetch", "true");
        properties.put("useLocalSessionState", "true");
        properties.put("tcpKeepAlive", "true");
        return properties;
    }

    /// The same for work that may take as long as it needs, such as building an index.
    public Address patient() {
        Map<String, String> patient = new LinkedHashMap<>(properties);
        patient.remove(SILENCE);
        return new Address(url, user, password, patient);
    }

    /// What kind of database it is, as traces name it.
    public String type() {
        return url.startsWith(H2) ? "h2" : "mysql";
    }

    /// The address without anything that is nobody's business: neither user nor password nor parameters.
    public String peer() {
        String plain =
                url.substring(url.startsWith(H2) ? H2.length() : MYSQL.length()).replaceFirst("^retry:", "");
        int end = plain.length();
        for (char mark : new char[] {';', '?', '#'}) {
            int at = plain.indexOf(mark);
            end = at >= 0 && at < end ? at : end;
        }
        String bare = plain.substring(0, end);
        return bare.substring(bare.lastIndexOf('@') + 1).replaceFirst("^//", "");
    }

    /// Never shows the password.
    @Override
    public String toString() {
        return type() + ' ' + peer();
    }
}
