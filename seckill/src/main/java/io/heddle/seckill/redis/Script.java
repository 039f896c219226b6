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

/// A Lua script, known to Redis by its digest.
final class Script {
    private final String text;
    private final String digest;

    private Script(String text, String digest) {
        this.text = text;
        this.digest = digest;
    }

    /// The script in the file `NAME.lua` beside this class.
    static Script named(String name) {
        try (InputStream file = Script.class.getResourceAsStream(name + ".lua")) {
            if (file == null) {
                throw new IllegalStateException("there is no script " + name);
            }
            byte[] bytes = file.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(bytes);
            return new Script(
                    new String(bytes, StandardCharsets.UTF_8), HexFormat.of().formatHex(digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
