package io.heddle.kit.matrix;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.reply.Events;
import io.heddle.contract.reply.Page;
import io.heddle.contract.reply.Prepared;
import io.heddle.contract.reply.Reply;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * Answers as a test says, and keeps every call. What was not scripted answers 501.
 */
@Generated("io.heddle.processor")
public final class MatrixApiStub implements MatrixApi {
    private final List<StubCall> calls = new CopyOnWriteArrayList<>();

    private volatile OnNothing onNothing = () -> {
        throw notScripted("MatrixApi.nothing");
    };

    private volatile OnGiveInt onGiveInt = (value) -> {
        throw notScripted("MatrixApi.giveInt");
    };

    private volatile OnGiveLong onGiveLong = (value, most) -> {
        throw notScripted("MatrixApi.giveLong");
    };

    private volatile OnGiveBoolean onGiveBoolean = (value) -> {
        throw notScripted("MatrixApi.giveBoolean");
    };

    private volatile OnGiveDouble onGiveDouble = (value) -> {
        throw notScripted("MatrixApi.giveDouble");
    };

    private volatile OnGiveSmall onGiveSmall = (a, b, c, d) -> {
        throw notScripted("MatrixApi.giveSmall");
    };

    private volatile OnGiveBoxed onGiveBoxed = (value) -> {
        throw notScripted("MatrixApi.giveBoxed");
    };

    private volatile OnGiveText onGiveText = (value) -> {
        throw notScripted("MatrixApi.giveText");
    };

    private volatile OnGiveDecimal onGiveDecimal = (value, step, count) -> {
        throw notScripted("MatrixApi.giveDecimal");
    };

    private volatile OnGiveUuid onGiveUuid = (value, uri) -> {
        throw notScripted("MatrixApi.giveUuid");
    };

    private volatile OnGiveTimes onGiveTimes = (instant, offset, local, day) -> {
        throw notScripted("MatrixApi.giveTimes");
    };

    private volatile OnGiveClock onGiveClock = (time, wait) -> {
        throw notScripted("MatrixApi.giveClock");
    };

    private volatile OnGiveEnum onGiveEnum = (value, other) -> {
        throw notScripted("MatrixApi.giveEnum");
    };

    private volatile OnGiveBytes onGiveBytes = (bytes) -> {
        throw notScripted("MatrixApi.giveBytes");
    };

    private volatile OnGiveStream onGiveStream = (bytes) -> {
        throw notScripted("MatrixApi.giveStream");
    };

    private volatile OnGiveRecord onGiveRecord = (thing) -> {
        throw notScripted("MatrixApi.giveRecord");
    };

    private volatile OnGiveGeneric onGiveGeneric = (box) -> {
        throw notScripted("MatrixApi.giveGeneric");
    };

    private volatile OnGiveSealed onGiveSealed = (figure) -> {
        throw notScripted("MatrixApi.giveSealed");
    };

    private volatile OnGiveList onGiveList = (things) -> {
        throw notScripted("MatrixApi.giveList");
    };

    private volatile OnGiveSet onGiveSet = (colours) -> {
        throw notScripted("MatrixApi.giveSet");
    };

    private volatile OnGiveMap onGiveMap = (map) -> {
        throw notScripted("MatrixApi.giveMap");
    };

    private volatile OnGiveOptional onGiveOptional = (value) -> {
        throw notScripted("MatrixApi.giveOptional");
    };

    private volatile OnGiveNullable onGiveNullable = (value) -> {
        throw notScripted("MatrixApi.giveNullable");
    };

    private volatile OnGiveOptionalBody onGiveOptionalBody = (thing) -> {
        throw notScripted("MatrixApi.giveOptionalBody");
    };

    private volatile OnGivePage onGivePage = (page, limit) -> {
        throw notScripted("MatrixApi.givePage");
    };

    private volatile OnGiveReply onGiveReply = (thing) -> {
        throw notScripted("MatrixApi.giveReply");
    };

    private volatile OnGivePrepared onGivePrepared = () -> {
        throw notScripted("MatrixApi.givePrepared");
    };

    private volatile OnGiveLines onGiveLines = (count) -> {
        throw notScripted("MatrixApi.giveLines");
    };

    private volatile OnGiveEvents onGiveEvents = (count) -> {
        throw notScripted("MatrixApi.giveEvents");
    };

    private volatile OnGiveMany onGiveMany = (words, numbers, all) -> {
        throw notScripted("MatrixApi.giveMany");
    };

    private volatile OnGiveExploded onGiveExploded = (filter) -> {
        throw notScripted("MatrixApi.giveExploded");
    };

    private volatile OnGiveForm onGiveForm = (filter, extra) -> {
        throw notScripted("MatrixApi.giveForm");
    };

    private volatile OnGiveHeaders onGiveHeaders = (requestId, tags, sessionId) -> {
        throw notScripted("MatrixApi.giveHeaders");
    };

    private volatile OnGivePath onGivePath = (bucket, file) -> {
        throw notScripted("MatrixApi.givePath");
    };

    private volatile OnGiveScalarBody onGiveScalarBody = (text, upper) -> {
        throw notScripted("MatrixApi.giveScalarBody");
    };

    private volatile OnGiveAny onGiveAny = (thing) -> {
        throw notScripted("MatrixApi.giveAny");
    };

    private volatile OnBuy onBuy = (item) -> {
        throw notScripted("MatrixApi.buy");
    };

    private volatile OnPrice onPrice = (item) -> {
        throw notScripted("MatrixApi.price");
    };

    private volatile OnTidyAttic onTidyAttic = (deeply) -> {
        throw notScripted("MatrixApi.tidyAttic");
    };

    private volatile OnOverload onOverload = (value) -> {
        throw notScripted("MatrixApi.overload");
    };

    private volatile OnOverload2 onOverload2 = (value) -> {
        throw notScripted("MatrixApi.overload2");
    };

    private volatile OnPatch onPatch = (id, changes) -> {
        throw notScripted("MatrixApi.patch");
    };

    private volatile OnFind onFind = (key) -> {
        throw notScripted("MatrixApi.find");
    };

    private volatile OnUnicode onUnicode = (größe, 名前, fun, when) -> {
        throw notScripted("MatrixApi.unicode");
    };

    private volatile OnOld onOld = () -> {
        throw notScripted("MatrixApi.old");
    };

    private volatile OnKeep onKeep = (id, thing) -> {
        throw notScripted("MatrixApi.keep");
    };

    private volatile OnForget onForget = (id) -> {
        throw notScripted("MatrixApi.forget");
    };

    /**
     * Begins without a script.
     */
    public MatrixApiStub() {
    }

    /**
     * The calls so far, in order.
     */
    public List<StubCall> calls() {
        return List.copyOf(calls);
    }

    /**
     * Says what {@code nothing} answers from now on.
     */
    public MatrixApiStub onNothing(OnNothing answer) {
        this.onNothing = answer;
        return this;
    }

    @Override
    public void nothing() {
        calls.add(new StubCall("nothing", List.of()));
        onNothing.answer();
    }

    /**
     * Says what {@code giveInt} answers from now on.
     */
    public MatrixApiStub onGiveInt(OnGiveInt answer) {
        this.onGiveInt = answer;
        return this;
    }

    @Override
    public int giveInt(int value) {
        calls.add(new StubCall("giveInt", Arrays.<Object>asList(value)));
        return onGiveInt.answer(value);
    }

    /**
     * Says what {@code giveLong} answers from now on.
     */
    public MatrixApiStub onGiveLong(OnGiveLong answer) {
        this.onGiveLong = answer;
        return this;
    }

    @Override
    public long giveLong(long value, long most) {
        calls.add(new StubCall("giveLong", Arrays.<Object>asList(value, most)));
        return onGiveLong.answer(value, most);
    }

    /**
     * Says what {@code giveBoolean} answers from now on.
     */
    public MatrixApiStub onGiveBoolean(OnGiveBoolean answer) {
        this.onGiveBoolean = answer;
        return this;
    }

    @Override
    public boolean giveBoolean(boolean value) {
        calls.add(new StubCall("giveBoolean", Arrays.<Object>asList(value)));
        return onGiveBoolean.answer(value);
    }

    /**
     * Says what {@code giveDouble} answers from now on.
     */
    public MatrixApiStub onGiveDouble(OnGiveDouble answer) {
        this.onGiveDouble = answer;
        return this;
    }

    @Override
    public double giveDouble(double value) {
        calls.add(new StubCall("giveDouble", Arrays.<Object>asList(value)));
        return onGiveDouble.answer(value);
    }

    /**
     * Says what {@code giveSmall} answers from now on.
     */
    public MatrixApiStub onGiveSmall(OnGiveSmall answer) {
        this.onGiveSmall = answer;
        return this;
    }

    @Override
    public float giveSmall(byte a, short b, char c, float d) {
        calls.add(new StubCall("giveSmall", Arrays.<Object>asList(a, b, c, d)));
        return onGiveSmall.answer(a, b, c, d);
    }

    /**
     * Says what {@code giveBoxed} answers from now on.
     */
    public MatrixApiStub onGiveBoxed(OnGiveBoxed answer) {
        this.onGiveBoxed = answer;
        return this;
    }

    @Override
    public Integer giveBoxed(Integer value) {
        calls.add(new StubCall("giveBoxed", Arrays.<Object>asList(value)));
        return onGiveBoxed.answer(value);
    }

    /**
     * Says what {@code giveText} answers from now on.
     */
    public MatrixApiStub onGiveText(OnGiveText answer) {
        this.onGiveText = answer;
        return this;
    }

    @Override
    public String giveText(String value) {
        calls.add(new StubCall("giveText", Arrays.<Object>asList(value)));
        return onGiveText.answer(value);
    }

    /**
     * Says what {@code giveDecimal} answers from now on.
     */
    public MatrixApiStub onGiveDecimal(OnGiveDecimal answer) {
        this.onGiveDecimal = answer;
        return this;
    }

    @Override
    public BigDecimal giveDecimal(BigDecimal value, BigDecimal step, BigInteger count) {
        calls.add(new StubCall("giveDecimal", Arrays.<Object>asList(value, step, count)));
        return onGiveDecimal.answer(value, step, count);
    }

    /**
     * Says what {@code giveUuid} answers from now on.
     */
    public MatrixApiStub onGiveUuid(OnGiveUuid answer) {
        this.onGiveUuid = answer;
        return this;
    }

    @Override
    public UUID giveUuid(UUID value, URI uri) {
        calls.add(new StubCall("giveUuid", Arrays.<Object>asList(value, uri)));
        return onGiveUuid.answer(value, uri);
    }

    /**
     * Says what {@code giveTimes} answers from now on.
     */
    public MatrixApiStub onGiveTimes(OnGiveTimes answer) {
        this.onGiveTimes = answer;
        return this;
    }

    @Override
    public List<String> giveTimes(Instant instant, OffsetDateTime offset, LocalDateTime local,
            LocalDate day) {
        calls.add(new StubCall("giveTimes", Arrays.<Object>asList(instant, offset, local, day)));
        return onGiveTimes.answer(instant, offset, local, day);
    }

    /**
     * Says what {@code giveClock} answers from now on.
     */
    public MatrixApiStub onGiveClock(OnGiveClock answer) {
        this.onGiveClock = answer;
        return this;
    }

    @Override
    public Map<String, String> giveClock(LocalTime time, Duration wait) {
        calls.add(new StubCall("giveClock", Arrays.<Object>asList(time, wait)));
        return onGiveClock.answer(time, wait);
    }

    /**
     * Says what {@code giveEnum} answers from now on.
     */
    public MatrixApiStub onGiveEnum(OnGiveEnum answer) {
        this.onGiveEnum = answer;
        return this;
    }

    @Override
    public MatrixApi.Colour giveEnum(MatrixApi.Colour value, MatrixApi.Colour other) {
        calls.add(new StubCall("giveEnum", Arrays.<Object>asList(value, other)));
        return onGiveEnum.answer(value, other);
    }

    /**
     * Says what {@code giveBytes} answers from now on.
     */
    public MatrixApiStub onGiveBytes(OnGiveBytes answer) {
        this.onGiveBytes = answer;
        return this;
    }

    @Override
    public byte[] giveBytes(byte[] bytes) {
        calls.add(new StubCall("giveBytes", Arrays.<Object>asList(bytes)));
        return onGiveBytes.answer(bytes);
    }

    /**
     * Says what {@code giveStream} answers from now on.
     */
    public MatrixApiStub onGiveStream(OnGiveStream answer) {
        this.onGiveStream = answer;
        return this;
    }

    @Override
    public InputStream giveStream(InputStream bytes) {
        calls.add(new StubCall("giveStream", Arrays.<Object>asList(bytes)));
        return onGiveStream.answer(bytes);
    }

    /**
     * Says what {@code giveRecord} answers from now on.
     */
    public MatrixApiStub onGiveRecord(OnGiveRecord answer) {
        this.onGiveRecord = answer;
        return this;
    }

    @Override
    public MatrixApi.Thing giveRecord(MatrixApi.Thing thing) {
        calls.add(new StubCall("giveRecord", Arrays.<Object>asList(thing)));
        return onGiveRecord.answer(thing);
    }

    /**
     * Says what {@code giveGeneric} answers from now on.
     */
    public MatrixApiStub onGiveGeneric(OnGiveGeneric answer) {
        this.onGiveGeneric = answer;
        return this;
    }

    @Override
    public MatrixApi.Box<List<MatrixApi.Thing>> giveGeneric(
            MatrixApi.Box<List<MatrixApi.Thing>> box) {
        calls.add(new StubCall("giveGeneric", Arrays.<Object>asList(box)));
        return onGiveGeneric.answer(box);
    }

    /**
     * Says what {@code giveSealed} answers from now on.
     */
    public MatrixApiStub onGiveSealed(OnGiveSealed answer) {
        this.onGiveSealed = answer;
        return this;
    }

    @Override
    public MatrixApi.Figure giveSealed(MatrixApi.Figure figure) {
        calls.add(new StubCall("giveSealed", Arrays.<Object>asList(figure)));
        return onGiveSealed.answer(figure);
    }

    /**
     * Says what {@code giveList} answers from now on.
     */
    public MatrixApiStub onGiveList(OnGiveList answer) {
        this.onGiveList = answer;
        return this;
    }

    @Override
    public List<MatrixApi.Thing> giveList(List<MatrixApi.Thing> things) {
        calls.add(new StubCall("giveList", Arrays.<Object>asList(things)));
        return onGiveList.answer(things);
    }

    /**
     * Says what {@code giveSet} answers from now on.
     */
    public MatrixApiStub onGiveSet(OnGiveSet answer) {
        this.onGiveSet = answer;
        return this;
    }

    @Override
    public Set<MatrixApi.Colour> giveSet(Set<MatrixApi.Colour> colours) {
        calls.add(new StubCall("giveSet", Arrays.<Object>asList(colours)));
        return onGiveSet.answer(colours);
    }

    /**
     * Says what {@code giveMap} answers from now on.
     */
    public MatrixApiStub onGiveMap(OnGiveMap answer) {
        this.onGiveMap = answer;
        return this;
    }

    @Override
    public Map<String, Map<MatrixApi.Colour, MatrixApi.Figure>> giveMap(
            Map<String, Map<MatrixApi.Colour, MatrixApi.Figure>> map) {
        calls.add(new StubCall("giveMap", Arrays.<Object>asList(map)));
        return onGiveMap.answer(map);
    }

    /**
     * Says what {@code giveOptional} answers from now on.
     */
    public MatrixApiStub onGiveOptional(OnGiveOptional answer) {
        this.onGiveOptional = answer;
        return this;
    }

    @Override
    public Optional<String> giveOptional(Optional<String> value) {
        calls.add(new StubCall("giveOptional", Arrays.<Object>asList(value)));
        return onGiveOptional.answer(value);
    }

    /**
     * Says what {@code giveNullable} answers from now on.
     */
    public MatrixApiStub onGiveNullable(OnGiveNullable answer) {
        this.onGiveNullable = answer;
        return this;
    }

    @Override
    public Optional<Integer> giveNullable(@Nullable Integer value) {
        calls.add(new StubCall("giveNullable", Arrays.<Object>asList(value)));
        return onGiveNullable.answer(value);
    }

    /**
     * Says what {@code giveOptionalBody} answers from now on.
     */
    public MatrixApiStub onGiveOptionalBody(OnGiveOptionalBody answer) {
        this.onGiveOptionalBody = answer;
        return this;
    }

    @Override
    public Optional<MatrixApi.Thing> giveOptionalBody(Optional<MatrixApi.Thing> thing) {
        calls.add(new StubCall("giveOptionalBody", Arrays.<Object>asList(thing)));
        return onGiveOptionalBody.answer(thing);
    }

    /**
     * Says what {@code givePage} answers from now on.
     */
    public MatrixApiStub onGivePage(OnGivePage answer) {
        this.onGivePage = answer;
        return this;
    }

    @Override
    public Page<MatrixApi.Thing> givePage(int page, int limit) {
        calls.add(new StubCall("givePage", Arrays.<Object>asList(page, limit)));
        return onGivePage.answer(page, limit);
    }

    /**
     * Says what {@code giveReply} answers from now on.
     */
    public MatrixApiStub onGiveReply(OnGiveReply answer) {
        this.onGiveReply = answer;
        return this;
    }

    @Override
    public Reply<MatrixApi.Thing> giveReply(MatrixApi.Thing thing) {
        calls.add(new StubCall("giveReply", Arrays.<Object>asList(thing)));
        return onGiveReply.answer(thing);
    }

    /**
     * Says what {@code givePrepared} answers from now on.
     */
    public MatrixApiStub onGivePrepared(OnGivePrepared answer) {
        this.onGivePrepared = answer;
        return this;
    }

    @Override
    public Prepared<List<Integer>> givePrepared() {
        calls.add(new StubCall("givePrepared", List.of()));
        return onGivePrepared.answer();
    }

    /**
     * Says what {@code giveLines} answers from now on.
     */
    public MatrixApiStub onGiveLines(OnGiveLines answer) {
        this.onGiveLines = answer;
        return this;
    }

    @Override
    public Stream<MatrixApi.Thing> giveLines(int count) {
        calls.add(new StubCall("giveLines", Arrays.<Object>asList(count)));
        return onGiveLines.answer(count);
    }

    /**
     * Says what {@code giveEvents} answers from now on.
     */
    public MatrixApiStub onGiveEvents(OnGiveEvents answer) {
        this.onGiveEvents = answer;
        return this;
    }

    @Override
    public Events<MatrixApi.Box<Integer>> giveEvents(int count) {
        calls.add(new StubCall("giveEvents", Arrays.<Object>asList(count)));
        return onGiveEvents.answer(count);
    }

    /**
     * Says what {@code giveMany} answers from now on.
     */
    public MatrixApiStub onGiveMany(OnGiveMany answer) {
        this.onGiveMany = answer;
        return this;
    }

    @Override
    public List<String> giveMany(List<String> words, Set<Integer> numbers,
            Map<String, String> all) {
        calls.add(new StubCall("giveMany", Arrays.<Object>asList(words, numbers, all)));
        return onGiveMany.answer(words, numbers, all);
    }

    /**
     * Says what {@code giveExploded} answers from now on.
     */
    public MatrixApiStub onGiveExploded(OnGiveExploded answer) {
        this.onGiveExploded = answer;
        return this;
    }

    @Override
    public String giveExploded(MatrixApi.Filter filter) {
        calls.add(new StubCall("giveExploded", Arrays.<Object>asList(filter)));
        return onGiveExploded.answer(filter);
    }

    /**
     * Says what {@code giveForm} answers from now on.
     */
    public MatrixApiStub onGiveForm(OnGiveForm answer) {
        this.onGiveForm = answer;
        return this;
    }

    @Override
    public String giveForm(MatrixApi.Filter filter, Optional<Integer> extra) {
        calls.add(new StubCall("giveForm", Arrays.<Object>asList(filter, extra)));
        return onGiveForm.answer(filter, extra);
    }

    /**
     * Says what {@code giveHeaders} answers from now on.
     */
    public MatrixApiStub onGiveHeaders(OnGiveHeaders answer) {
        this.onGiveHeaders = answer;
        return this;
    }

    @Override
    public List<String> giveHeaders(String requestId, List<String> tags,
            Optional<String> sessionId) {
        calls.add(new StubCall("giveHeaders", Arrays.<Object>asList(requestId, tags, sessionId)));
        return onGiveHeaders.answer(requestId, tags, sessionId);
    }

    /**
     * Says what {@code givePath} answers from now on.
     */
    public MatrixApiStub onGivePath(OnGivePath answer) {
        this.onGivePath = answer;
        return this;
    }

    @Override
    public List<String> givePath(String bucket, String file) {
        calls.add(new StubCall("givePath", Arrays.<Object>asList(bucket, file)));
        return onGivePath.answer(bucket, file);
    }

    /**
     * Says what {@code giveScalarBody} answers from now on.
     */
    public MatrixApiStub onGiveScalarBody(OnGiveScalarBody answer) {
        this.onGiveScalarBody = answer;
        return this;
    }

    @Override
    public String giveScalarBody(String text, boolean upper) {
        calls.add(new StubCall("giveScalarBody", Arrays.<Object>asList(text, upper)));
        return onGiveScalarBody.answer(text, upper);
    }

    /**
     * Says what {@code giveAny} answers from now on.
     */
    public MatrixApiStub onGiveAny(OnGiveAny answer) {
        this.onGiveAny = answer;
        return this;
    }

    @Override
    public MatrixApi.Thing giveAny(MatrixApi.Thing thing) {
        calls.add(new StubCall("giveAny", Arrays.<Object>asList(thing)));
        return onGiveAny.answer(thing);
    }

    /**
     * Says what {@code buy} answers from now on.
     */
    public MatrixApiStub onBuy(OnBuy answer) {
        this.onBuy = answer;
        return this;
    }

    @Override
    public int buy(String item) {
        calls.add(new StubCall("buy", Arrays.<Object>asList(item)));
        return onBuy.answer(item);
    }

    /**
     * Says what {@code price} answers from now on.
     */
    public MatrixApiStub onPrice(OnPrice answer) {
        this.onPrice = answer;
        return this;
    }

    @Override
    public BigDecimal price(String item) {
        calls.add(new StubCall("price", Arrays.<Object>asList(item)));
        return onPrice.answer(item);
    }

    /**
     * Says what {@code tidyAttic} answers from now on.
     */
    public MatrixApiStub onTidyAttic(OnTidyAttic answer) {
        this.onTidyAttic = answer;
        return this;
    }

    @Override
    public void tidyAttic(boolean deeply) {
        calls.add(new StubCall("tidyAttic", Arrays.<Object>asList(deeply)));
        onTidyAttic.answer(deeply);
    }

    /**
     * Says what {@code overload} answers from now on.
     */
    public MatrixApiStub onOverload(OnOverload answer) {
        this.onOverload = answer;
        return this;
    }

    @Override
    public String overload(int value) {
        calls.add(new StubCall("overload", Arrays.<Object>asList(value)));
        return onOverload.answer(value);
    }

    /**
     * Says what {@code overload} answers from now on.
     */
    public MatrixApiStub onOverload2(OnOverload2 answer) {
        this.onOverload2 = answer;
        return this;
    }

    @Override
    public String overload(String value) {
        calls.add(new StubCall("overload", Arrays.<Object>asList(value)));
        return onOverload2.answer(value);
    }

    /**
     * Says what {@code patch} answers from now on.
     */
    public MatrixApiStub onPatch(OnPatch answer) {
        this.onPatch = answer;
        return this;
    }

    @Override
    public MatrixApi.Thing patch(UUID id, Map<String, Object> changes) {
        calls.add(new StubCall("patch", Arrays.<Object>asList(id, changes)));
        return onPatch.answer(id, changes);
    }

    /**
     * Says what {@code find} answers from now on.
     */
    public MatrixApiStub onFind(OnFind answer) {
        this.onFind = answer;
        return this;
    }

    @Override
    public Optional<MatrixApi.Thing> find(UUID key) {
        calls.add(new StubCall("find", Arrays.<Object>asList(key)));
        return onFind.answer(key);
    }

    /**
     * Says what {@code unicode} answers from now on.
     */
    public MatrixApiStub onUnicode(OnUnicode answer) {
        this.onUnicode = answer;
        return this;
    }

    @Override
    public String unicode(int größe, String 名前, String fun, String when) {
        calls.add(new StubCall("unicode", Arrays.<Object>asList(größe, 名前, fun, when)));
        return onUnicode.answer(größe, 名前, fun, when);
    }

    /**
     * Says what {@code old} answers from now on.
     */
    @Deprecated
    public MatrixApiStub onOld(OnOld answer) {
        this.onOld = answer;
        return this;
    }

    @Override
    @Deprecated
    public int old() {
        calls.add(new StubCall("old", List.of()));
        return onOld.answer();
    }

    /**
     * Says what {@code keep} answers from now on.
     */
    public MatrixApiStub onKeep(OnKeep answer) {
        this.onKeep = answer;
        return this;
    }

    @Override
    public MatrixApi.Thing keep(UUID id, MatrixApi.Thing thing) {
        calls.add(new StubCall("keep", Arrays.<Object>asList(id, thing)));
        return onKeep.answer(id, thing);
    }

    /**
     * Says what {@code forget} answers from now on.
     */
    public MatrixApiStub onForget(OnForget answer) {
        this.onForget = answer;
        return this;
    }

    @Override
    public void forget(UUID id) {
        calls.add(new StubCall("forget", Arrays.<Object>asList(id)));
        onForget.answer(id);
    }

    private static ServiceException notScripted(String method) {
        return ServiceException.of(Status.NOT_IMPLEMENTED, method + " was called, but the stub has no answer for it");
    }

    /**
     * What {@code nothing} answers.
     */
    @FunctionalInterface
    public interface OnNothing {
        /**
         * Answers one call.
         */
        void answer();
    }

    /**
     * What {@code giveInt} answers.
     */
    @FunctionalInterface
    public interface OnGiveInt {
        /**
         * Answers one call.
         */
        int answer(int value);
    }

    /**
     * What {@code giveLong} answers.
     */
    @FunctionalInterface
    public interface OnGiveLong {
        /**
         * Answers one call.
         */
        long answer(long value, long most);
    }

    /**
     * What {@code giveBoolean} answers.
     */
    @FunctionalInterface
    public interface OnGiveBoolean {
        /**
         * Answers one call.
         */
        boolean answer(boolean value);
    }

    /**
     * What {@code giveDouble} answers.
     */
    @FunctionalInterface
    public interface OnGiveDouble {
        /**
         * Answers one call.
         */
        double answer(double value);
    }

    /**
     * What {@code giveSmall} answers.
     */
    @FunctionalInterface
    public interface OnGiveSmall {
        /**
         * Answers one call.
         */
        float answer(byte a, short b, char c, float d);
    }

    /**
     * What {@code giveBoxed} answers.
     */
    @FunctionalInterface
    public interface OnGiveBoxed {
        /**
         * Answers one call.
         */
        Integer answer(Integer value);
    }

    /**
     * What {@code giveText} answers.
     */
    @FunctionalInterface
    public interface OnGiveText {
        /**
         * Answers one call.
         */
        String answer(String value);
    }

    /**
     * What {@code giveDecimal} answers.
     */
    @FunctionalInterface
    public interface OnGiveDecimal {
        /**
         * Answers one call.
         */
        BigDecimal answer(BigDecimal value, BigDecimal step, BigInteger count);
    }

    /**
     * What {@code giveUuid} answers.
     */
    @FunctionalInterface
    public interface OnGiveUuid {
        /**
         * Answers one call.
         */
        UUID answer(UUID value, URI uri);
    }

    /**
     * What {@code giveTimes} answers.
     */
    @FunctionalInterface
    public interface OnGiveTimes {
        /**
         * Answers one call.
         */
        List<String> answer(Instant instant, OffsetDateTime offset, LocalDateTime local,
                LocalDate day);
    }

    /**
     * What {@code giveClock} answers.
     */
    @FunctionalInterface
    public interface OnGiveClock {
        /**
         * Answers one call.
         */
        Map<String, String> answer(LocalTime time, Duration wait);
    }

    /**
     * What {@code giveEnum} answers.
     */
    @FunctionalInterface
    public interface OnGiveEnum {
        /**
         * Answers one call.
         */
        MatrixApi.Colour answer(MatrixApi.Colour value, MatrixApi.Colour other);
    }

    /**
     * What {@code giveBytes} answers.
     */
    @FunctionalInterface
    public interface OnGiveBytes {
        /**
         * Answers one call.
         */
        byte[] answer(byte[] bytes);
    }

    /**
     * What {@code giveStream} answers.
     */
    @FunctionalInterface
    public interface OnGiveStream {
        /**
         * Answers one call.
         */
        InputStream answer(InputStream bytes);
    }

    /**
     * What {@code giveRecord} answers.
     */
    @FunctionalInterface
    public interface OnGiveRecord {
        /**
         * Answers one call.
         */
        MatrixApi.Thing answer(MatrixApi.Thing thing);
    }

    /**
     * What {@code giveGeneric} answers.
     */
    @FunctionalInterface
    public interface OnGiveGeneric {
        /**
         * Answers one call.
         */
        MatrixApi.Box<List<MatrixApi.Thing>> answer(MatrixApi.Box<List<MatrixApi.Thing>> box);
    }

    /**
     * What {@code giveSealed} answers.
     */
    @FunctionalInterface
    public interface OnGiveSealed {
        /**
         * Answers one call.
         */
        MatrixApi.Figure answer(MatrixApi.Figure figure);
    }

    /**
     * What {@code giveList} answers.
     */
    @FunctionalInterface
    public interface OnGiveList {
        /**
         * Answers one call.
         */
        List<MatrixApi.Thing> answer(List<MatrixApi.Thing> things);
    }

    /**
     * What {@code giveSet} answers.
     */
    @FunctionalInterface
    public interface OnGiveSet {
        /**
         * Answers one call.
         */
        Set<MatrixApi.Colour> answer(Set<MatrixApi.Colour> colours);
    }

    /**
     * What {@code giveMap} answers.
     */
    @FunctionalInterface
    public interface OnGiveMap {
        /**
         * Answers one call.
         */
        Map<String, Map<MatrixApi.Colour, MatrixApi.Figure>> answer(
                Map<String, Map<MatrixApi.Colour, MatrixApi.Figure>> map);
    }

    /**
     * What {@code giveOptional} answers.
     */
    @FunctionalInterface
    public interface OnGiveOptional {
        /**
         * Answers one call.
         */
        Optional<String> answer(Optional<String> value);
    }

    /**
     * What {@code giveNullable} answers.
     */
    @FunctionalInterface
    public interface OnGiveNullable {
        /**
         * Answers one call.
         */
        Optional<Integer> answer(@Nullable Integer value);
    }

    /**
     * What {@code giveOptionalBody} answers.
     */
    @FunctionalInterface
    public interface OnGiveOptionalBody {
        /**
         * Answers one call.
         */
        Optional<MatrixApi.Thing> answer(Optional<MatrixApi.Thing> thing);
    }

    /**
     * What {@code givePage} answers.
     */
    @FunctionalInterface
    public interface OnGivePage {
        /**
         * Answers one call.
         */
        Page<MatrixApi.Thing> answer(int page, int limit);
    }

    /**
     * What {@code giveReply} answers.
     */
    @FunctionalInterface
    public interface OnGiveReply {
        /**
         * Answers one call.
         */
        Reply<MatrixApi.Thing> answer(MatrixApi.Thing thing);
    }

    /**
     * What {@code givePrepared} answers.
     */
    @FunctionalInterface
    public interface OnGivePrepared {
        /**
         * Answers one call.
         */
        Prepared<List<Integer>> answer();
    }

    /**
     * What {@code giveLines} answers.
     */
    @FunctionalInterface
    public interface OnGiveLines {
        /**
         * Answers one call.
         */
        Stream<MatrixApi.Thing> answer(int count);
    }

    /**
     * What {@code giveEvents} answers.
     */
    @FunctionalInterface
    public interface OnGiveEvents {
        /**
         * Answers one call.
         */
        Events<MatrixApi.Box<Integer>> answer(int count);
    }

    /**
     * What {@code giveMany} answers.
     */
    @FunctionalInterface
    public interface OnGiveMany {
        /**
         * Answers one call.
         */
        List<String> answer(List<String> words, Set<Integer> numbers, Map<String, String> all);
    }

    /**
     * What {@code giveExploded} answers.
     */
    @FunctionalInterface
    public interface OnGiveExploded {
        /**
         * Answers one call.
         */
        String answer(MatrixApi.Filter filter);
    }

    /**
     * What {@code giveForm} answers.
     */
    @FunctionalInterface
    public interface OnGiveForm {
        /**
         * Answers one call.
         */
        String answer(MatrixApi.Filter filter, Optional<Integer> extra);
    }

    /**
     * What {@code giveHeaders} answers.
     */
    @FunctionalInterface
    public interface OnGiveHeaders {
        /**
         * Answers one call.
         */
        List<String> answer(String requestId, List<String> tags, Optional<String> sessionId);
    }

    /**
     * What {@code givePath} answers.
     */
    @FunctionalInterface
    public interface OnGivePath {
        /**
         * Answers one call.
         */
        List<String> answer(String bucket, String file);
    }

    /**
     * What {@code giveScalarBody} answers.
     */
    @FunctionalInterface
    public interface OnGiveScalarBody {
        /**
         * Answers one call.
         */
        String answer(String text, boolean upper);
    }

    /**
     * What {@code giveAny} answers.
     */
    @FunctionalInterface
    public interface OnGiveAny {
        /**
         * Answers one call.
         */
        MatrixApi.Thing answer(MatrixApi.Thing thing);
    }

    /**
     * What {@code buy} answers.
     */
    @FunctionalInterface
    public interface OnBuy {
        /**
         * Answers one call.
         */
        int answer(String item);
    }

    /**
     * What {@code price} answers.
     */
    @FunctionalInterface
    public interface OnPrice {
        /**
         * Answers one call.
         */
        BigDecimal answer(String item);
    }

    /**
     * What {@code tidyAttic} answers.
     */
    @FunctionalInterface
    public interface OnTidyAttic {
        /**
         * Answers one call.
         */
        void answer(boolean deeply);
    }

    /**
     * What {@code overload} answers.
     */
    @FunctionalInterface
    public interface OnOverload {
        /**
         * Answers one call.
         */
        String answer(int value);
    }

    /**
     * What {@code overload} answers.
     */
    @FunctionalInterface
    public interface OnOverload2 {
        /**
         * Answers one call.
         */
        String answer(String value);
    }

    /**
     * What {@code patch} answers.
     */
    @FunctionalInterface
    public interface OnPatch {
        /**
         * Answers one call.
         */
        MatrixApi.Thing answer(UUID id, Map<String, Object> changes);
    }

    /**
     * What {@code find} answers.
     */
    @FunctionalInterface
    public interface OnFind {
        /**
         * Answers one call.
         */
        Optional<MatrixApi.Thing> answer(UUID key);
    }

    /**
     * What {@code unicode} answers.
     */
    @FunctionalInterface
    public interface OnUnicode {
        /**
         * Answers one call.
         */
        String answer(int größe, String 名前, String fun, String when);
    }

    /**
     * What {@code old} answers.
     */
    @FunctionalInterface
    public interface OnOld {
        /**
         * Answers one call.
         */
        int answer();
    }

    /**
     * What {@code keep} answers.
     */
    @FunctionalInterface
    public interface OnKeep {
        /**
         * Answers one call.
         */
        MatrixApi.Thing answer(UUID id, MatrixApi.Thing thing);
    }

    /**
     * What {@code forget} answers.
     */
    @FunctionalInterface
    public interface OnForget {
        /**
         * Answers one call.
         */
        void answer(UUID id);
    }

    /**
     * One call.
     *
     * @param method the name of the method
     * @param arguments its arguments in order
     */
    public record StubCall(String method, List<Object> arguments) {
    }
}
