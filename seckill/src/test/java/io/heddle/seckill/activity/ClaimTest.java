package io.heddle.seckill.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.seckill.activity.ActivityApi.Activity;
import io.heddle.seckill.activity.ActivityApi.NewActivity;
import io.heddle.seckill.activity.Raw.Reply;
import io.heddle.seckill.activity.claim.ClaimApi.Answer;
import io.heddle.seckill.activity.claim.ClaimApi.Asking;
import io.heddle.seckill.activity.claim.ClaimApi.Status;
import io.heddle.seckill.activity.claim.InvalidUserException;
import io.heddle.seckill.activity.claim.NoActivityException;
import io.heddle.testkit.server.Schema;
import io.heddle.testkit.system.HeddleTest;
import io.heddle.testkit.system.TestSystem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The claim over real HTTP.
@HeddleTest
final class ClaimTest {
    private static final List<String> WRONG = wrong();

    private static List<String> wrong() {
        List<String> bodies = new ArrayList<>(List.of(
                "", " ", "{}", "[]", "null", "1", "\"x\"", "{", "}", "{\"user_id\"}", "{\"user_id\":}", "{user_id:1}"));
        for (String value : List.of(
                "null", "true", "{}", "[]", "[1]", "1.5", "1.0", "1e3", "01", "+1", "--1", "-", "0x1", "NaN", "1 2")) {
            bodies.add("{\"user_id\":" + value + "}");
        }
        for (String text :
                List.of("", " ", "a b", "\\n", "\\u0000", "\\u00fc", "\u00fc", "\ud83d\ude00", "\t", "a\\")) {
            bodies.add("{\"user_id\":\"" + text + "\"}");
        }
        bodies.add("{\"user_id\":\"" + "x".repeat(65) + "\"}");
        bodies.add("{\"user_id\":" + "9".repeat(65) + "}");
        bodies.add("{\"user_id\":" + "9".repeat(1000) + "}");
        bodies.add("{\"user_id\":1,\"user_id\":1}");
        bodies.add("{\"user_id\":1,\"user_id\":2}");
        bodies.add("{\"user_id\":1,\"x\":2}");
        bodies.add("{\"x\":2}");
        bodies.add("{\"userId\":1}");
        bodies.add("{\"User_id\":1}");
        bodies.add("{'user_id':1}");
        bodies.add("{\"user_id\":1}{}");
        bodies.add("{\"user_id\":1},");
        bodies.add("{\"user_id\":1}x");
        bodies.add("/**/{\"user_id\":1}");
        bodies.add("\ufeff\ufeff{\"user_id\":1}");
        bodies.add("{\"user_id\":" + "[".repeat(2000) + "]".repeat(2000) + "}");
        bodies.add("[".repeat(4000));
        return bodies;
    }

    /// A shop with an activity that nobody has won in.
    private record Open(Shop shop, Activity sale, Raw raw) implements AutoCloseable {
        static Open with(TestSystem system, Schema schema, Path folder, Map<String, String> settings) {
            Shop shop = Shop.on(system, schema, folder);
            shop.product(Map.of());
            String url = shop.activity(settings).url();
            long product = shop.loom().id();
            Optional<String> admin =
                    Optional.ofNullable(settings.get("sale.admin_token")).map(token -> "Bearer " + token);
            return new Open(shop, shop.activities().add(Shop.draft(product, 3), admin), new Raw(url));
        }

        Reply ask(String body, String... headers) {
            return raw.post("/activities/" + sale.id() + "/seckill", body, headers);
        }

        @Override
        public void close() {
            raw.close();
        }
    }

    @Test
    void refusesEveryBodyThatNamesNoUserAndChangesNothing(@TempDir Path folder, TestSystem system, Schema schema) {
        try (Open open = Open.with(system, schema, folder, Map.of())) {
            for (String body : WRONG) {
                Reply reply = open.ask(body);
                assertThat(reply.status()).as(body).isEqualTo(400);
                assertThat(reply.code()).as(body).isEqualTo("INVALID");
                assertThat(reply.field()).as(body).isEqualTo("user_id");
            }
            Reply latin = open.raw.post(
                    "/activities/1/seckill", "{\"user_id\":\"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(latin.code()).isEqualTo("INVALID");
            assertThat(open.ask(" ".repeat(4100)).status()).isEqualTo(413);
            assertThat(open.ask("{\"user_id\":1}", "Content-Type", "text/plain").status())
                    .isEqualTo(415);
            assertThat(open.ask("{\"user_id\":1}", "Content-Encoding", "gzip").status())
                    .isEqualTo(415);
            assertThat(open.shop
                            .activities()
                            .activity(open.sale.id())
                            .orElseThrow()
                            .available())
                    .isEqualTo(3);
        }
    }

    @Test
    void readsAUserHoweverItIsWritten(@TempDir Path folder, TestSystem system, Schema schema) {
        try (Open open = Open.with(system, schema, folder, Map.of())) {
            Reply won = open.ask("\r\n\t { \"user_id\" :\n 123 } ", "Content-Type", "application/json; charset=utf-8");
            assertThat(won.data().path("status").asString()).isEqualTo("WON");
            assertThat(won.data().path("user_id").isNumber()).isTrue();
            assertThat(won.response().headers().firstValue("Content-Type")).contains("application/json");
            for (String same : List.of("\"123\"", "\"\\u0031\\u0032\\u0033\"", "123")) {
                Reply again = open.ask("{\"user_id\":" + same + "}");
                assertThat(again.data().path("status").asString()).isEqualTo("ALREADY_WON");
                assertThat(again.data().path("order_id")).isEqualTo(won.data().path("order_id"));
            }
            assertThat(open.ask("{\"user_id\":\"123\"}").data().path("user_id").isString())
                    .isTrue();
            String odd = "a\"b\\c/<&'";
            Reply second = open.ask("{\"user_id\":\"a\\\"b\\\\c\\/<&'\"}");
            assertThat(second.data().path("user_id").asString()).isEqualTo(odd);
            assertThat(second.data().path("won").asBoolean()).isTrue();
            Reply huge = open.ask("{\"user_id\":" + "9".repeat(64) + "}");
            assertThat(huge.data().path("user_id").toString()).isEqualTo("9".repeat(64));
            assertThat(open.ask("{\"user_id\":-0}").data().path("user_id").toString())
                    .isEqualTo("0");
            assertThat(open.ask("{\"user_id\":0}").data().path("status").asString())
                    .isEqualTo("SOLD_OUT");
            assertThat(open.ask("{\"user_id\":-5}").data().path("final").asBoolean())
                    .isFalse();
        }
    }

    @Test
    void aTypedClientHearsTheSame(@TempDir Path folder, TestSystem system, Schema schema) {
        try (Open open = Open.with(system, schema, folder, Map.of())) {
            long id = open.sale.id();
            Answer won = open.shop.claims().claim(id, new Asking("7"), Optional.empty());
            assertThat(won.status()).isEqualTo(Status.WON);
            assertThat(won.payBy()).isPresent();
            Answer read = open.shop.claims().standing(id, "7");
            assertThat(read.status()).isEqualTo(Status.ALREADY_WON);
            assertThat(read.paid()).contains(false);
            assertThatThrownBy(() -> open.shop.claims().claim(id, new Asking("a b"), Optional.empty()))
                    .isInstanceOf(InvalidUserException.class);
            assertThatThrownBy(() -> open.shop.claims().standing(id, "a b")).isInstanceOf(InvalidUserException.class);
            for (long none : new long[] {0, -1, 99, Long.MAX_VALUE}) {
                assertThatThrownBy(() -> open.shop.claims().claim(none, new Asking("1"), Optional.empty()))
                        .isInstanceOf(NoActivityException.class);
            }
            assertThat(open.raw.post("/activities/x/seckill", "{\"user_id\":1}").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void tellsWhyNobodyCanWin(@TempDir Path folder, TestSystem system, Schema schema) {
        try (Open open = Open.with(system, schema, folder, Map.of())) {
            ActivityApi activities = open.shop.activities();
            activities.close(open.sale.id(), Optional.empty());
            assertThat(ask(open, open.sale.id()).status()).isEqualTo(Status.ENDED);
            Instant now = Instant.now();
            NewActivity later = new NewActivity(
                    "Later", open.sale.product(), 1, now.plusSeconds(600), now.plusSeconds(700), Optional.empty());
            Answer early = ask(open, activities.add(later, Optional.empty()).id());
            assertThat(early.status()).isEqualTo(Status.NOT_STARTED);
            assertThat(early.startsAt().orElseThrow())
                    .isAfter(early.serverTime().orElseThrow());
            assertThat(early.won()).isFalse();
            activities.open(open.sale.id(), Optional.empty());
            assertThat(ask(open, open.sale.id()).status()).isEqualTo(Status.WON);
        }
    }

    private static Answer ask(Open open, long sale) {
        return open.shop.claims().claim(sale, new Asking("1"), Optional.empty());
    }

    @Test
    void aUserWhoAsksTooOftenIsSlowedDownAndNobodyElse(@TempDir Path folder, TestSystem system, Schema schema) {
        try (Open open = Open.with(system, schema, folder, Map.of("sale.user_rate", "2"))) {
            List<Reply> replies = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                replies.add(open.ask("{\"user_id\":\"eager\"}"));
            }
            List<Reply> slowed =
                    replies.stream().filter(reply -> reply.status() == 429).toList();
            assertThat(slowed).isNotEmpty().allSatisfy(reply -> {
                assertThat(reply.code()).isEqualTo("SLOW_DOWN");
                assertThat(reply.response().headers().firstValue("Retry-After")).contains("1");
            });
            assertThat(replies.getFirst().status()).isEqualTo(200);
            assertThat(open.ask("{\"user_id\":\"calm\"}").status()).isEqualTo(200);
        }
    }

    @Test
    void whereATicketIsNeededOnlyItsUserMayAskWithIt(@TempDir Path folder, TestSystem system, Schema schema) {
        Map<String, String> settings = Map.of("sale.admission_secret", "s3cret", "sale.admin_token", "boss");
        try (Open open = Open.with(system, schema, folder, settings)) {
            String admissions = "/activities/" + open.sale.id() + "/admissions";
            assertThat(open.raw.post(admissions, "{\"user_id\":1}").status()).isEqualTo(401);
            Reply issued = open.raw.post(admissions, "{\"user_id\":1}", "Authorization", "Bearer boss");
            String ticket = issued.data().path("admission").asString();
            for (String wrong : List.of("", ".", "1." + "a".repeat(64), ticket + "0", "9" + ticket, "x")) {
                Reply refused = open.ask("{\"user_id\":1}", "X-Admission", wrong);
                assertThat(refused.status()).isEqualTo(401);
                assertThat(refused.code()).isEqualTo("UNAUTHENTICATED");
            }
            assertThat(open.ask("{\"user_id\":1}").status()).isEqualTo(401);
            assertThat(open.ask("{\"user_id\":2}", "X-Admission", ticket).status())
                    .isEqualTo(401);
            assertThat(open.ask("{\"user_id\":1}", "X-Admission", ticket)
                            .data()
                            .path("won")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void aSecretForTicketsNeedsSomebodyWhoIssuesThem(@TempDir Path folder, TestSystem system, Schema schema) {
        Shop shop = Shop.on(system, schema, folder);
        assertThatThrownBy(() -> shop.activity(Map.of("sale.admission_secret", "secret")))
                .hasMessageContaining("admin_token");
    }
}
