package io.heddle.kit.server.stream;

import io.heddle.contract.reply.Event;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonType;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// An event as the lines of `text/event-stream`, one chunk of a chunked body.
record EventText<T>(Json json, JsonType<T> type) {
    private static final Pattern BREAK = Pattern.compile("\r\n|\r|\n");

    static final byte[] HELLO = chunk(": ok\n\n");
    static final byte[] HEARTBEAT = chunk(":\n\n");
    static final byte[] LAST = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    byte[] chunk(Event<T> event) {
        StringBuilder text = new StringBuilder();
        event.id()
                .ifPresent(id -> text.append("id: ")
                        .append(BREAK.matcher(id).replaceAll(" ").replace('\0', ' '))
                        .append('\n'));
        String data = new String(json.write(type, event.data()), StandardCharsets.UTF_8);
        for (String line : BREAK.split(data, -1)) {
            text.append("data: ").append(line).append('\n');
        }
        return chunk(text.append('\n').toString());
    }

    private static byte[] chunk(String text) {
        byte[] data = text.getBytes(StandardCharsets.UTF_8);
        byte[] size = (Integer.toHexString(data.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] chunk = new byte[size.length + data.length + 2];
        System.arraycopy(size, 0, chunk, 0, size.length);
        System.arraycopy(data, 0, chunk, size.length, data.length);
        chunk[chunk.length - 2] = '\r';
        chunk[chunk.length - 1] = '\n';
        return chunk;
    }
}
