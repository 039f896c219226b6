package io.heddle.kit.rpc;

import io.heddle.contract.reply.Page;
import io.heddle.kit.json.JsonType;
import java.util.List;
import java.util.Optional;

/// One call by name: its arguments, whether they came by position or by name, and its answer. Used by one thread.
public interface RpcCall {
    /// Reads an argument that must be given.
    ///
    /// @throws io.heddle.contract.error.ServiceException 400 naming the argument and what is wrong in it
    <T> T one(String name, JsonType<T> type);

    /// Reads an argument, empty when it is absent or null.
    ///
    /// @throws io.heddle.contract.error.ServiceException 400 naming the argument and what is wrong in it
    <T> Optional<T> optional(String name, JsonType<T> type);

    /// Answers with a value.
    <T> void value(JsonType<T> type, T value);

    /// Answers with a value, or with null.
    <T> void optional(JsonType<T> type, Optional<T> value);

    /// Answers with a page as `{"items","total","page","limit"}`.
    <T> void page(JsonType<List<T>> items, Page<T> page);

    /// Answers with null.
    void done();
}
