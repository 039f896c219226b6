package io.heddle.configcenter.store.shared;

import io.heddle.configcenter.store.KeepingSettings;
import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.json.Json;
import io.heddle.store.Change;
import io.heddle.store.Condition;
import io.heddle.store.Item;
import io.heddle.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Writes to the store, each at once or not at all.
///
/// @param mostBytes how much one may be
/// @param keeping how much of what was is kept
record Commits(Store store, String root, long mostBytes, KeepingSettings keeping) {
    /// An etcd takes 1.5 MiB.
    private static final long MOST_BYTES_OF_ETCD = 1_400_000;

    /// A ZooKeeper takes 1 MiB, and a key that is new is sent twice.
    private static final long MOST_BYTES_OF_ZOOKEEPER = 500_000;

    private static final Json JSON = Json.tolerant();

    static long most(String address) {
        return address.startsWith("zookeeper:") ? MOST_BYTES_OF_ZOOKEEPER : MOST_BYTES_OF_ETCD;
    }

    SharedWriting writing(Snapshot base) {
        return new SharedWriting(base, mostBytes);
    }

    /// What there is then; empty when another node has written in between.
    ///
    /// @throws ServiceException 413 when it is too much for one commit
    Optional<Snapshot> commit(Snapshot base, SharedWriting writing) {
        writing.prune(keeping);
        List<Change> changes = writing.changes(root);
        check(changes);
        OptionalLong version = store.commit(List.of(new Condition(root + Keys.HEAD, base.version())), changes);
        return version.isPresent() ? Optional.of(writing.onto(base, version.getAsLong())) : Optional.empty();
    }

    private void check(List<Change> changes) {
        if (changes.size() > Store.MOST_CHANGES) {
            throw tooLarge("it changes " + changes.size() + " keys, and at most " + Store.MOST_CHANGES
                    + " can be changed at once");
        }
        long bytes = changes.stream().mapToLong(Commits::size).sum();
        if (bytes > mostBytes) {
            throw tooLarge("it has " + bytes + " bytes, and at most " + mostBytes + " can be written at once");
        }
    }

    private static long size(Change change) {
        int key = change.key().getBytes(StandardCharsets.UTF_8).length;
        return change instanceof Change.Put(String _, byte[] value) ? key + value.length : key;
    }

    private static ServiceException tooLarge(String why) {
        return new ServiceException(
                Status.CONTENT_TOO_LARGE, "change_too_large", "the store cannot take this change: " + why, List.of());
    }

    /// Whether nobody has written since.
    boolean current(Snapshot base) {
        return headItem().map(Item::version).orElse(Condition.ABSENT) == base.version();
    }

    /// The head as the majority of the store knows it.
    Optional<Head> head() {
        return headItem().map(item -> JSON.read(Head.TYPE, item.value()));
    }

    private Optional<Item> headItem() {
        return store.range(root + Keys.HEAD).items().stream().findFirst();
    }
}
