package io.heddle.testkit.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Makes broken requests out of good ones. The same random numbers make the same requests.
final class Mutations {
    private static final Pattern VALUE =
            Pattern.compile("(?<=[:\\[,])\\s*(\"[^\"]*\"|[-0-9.eE]+|true|false|null|\\[[^\\[\\]]*]|\\{[^{}]*})");
    private static final Pattern TEXT = Pattern.compile("(?<=>)[^<]*(?=</)");
    private static final Pattern PARAMETER = Pattern.compile("(?<=[/=,])[^/=&,?]+");

    private final List<Ask> asks;
    private final RandomGenerator random;

    Mutations(List<Ask> asks, RandomGenerator random) {
        this.asks = List.copyOf(asks);
        this.random = random;
    }

    /// What goes over one connection, as Latin-1 text.
    String next() {
        return switch (random.nextInt(12)) {
            case 0 -> noise();
            case 1, 2 -> scrambled(ask().text());
            case 3 -> framed();
            case 4 -> chunked();
            case 5 -> Tricks.one(Tricks.LINES, random) + "\r\nHost: localhost\r\n\r\n";
            case 6 -> flood();
            case 7, 8, 9 -> field(ask()).text();
            case 10 -> parameter(ask()).text();
            default -> pipelined();
        };
    }

    /// Up to so many requests over one connection that the server is to keep, and one that may be broken.
    String many(int most) {
        StringBuilder all = new StringBuilder();
        for (int left = 1 + random.nextInt(most); left > 0; left--) {
            Ask ask = lasting();
            switch (random.nextInt(4)) {
                case 0 -> all.append(ask.text(List.of("Accept: application/json")));
                case 1 -> all.append(parameter(ask).text());
                default ->
                    all.append(ask.body().isEmpty() ? ask.text() : field(ask).text());
            }
        }
        return all.append(next()).toString();
    }

    /// One whose answer has an end.
    private Ask lasting() {
        Ask ask = ask();
        while (ask.target().contains("/events")) {
            ask = ask();
        }
        return ask;
    }

    private Ask ask() {
        return asks.get(random.nextInt(asks.size()));
    }

    private String noise() {
        StringBuilder text = new StringBuilder();
        for (int left = 1 + random.nextInt(300); left > 0; left--) {
            text.append((char) random.nextInt(256));
        }
        return random.nextBoolean() ? text + "\r\n\r\n" : text.toString();
    }

    private String scrambled(String text) {
        StringBuilder broken = new StringBuilder(text);
        for (int left = 1 + random.nextInt(4); left > 0 && !broken.isEmpty(); left--) {
            int at = random.nextInt(broken.length());
            switch (random.nextInt(4)) {
                case 0 -> broken.setCharAt(at, (char) random.nextInt(256));
                case 1 -> broken.deleteCharAt(at);
                case 2 -> broken.insert(at, Tricks.one(Tricks.TOKENS, random));
                default -> broken.insert(at, broken.charAt(at));
            }
        }
        return broken.toString();
    }

    private String framed() {
        Ask ask = ask();
        return ask.text(List.of(Tricks.one(Tricks.FRAMING, random))) + "helloGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
    }

    private String chunked() {
        Ask ask = ask().body("");
        List<String> headers = new ArrayList<>(List.of("Transfer-Encoding: chunked"));
        if (random.nextInt(4) == 0) {
            headers.add(Tricks.one(Tricks.FRAMING, random));
        }
        return ask.text(headers) + Tricks.one(Tricks.CHUNKS, random);
    }

    private String flood() {
        return switch (random.nextInt(5)) {
            case 0 -> ask().target("/" + "a".repeat(9000)).text();
            case 1 -> ask().target("/x?" + "a=1&".repeat(1500)).text();
            case 2 -> ask().text(List.of("X: " + "y".repeat(17_000)));
            case 3 -> ask().text(List.of("X: y\r\n".repeat(3000) + "Z: z"));
            default -> ask().body("[".repeat(1 + random.nextInt(5000))).text();
        };
    }

    /// A good body with one bad value in it.
    private Ask field(Ask ask) {
        String value = Tricks.one(Tricks.VALUES, random);
        return ask.body(ask.body().isEmpty() ? value : swapped(ask.body(), ask.xml() ? TEXT : VALUE, value));
    }

    private Ask parameter(Ask ask) {
        String token = random.nextBoolean() ? Tricks.one(Tricks.TOKENS, random) : Tricks.one(Tricks.VALUES, random);
        String plain = token.replaceAll("[\r\n\\s]", "+");
        return ask.target(swapped(ask.target(), PARAMETER, plain));
    }

    private String swapped(String text, Pattern what, String value) {
        List<MatchResult> found = what.matcher(text).results().toList();
        if (found.isEmpty()) {
            return text + value;
        }
        MatchResult one = found.get(random.nextInt(found.size()));
        return text.substring(0, one.start()) + value + text.substring(one.end());
    }

    private String pipelined() {
        StringBuilder all = new StringBuilder();
        for (int left = 2 + random.nextInt(4); left > 0; left--) {
            all.append(random.nextInt(4) == 0 ? scrambled(ask().text()) : ask().text());
        }
        return all.toString();
    }
}
