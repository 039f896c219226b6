package demo.logged;

import io.heddle.kit.logged.Rendering;
import java.io.InputStream;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Writes the arguments of AccountApi down for the log.
 */
@Generated("io.heddle.processor")
public final class AccountApiArguments {
    private AccountApiArguments() {
    }

    static void open(Rendering line, AccountApi.Account account, String authorization,
            String branch) {
        line.within("account", account, AccountApiArguments::writeAccount);
        line.secret("authorization");
        line.secret("branch");
    }

    static void account(Rendering line, long id, Optional<AccountApi.Level> level, int out) {
        line.value("id", id);
        line.present("level", level, (inner4, each4) -> {
            inner4.value("", each4);
        });
        line.value("out", out);
    }

    static void find(Rendering line, AccountApi.Search search) {
        line.within("search", search, AccountApiArguments::writeSearch);
    }

    static void photo(Rendering line, InputStream photo) {
        line.opaque("photo");
    }

    private static void writeOwner(Rendering out, AccountApi.Owner value) {
        out.value("name", value.name());
        out.secret("birth_name");
        out.secret("password");
        out.present("partner", value.partner(), (inner2, each2) -> {
            inner2.within("", each2, AccountApiArguments::writeOwner);
        });
    }

    private static void writeAccount(Rendering out, AccountApi.Account value) {
        out.each("owners", value.owners(), (inner, each) -> {
            inner.within("", each, AccountApiArguments::writeOwner);
        });
        out.values("settings", value.settings(), (inner3, each3) -> {
            inner3.value("", each3);
        });
        out.value("iban", value.iban());
        out.secret("pin");
        out.opaque("more");
        out.value("level", value.level());
    }

    private static void writeSearch(Rendering out, AccountApi.Search value) {
        out.value("text", value.text());
        out.secret("hint");
    }
}
