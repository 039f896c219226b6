package io.heddle.configcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.configcenter.entry.EntryKey;
import io.heddle.configcenter.secret.Concealed;
import io.heddle.configcenter.store.KeepingSettings;
import io.heddle.configcenter.store.Reading;
import io.heddle.configcenter.store.ReleaseStore;
import io.heddle.configcenter.store.Stored;
import io.heddle.configcenter.store.Writing;
import io.heddle.contract.reply.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What every store of the centre does.
interface StoreContract {
    EntryKey KEY = EntryKey.of("log", "blogger@canary");
    KeepingSettings KEEPING = new KeepingSettings(12, 200);
    Instant TIME = Instant.parse("2026-01-02T03:04:05.678901Z");

    ReleaseStore store();

    static Concealed value(String json) {
        return new Concealed((ObjectNode) new JsonMapper().readTree(json), Map.of("/password", "sealed+/="));
    }

    static Stored.Release release(Writing writing, Stored.Entry entry, String json) {
        Stored.Release release = new Stored.Release(
                entry.id(), writing.revision(), "PUBLISH", "ann", TIME, "grüße 🎉", Optional.of(value(json)));
        writing.add(release);
        writing.keep(entry.released(writing.revision()));
        return release;
    }

    @Test
    default void aWriteMakesOneRevisionAndSeesItself() {
        long before = store().read(Reading::revision);

        Stored.Release made = store().write(writing -> {
            Stored.Entry entry = writing.entryOrNew(KEY);
            assertThat(writing.entryOrNew(KEY).id()).isEqualTo(entry.id());
            Stored.Release release = release(writing, entry, "{\"n\":1}");
            assertThat(writing.release(entry.id(), writing.revision())).contains(release);
            return release;
        });

        assertThat(made.revision()).isEqualTo(before + 1);
        assertThat(store().<Long>read(Reading::revision)).isEqualTo(before + 1);
        assertThat(store().latest()).isEqualTo(before + 1);
        Stored.Entry entry = store().read(reading -> reading.entry(KEY)).orElseThrow();
        assertThat(entry.released()).isEqualTo(made.revision());
        assertThat(store().<Optional<Stored.Release>>read(reading -> reading.release(entry.id(), entry.released())))
                .contains(made);
        assertThat(store().<Map<Long, Stored.Release>>read(reading -> reading.holding(List.of(entry))))
                .isEqualTo(Map.of(entry.id(), made));
    }

    @Test
    default void whatFailsLeavesNothing() {
        long before = store().read(Reading::revision);

        assertThatThrownBy(() -> store().write(writing -> {
                    writing.entryOrNew(EntryKey.of("log", "nobody"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(store().<Long>read(Reading::revision)).isEqualTo(before);
        assertThat(store().<Optional<Stored.Entry>>read(reading -> reading.entry(EntryKey.of("log", "nobody"))))
                .isEmpty();
    }

    @Test
    default void draftsAndGrayValuesComeAndGo() {
        Stored.Draft draft = new Stored.Draft(0, "ann", TIME, value("{\"a\":1}"));
        Stored.Gray gray = new Stored.Gray(List.of("canary"), List.of("i-1"), 7, "ben", TIME, value("{\"b\":2}"));
        store().write(writing -> {
            Stored.Entry entry = writing.entryOrNew(KEY).seeded("abc");
            writing.keep(entry.drafted(Optional.of(draft)).grayed(7, Optional.of(gray)));
            return entry;
        });

        Stored.Entry kept = store().read(reading -> reading.entry(KEY)).orElseThrow();
        assertThat(kept.draft()).contains(draft);
        assertThat(kept.gray()).contains(gray);
        assertThat(kept.seed()).isEqualTo("abc");
        assertThat(store().<List<Stored.Entry>>read(reading -> reading.entriesAfter(6)))
                .containsExactly(kept);
        assertThat(store().<List<Stored.Entry>>read(reading -> reading.entriesAfter(7)))
                .isEmpty();

        store().write(writing -> {
            writing.keep(kept.drafted(Optional.empty()).grayed(7, Optional.empty()));
            return kept;
        });
        Stored.Entry bare = store().read(reading -> reading.entry(KEY)).orElseThrow();
        assertThat(bare.draft()).isEmpty();
        assertThat(bare.gray()).isEmpty();
    }

    @Test
    default void releasesComeInPagesTheLatestFirst() {
        for (int i = 0; i < 12; i++) {
            int number = i;
            store().write(writing -> release(writing, writing.entryOrNew(KEY), "{\"n\":" + number + "}"));
        }
        long id = store().read(reading -> reading.entry(KEY)).orElseThrow().id();

        Page<Stored.Release> second = store().read(reading -> reading.releases(id, 2, 5));
        List<Stored.Release> after = store().write(writing -> writing.releasesAfter(3, 4));

        assertThat(second.total()).isEqualTo(12);
        assertThat(second.items()).extracting(Stored.Release::revision).containsExactly(7L, 6L, 5L, 4L, 3L);
        assertThat(after).extracting(Stored.Release::revision).containsExactly(4L, 5L, 6L, 7L);
    }

    @Test
    default void aReleaseIsSealedAnew() {
        Stored.Release made =
                store().write(writing -> release(writing, writing.entryOrNew(KEY), "{\"password\":\"***\"}"));
        Concealed again = new Concealed(made.value().orElseThrow().shown(), Map.of("/password", "other"));

        store().write(writing -> {
            writing.reseal(made.resealed(_ -> again));
            return again;
        });

        assertThat(store().<Optional<Stored.Release>>read(reading -> reading.release(made.entry(), made.revision())))
                .contains(made.resealed(_ -> again));
    }

    @Test
    default void schemasAndTokensComeAndGo() {
        ObjectNode schema = (ObjectNode) new JsonMapper().readTree("{\"type\":\"object\"}");
        Stored.Token token = new Stored.Token("ann", "", "blogger", "hash", "admin", TIME);
        store().write(writing -> {
            writing.keepSchema("log", schema);
            writing.keep(token);
            return token;
        });

        assertThat(store().<Map<String, JsonNode>>read(Reading::schemas)).isEqualTo(Map.of("log", schema));
        assertThat(store().<JsonNode>read(reading -> reading.schema("log"))).isEqualTo(schema);
        assertThat(store().read(reading -> reading.schema("other")).isEmpty()).isTrue();
        assertThat(store().<List<Stored.Token>>read(Reading::tokens)).containsExactly(token);
        assertThat(store().<Boolean>write(writing -> writing.dropSchema("log") && writing.dropToken("ann")))
                .isTrue();
        assertThat(store().<Boolean>write(writing -> writing.dropSchema("log") || writing.dropToken("ann")))
                .isFalse();
        assertThat(store().<Map<String, JsonNode>>read(Reading::schemas)).isEmpty();
        assertThat(store().<List<Stored.Token>>read(Reading::tokens)).isEmpty();
    }

    @Test
    default void theAuditTrailIsFilteredAndComesInPages() {
        for (String target : List.of("blogger", "blogger@canary", "bloggers", "shop")) {
            store().write(writing -> {
                writing.add(new Stored.Audit(TIME, "ann", "publish", "log", target, "why"));
                return target;
            });
        }

        assertThat(store().read(reading -> reading.audit("", "", 1, 3)).items())
                .extracting(Stored.Audit::service)
                .containsExactly("shop", "bloggers", "blogger@canary");
        Page<Stored.Audit> some = store().read(reading -> reading.audit("log", "blogger", 1, 10));
        assertThat(some.total()).isEqualTo(2);
        assertThat(some.items()).extracting(Stored.Audit::service).containsExactly("blogger@canary", "blogger");
        assertThat(store().read(reading -> reading.audit("other", "", 1, 10)).items())
                .isEmpty();
    }

    @Test
    default void onlyTheLastReleasesOfAnEntryAreKept() {
        EntryKey other = EntryKey.of("log", "shop");
        store().write(writing -> release(writing, writing.entryOrNew(other), "{\"n\":0}"));
        for (int i = 0; i < KEEPING.releases() + 3; i++) {
            int number = i;
            store().write(writing -> release(writing, writing.entryOrNew(KEY), "{\"n\":" + number + "}"));
        }

        Stored.Entry entry = store().read(reading -> reading.entry(KEY)).orElseThrow();
        Page<Stored.Release> kept = store().read(reading -> reading.releases(entry.id(), 1, 100));
        assertThat(kept.total()).isEqualTo(KEEPING.releases());
        assertThat(kept.items().getFirst().revision()).isEqualTo(entry.released());
        assertThat(kept.items().getLast().revision()).isEqualTo(entry.released() - KEEPING.releases() + 1);
        long old = store().read(reading -> reading.entry(other)).orElseThrow().id();
        assertThat(store().<Page<Stored.Release>>read(reading -> reading.releases(old, 1, 10))
                        .total())
                .isEqualTo(1);
    }

    @Test
    default void onlyTheLastLinesOfTheAuditTrailAreKept() {
        for (int i = 0; i < KEEPING.audits() + 3; i++) {
            String number = Integer.toString(i);
            store().write(writing -> {
                writing.add(new Stored.Audit(TIME, "ann", "publish", "log", "shop", number));
                return number;
            });
        }

        Page<Stored.Audit> kept = store().read(reading -> reading.audit("", "", 1, 1000));
        assertThat(kept.total()).isEqualTo(KEEPING.audits());
        assertThat(kept.items().getFirst().detail()).isEqualTo(Integer.toString(KEEPING.audits() + 2));
        assertThat(kept.items().getLast().detail()).isEqualTo("3");
    }
}
