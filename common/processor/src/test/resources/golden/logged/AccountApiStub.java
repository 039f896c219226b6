package demo.logged;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.annotation.processing.Generated;

/**
 * Answers as a test says, and keeps every call. What was not scripted answers 501.
 */
@Generated("io.heddle.processor")
public final class AccountApiStub implements AccountApi {
    private final List<StubCall> calls = new CopyOnWriteArrayList<>();

    private volatile OnOpen onOpen = (account, authorization, branch) -> {
        throw notScripted("AccountApi.open");
    };

    private volatile OnAccount onAccount = (id, level, out) -> {
        throw notScripted("AccountApi.account");
    };

    private volatile OnFind onFind = (search) -> {
        throw notScripted("AccountApi.find");
    };

    private volatile OnPhoto onPhoto = (photo) -> {
        throw notScripted("AccountApi.photo");
    };

    private volatile OnQuiet onQuiet = (text) -> {
        throw notScripted("AccountApi.quiet");
    };

    /**
     * Begins without a script.
     */
    public AccountApiStub() {
    }

    /**
     * The calls so far, in order.
     */
    public List<StubCall> calls() {
        return List.copyOf(calls);
    }

    /**
     * Says what {@code open} answers from now on.
     */
    public AccountApiStub onOpen(OnOpen answer) {
        this.onOpen = answer;
        return this;
    }

    @Override
    public AccountApi.Account open(AccountApi.Account account, String authorization,
            String branch) {
        calls.add(new StubCall("open", Arrays.<Object>asList(account, authorization, branch)));
        return onOpen.answer(account, authorization, branch);
    }

    /**
     * Says what {@code account} answers from now on.
     */
    public AccountApiStub onAccount(OnAccount answer) {
        this.onAccount = answer;
        return this;
    }

    @Override
    public Optional<AccountApi.Account> account(long id, Optional<AccountApi.Level> level,
            int out) {
        calls.add(new StubCall("account", Arrays.<Object>asList(id, level, out)));
        return onAccount.answer(id, level, out);
    }

    /**
     * Says what {@code find} answers from now on.
     */
    public AccountApiStub onFind(OnFind answer) {
        this.onFind = answer;
        return this;
    }

    @Override
    public List<String> find(AccountApi.Search search) {
        calls.add(new StubCall("find", Arrays.<Object>asList(search)));
        return onFind.answer(search);
    }

    /**
     * Says what {@code photo} answers from now on.
     */
    public AccountApiStub onPhoto(OnPhoto answer) {
        this.onPhoto = answer;
        return this;
    }

    @Override
    public void photo(InputStream photo) {
        calls.add(new StubCall("photo", Arrays.<Object>asList(photo)));
        onPhoto.answer(photo);
    }

    /**
     * Says what {@code quiet} answers from now on.
     */
    public AccountApiStub onQuiet(OnQuiet answer) {
        this.onQuiet = answer;
        return this;
    }

    @Override
    public String quiet(String text) {
        calls.add(new StubCall("quiet", Arrays.<Object>asList(text)));
        return onQuiet.answer(text);
    }

    private static ServiceException notScripted(String method) {
        return ServiceException.of(Status.NOT_IMPLEMENTED, method + " was called, but the stub has no answer for it");
    }

    /**
     * What {@code open} answers.
     */
    @FunctionalInterface
    public interface OnOpen {
        /**
         * Answers one call.
         */
        AccountApi.Account answer(AccountApi.Account account, String authorization, String branch);
    }

    /**
     * What {@code account} answers.
     */
    @FunctionalInterface
    public interface OnAccount {
        /**
         * Answers one call.
         */
        Optional<AccountApi.Account> answer(long id, Optional<AccountApi.Level> level, int out);
    }

    /**
     * What {@code find} answers.
     */
    @FunctionalInterface
    public interface OnFind {
        /**
         * Answers one call.
         */
        List<String> answer(AccountApi.Search search);
    }

    /**
     * What {@code photo} answers.
     */
    @FunctionalInterface
    public interface OnPhoto {
        /**
         * Answers one call.
         */
        void answer(InputStream photo);
    }

    /**
     * What {@code quiet} answers.
     */
    @FunctionalInterface
    public interface OnQuiet {
        /**
         * Answers one call.
         */
        String answer(String text);
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
