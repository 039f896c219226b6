package io.heddle.kit.console;

import io.heddle.contract.error.ServiceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The files of a page under one hash of them all: a browser keeps them for ever, and a changed one is at another
/// address. The page names its files as `/console/files/NAME`; what is not beside its anchor is what all pages share.
/// What they share of the page itself is `frame.html`: above its `<body>` a page says only what is its own in the head,
/// below it what is its own in the body.
final class Assets {
    private static final String INDEX = "index.html";
    private static final String FRAME = "frame.html";
    private static final String BODY = "<body>\n";
    private static final Pattern NAMED = Pattern.compile("/console/files/([a-z][a-z-]*\\.(?:css|js|svg))");
    private static final Map<String, String> TYPES =
            Map.of("css", "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");
    private static final int HASH_CHARACTERS = 16;

    private final Map<String, byte[]> files = new TreeMap<>();
    private final String hash;
    private final byte[] page;

    /// One file.
    record Asset(String type, byte[] bytes) {}

    Assets(Class<?> anchor) {
        String index = framed(text(anchor, INDEX));
        Matcher named = NAMED.matcher(index);
        while (named.find()) {
            files.computeIfAbsent(named.group(1), name -> read(anchor, name));
        }
        this.hash = hash(files);
        this.page =
                index.replace("/console/files/", "/console/files/" + hash + '/').getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Class<?> anchor, String name) {
        return new String(read(anchor, name), StandardCharsets.UTF_8);
    }

    private static String framed(String page) {
        int body = page.indexOf(BODY);
        if (body < 0) {
            throw new IllegalStateException(INDEX + " of the console has no line " + BODY.strip());
        }
        return text(Assets.class, FRAME)
                .replace("<!-- head -->\n", page.substring(0, body))
                .replace("<!-- body -->\n", page.substring(body + BODY.length()));
    }

    private static byte[] read(Class<?> anchor, String name) {
        try (InputStream own = anchor.getResourceAsStream(name);
                InputStream in = own != null ? own : Assets.class.getResourceAsStream(name)) {
            return bytes(in, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(@Nullable InputStream in, String name) throws IOException {
        if (in == null) {
            throw new IllegalStateException("the class path lacks " + name + " of the console");
        }
        return in.readAllBytes();
    }

    private static String hash(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, bytes) -> {
                digest.update((name + ' ' + bytes.length + '\n').getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    byte[] page() {
        return page;
    }

    /// A file of this very state of the page.
    ///
    /// @throws ServiceException 404 for another
    Asset file(String asked, String name) {
        byte[] found = Optional.ofNullable(files.get(name))
                .filter(_ -> asked.equals(hash))
                .orElseThrow(() -> ServiceException.notFound("there is no such file"));
        return new Asset(TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), ""), found);
    }
}
