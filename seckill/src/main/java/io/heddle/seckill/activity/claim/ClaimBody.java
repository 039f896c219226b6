package io.heddle.seckill.activity.claim;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.json.Json;
import io.heddle.kit.json.JsonPart;
import io.heddle.kit.json.JsonPart.Kind;
import io.heddle.seckill.sale.UserId;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `{"user_id": 123}` and `{"user_id": "text"}`: the usual bytes in one pass and without a parser, all else with
/// the kit's, strictly. Safe for use by any thread.
final class ClaimBody {
    /// The most bytes of a body.
    static final int MAX_BYTES = 4096;

    private static final byte[] NAME = "\"user_id\"".getBytes(StandardCharsets.US_ASCII);
    private static final int USUAL_DIGITS = 18;
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");

    private final Json json;

    ClaimBody(Json json) {
        this.json = json;
    }

    /// @throws InvalidUserException when it is anything else
    Asked read(byte[] body) {
        Asked usual = usual(body);
        return usual != null ? usual : strictly(body);
    }

    /// Null for all that is not usual, right or wrong.
    private static @Nullable Asked usual(byte[] body) {
        int at = expect(body, blanks(body, 0), '{');
        at = at < 0 ? -1 : name(body, blanks(body, at));
        at = at < 0 ? -1 : expect(body, blanks(body, at), ':');
        int from = at < 0 ? -1 : blanks(body, at);
        if (from < 0 || from >= body.length) {
            return null;
        }
        return body[from] == '"' ? text(body, from + 1) : number(body, from);
    }

    private static @Nullable Asked number(byte[] body, int from) {
        int to = from;
        while (to < body.length && body[to] >= '0' && body[to] <= '9') {
            to++;
        }
        boolean usual = to > from && to - from <= USUAL_DIGITS && (body[from] != '0' || to - from == 1);
        return usual && ends(body, to) ? new Asked(user(body, from, to), true) : null;
    }

    private static @Nullable Asked text(byte[] body, int from) {
        int to = from;
        while (to < body.length && body[to] > ' ' && body[to] < 0x7f && body[to] != '"' && body[to] != '\\') {
            to++;
        }
        boolean usual = to > from && to - from <= UserId.MAX_LENGTH && to < body.length && body[to] == '"';
        return usual && ends(body, to + 1) ? new Asked(user(body, from, to), false) : null;
    }

    private static UserId user(byte[] body, int from, int to) {
        return new UserId(new String(body, from, to - from, StandardCharsets.ISO_8859_1));
    }

    private static boolean ends(byte[] body, int from) {
        int at = expect(body, blanks(body, from), '}');
        return at >= 0 && blanks(body, at) == body.length;
    }

    private static int blanks(byte[] body, int from) {
        int at = from;
        while (at < body.length && (body[at] == ' ' || body[at] == '\n' || body[at] == '\r' || body[at] == '\t')) {
            at++;
        }
        return at;
    }

    private static int expect(byte[] body, int at, char expected) {
        return at < body.length && body[at] == expected ? at + 1 : -1;
    }

    private static int name(byte[] body, int from) {
        if (body.length - from < NAME.length) {
            return -1;
        }
        for (int i = 0; i < NAME.length; i++) {
            if (body[from + i] != NAME[i]) {
                return -1;
            }
        }
        return from + NAME.length;
    }

    private Asked strictly(byte[] body) {
        JsonPart whole = outline(body);
        if (whole.kind() != Kind.OBJECT || whole.members().size() != 1) {
            throw InvalidUserException.notOnly();
        }
        JsonPart member = whole.members().get("user_id");
        if (member == null) {
            throw InvalidUserException.notOnly();
        }
        return switch (member.kind()) {
            case TEXT -> new Asked(user(member.text()), false);
            case NUMBER -> new Asked(number(member), true);
            case OBJECT, ARRAY, TRUTH, NOTHING -> throw InvalidUserException.noUser();
        };
    }

    private JsonPart outline(byte[] body) {
        try {
            return json.outline(body, 1);
        } catch (ServiceException e) {
            if (e.status() != Status.BAD_REQUEST) {
                throw e;
            }
            InvalidUserException wrong = InvalidUserException.notOnly();
            wrong.initCause(e);
            throw wrong;
        }
    }

    private static UserId number(JsonPart member) {
        String digits = new String(member.bytes(), StandardCharsets.ISO_8859_1);
        if (!WHOLE.matcher(digits).matches()) {
            throw InvalidUserException.noUser();
        }
        return user(digits.equals("-0") ? "0" : digits);
    }

    /// The user that a text names.
    ///
    /// @throws InvalidUserException when it names none
    static UserId user(String text) {
        if (!UserId.valid(text)) {
            throw InvalidUserException.noUser();
        }
        return new UserId(text);
    }
}
