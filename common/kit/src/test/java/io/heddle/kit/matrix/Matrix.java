package io.heddle.kit.matrix;

import io.heddle.contract.reply.Event;
import io.heddle.contract.reply.Events;
import io.heddle.contract.reply.Page;
import io.heddle.contract.reply.Prepared;
import io.heddle.contract.reply.Reply;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Gives back what it was given, so that a test sees whether it came whole.
public final class Matrix implements MatrixApi {
    private static final int STOCK = 2;

    private final Map<UUID, Thing> things = new ConcurrentHashMap<>();
    private final AtomicInteger sold = new AtomicInteger();

    @Override
    public void nothing() {}

    @Override
    public int giveInt(int value) {
        return value;
    }

    @Override
    public long giveLong(long value, long most) {
        return Math.min(value, most);
    }

    @Override
    public boolean giveBoolean(boolean value) {
        return value;
    }

    @Override
    public double giveDouble(double value) {
        return value;
    }

    @Override
    public float giveSmall(byte a, short b, char c, float d) {
        return a + b + c + d;
    }

    @Override
    public Integer giveBoxed(Integer value) {
        return value;
    }

    @Override
    public String giveText(String value) {
        return value;
    }

    @Override
    public BigDecimal giveDecimal(BigDecimal value, BigDecimal step, BigInteger count) {
        return value.add(step.multiply(new BigDecimal(count)));
    }

    @Override
    public UUID giveUuid(UUID value, URI uri) {
        return uri.getPath().equals("/" + value) ? value : new UUID(0, 0);
    }

    @Override
    public List<String> giveTimes(Instant instant, OffsetDateTime offset, LocalDateTime local, LocalDate day) {
        return List.of(instant.toString(), offset.toString(), local.toString(), day.toString());
    }

    @Override
    public Map<String, String> giveClock(LocalTime time, Duration wait) {
        return Map.of("time", time.toString(), "wait", wait.toString());
    }

    @Override
    public Colour giveEnum(Colour value, Colour other) {
        return value == Colour.RED ? other : value;
    }

    @Override
    public byte[] giveBytes(byte[] bytes) {
        return bytes;
    }

    @Override
    public InputStream giveStream(InputStream bytes) {
        return bytes;
    }

    @Override
    public Thing giveRecord(Thing thing) {
        return thing;
    }

    @Override
    public Box<List<Thing>> giveGeneric(Box<List<Thing>> box) {
        return box;
    }

    @Override
    public Figure giveSealed(Figure figure) {
        return figure;
    }

    @Override
    public List<Thing> giveList(List<Thing> list) {
        return list;
    }

    @Override
    public Set<Colour> giveSet(Set<Colour> colours) {
        return colours;
    }

    @Override
    public Map<String, Map<Colour, Figure>> giveMap(Map<String, Map<Colour, Figure>> map) {
        return map;
    }

    @Override
    public Optional<String> giveOptional(Optional<String> value) {
        return value;
    }

    @Override
    public Optional<Integer> giveNullable(@Nullable Integer value) {
        return Optional.ofNullable(value);
    }

    @Override
    public Optional<Thing> giveOptionalBody(Optional<Thing> thing) {
        return thing;
    }

    @Override
    public Page<Thing> givePage(int page, int limit) {
        List<Thing> all = new TreeMap<>(things).values().stream().toList();
        List<Thing> items =
                all.stream().skip((long) limit * (page - 1)).limit(limit).toList();
        return new Page<>(items, all.size(), page, limit);
    }

    @Override
    public Reply<Thing> giveReply(Thing thing) {
        return Reply.created("/matrix/things/" + thing.name(), thing)
                .with("X-Parts", "" + thing.parts().size());
    }

    @Override
    public Prepared<List<Integer>> givePrepared() {
        byte[] json = "{\"code\":0,\"data\":[1,2,3]}".getBytes(StandardCharsets.UTF_8);
        return new Prepared.Ready<>(json, new byte[0], "r1");
    }

    @Override
    public Stream<Thing> giveLines(int count) {
        return IntStream.range(0, count).mapToObj(Matrix::thing);
    }

    @Override
    public Events<Box<Integer>> giveEvents(int count) {
        return new Counting(count);
    }

    @Override
    public List<String> giveMany(List<String> words, Set<Integer> numbers, Map<String, String> all) {
        List<String> many = new ArrayList<>(words);
        numbers.forEach(number -> many.add(number.toString()));
        many.addAll(new TreeSet<>(all.keySet()));
        return many;
    }

    @Override
    public String giveExploded(Filter filter) {
        return filter.toString();
    }

    @Override
    public String giveForm(Filter filter, Optional<Integer> extra) {
        return filter + " " + extra;
    }

    @Override
    public List<String> giveHeaders(String requestId, List<String> tags, Optional<String> sessionId) {
        List<String> all = new ArrayList<>(tags);
        all.addFirst(requestId);
        sessionId.ifPresent(all::add);
        return all;
    }

    @Override
    public List<String> givePath(String bucket, String file) {
        return List.of(bucket, file);
    }

    @Override
    public String giveScalarBody(String text, boolean upper) {
        return upper ? text.toUpperCase(java.util.Locale.ROOT) : text;
    }

    @Override
    public Thing giveAny(Thing thing) {
        return thing;
    }

    @Override
    public int buy(String item) {
        int number = sold.incrementAndGet();
        if (number > STOCK) {
            throw new SoldOut("there is no " + item + " left");
        }
        return number;
    }

    @Override
    public BigDecimal price(String item) {
        return BigDecimal.valueOf(100L + item.length());
    }

    @Override
    public void tidyAttic(boolean deeply) {
        if (deeply) {
            things.clear();
        }
    }

    @Override
    public String overload(int value) {
        return "number " + value;
    }

    @Override
    public String overload(String value) {
        return "text " + value;
    }

    @Override
    public Thing patch(UUID id, Map<String, Object> changes) {
        Thing old = things.getOrDefault(id, thing(0));
        String name = changes.getOrDefault("name", old.name()).toString();
        return keep(id, new Thing(name, old.madeAt(), old.price(), old.colour(), old.parts()));
    }

    @Override
    public Optional<Thing> find(UUID key) {
        return Optional.ofNullable(things.get(key));
    }

    @Override
    public Thing keep(UUID id, Thing thing) {
        things.put(id, thing);
        return thing;
    }

    @Override
    public void forget(UUID id) {
        things.remove(id);
    }

    @Override
    public String unicode(int größe, String 名前, String fun, String when) {
        return größe + 名前 + fun + when;
    }

    @Override
    @Deprecated
    public int old() {
        return 1;
    }

    private static Thing thing(int number) {
        Instant madeAt = Instant.EPOCH.plusSeconds(number);
        return new Thing("thing " + number, madeAt, BigDecimal.valueOf(number, 2), Optional.empty(), List.of());
    }

    /// Counts up to a number, one event each.
    private static final class Counting implements Events<Box<Integer>> {
        private final int last;
        private int next = 1;
        private volatile boolean closed;

        Counting(int last) {
            this.last = last;
        }

        @Override
        public boolean hasNext() {
            return !closed && next <= last;
        }

        @Override
        public Event<Box<Integer>> next() {
            Event<Box<Integer>> event = Event.of(Integer.toString(next), new Box<>(next, Optional.of("last " + last)));
            next++;
            return event;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
