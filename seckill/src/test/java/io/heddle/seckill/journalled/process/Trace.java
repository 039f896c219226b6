package io.heddle.seckill.journalled.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `strace -f` saw of a process: system calls in the order in which they began and ended.
final class Trace {
    private static final Pattern LINE = Pattern.compile("(\\d+)\\s+(.*)");
    private static final Pattern BEGUN = Pattern.compile("(\\w+)\\((.*) <unfinished \\.\\.\\.>");
    private static final Pattern RESUMED = Pattern.compile("<\\.\\.\\. (\\w+) resumed>(.*)");
    private static final Pattern WHOLE = Pattern.compile("(\\w+)\\((.*)\\)\\s+= (-?\\d+).*");

    /// One call.
    ///
    /// @param name of the call
    /// @param text its arguments
    /// @param begun its place among all beginnings and ends
    /// @param ended the place of its end
    /// @param result what it returned
    record Call(String name, String text, int begun, int ended, long result) {
        boolean isSync() {
            return name.equals("fsync") || name.equals("fdatasync");
        }

        /// The file that it is about.
        String file() {
            return text.split("[,)]")[0].strip();
        }
    }

    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Call> open = new HashMap<>();
    private int place;

    private Trace() {}

    static List<Call> read(Path file) throws IOException {
        Trace trace = new Trace();
        for (String each : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            Matcher line = LINE.matcher(each);
            if (line.matches()) {
                trace.read(line.group(1), line.group(2));
            }
        }
        return trace.calls;
    }

    private void read(String thread, String text) {
        place++;
        Matcher begun = BEGUN.matcher(text);
        Matcher resumed = RESUMED.matcher(text);
        Matcher whole = WHOLE.matcher(text);
        if (begun.matches()) {
            open.put(thread, new Call(begun.group(1), begun.group(2), place, place, 0));
        } else if (resumed.matches()) {
            resume(open.remove(thread), resumed.group(2));
        } else if (whole.matches()) {
            calls.add(new Call(whole.group(1), whole.group(2), place, place, Long.parseLong(whole.group(3))));
        }
    }

    private void resume(Call call, String end) {
        if (call != null) {
            long result = Long.parseLong(end.replaceAll(".*=\\s*(-?\\d+).*", "$1"));
            calls.add(new Call(call.name, call.text + end, call.begun, place, result));
        }
    }
}
