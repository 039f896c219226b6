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

    private Trace() {}

    static List<Call> read(Path file) throws IOException {
        List<Call> calls = new ArrayList<>();
        Map<String, Call> open = new HashMap<>();
        int place = 0;
        for (String each : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            Matcher line = LINE.matcher(each);
            if (line.matches()) {
                read(line.group(1), line.group(2), place++, open, calls);
            }
        }
        return calls;
    }

    private static void read(String thread, String text, int place, Map<String, Call> open, List<Call> calls) {
        Matcher begun = BEGUN.matcher(text);
        Matcher resumed = RESUMED.matcher(text);
        Matcher whole = WHOLE.matcher(text);
        if (begun.matches()) {
            open.put(thread, new Call(begun.group(1), begun.group(2), place, place, 0));
        } else if (resumed.matches()) {
            Call call = open.remove(thread);
            String end = resumed.group(2);
            long result = Long.parseLong(end.replaceAll(".*=\\s*(-?\\d+).*", "$1"));
            if (call != null) {
                calls.add(new Call(call.name, call.text + end, call.begun, place, result));
            }
        } else if (whole.matches()) {
            calls.add(new Call(whole.group(1), whole.group(2), place, place, Long.parseLong(whole.group(3))));
        }
    }
}
