package io.heddle.seckill.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// The Lua scripts, each in a file of its name beside this class, and known to Redis by its digest.
enum Script {
    CLAIM,
    SETTLE,
    EXPIRE,
    PUT,
    REMOVE;

    private final String text;
    private final String digest;

    Script() {
        byte[] bytes = read(name().toLowerCase(Locale.ROOT));
        this.text = new String(bytes, StandardCharsets.UTF_8);
        this.digest = digest(bytes);
    }

    private static byte[] read(String name) {
        try (InputStream file = Script.class.getResourceAsStream(name + ".lua")) {
            if (file == null) {
                throw new IllegalStateException("there is no script " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Runs it. A Redis that has forgotten it, as after a restart, is given it again.
    List<Object> run(Line line, String[] keys, String... arguments) {
        try {
            return line.ask(commands -> commands.evalsha(digest, ScriptOutputType.MULTI, keys, arguments));
        } catch (RedisNoScriptException forgotten) {
            return line.ask(commands -> commands.eval(text, ScriptOutputType.MULTI, keys, arguments));
        }
    }
}
