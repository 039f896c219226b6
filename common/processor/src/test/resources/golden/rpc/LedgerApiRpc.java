package demo.rpc;

import io.heddle.contract.text.Scalar;
import io.heddle.kit.json.JsonType;
import io.heddle.kit.logged.MethodLog;
import io.heddle.kit.rpc.RpcCall;
import io.heddle.kit.rpc.RpcMethods;
import io.heddle.kit.rpc.RpcTable;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Calls LedgerApi by name.
 */
@Generated("io.heddle.processor")
public final class LedgerApiRpc implements RpcTable {
    private static final JsonType<LedgerApi.Entry> ADD_ENTRY = new JsonType<LedgerApi.Entry>() {};

    private static final JsonType<String> ADD_REQUEST_ID = new JsonType<String>() {};

    private static final MethodLog ADD_LOG = MethodLog.of("LedgerApi.add", "server");

    private static final JsonType<LedgerApi.Entry> ADD_RESULT = new JsonType<LedgerApi.Entry>() {};

    private static final JsonType<Long> ENTRY_ID = new JsonType<Long>() {};

    private static final JsonType<LedgerApi.Entry> ENTRY_RESULT = new JsonType<LedgerApi.Entry>() {};

    private static final JsonType<LedgerApi.Filter> FIND_FILTER = new JsonType<LedgerApi.Filter>() {};

    private static final JsonType<Integer> FIND_PAGE = new JsonType<Integer>() {};

    private static final Integer FIND_PAGE_DEFAULT = Scalar.INT.parse("1");

    private static final JsonType<LedgerApi.Order> FIND_ORDER = new JsonType<LedgerApi.Order>() {};

    private static final LedgerApi.Order FIND_ORDER_DEFAULT = Scalar.ofEnum(LedgerApi.Order.class).parse("UP");

    private static final JsonType<String> FIND_REMARK = new JsonType<String>() {};

    private static final JsonType<List<Integer>> FIND_MARKS = new JsonType<List<Integer>>() {};

    private static final JsonType<List<LedgerApi.Entry>> FIND_RESULT = new JsonType<List<LedgerApi.Entry>>() {};

    private static final JsonType<List<LedgerApi.Entry>> ADD_ALL_ENTRIES = new JsonType<List<LedgerApi.Entry>>() {};

    private static final JsonType<byte[]> PHOTO_PHOTO = new JsonType<byte[]>() {};

    private static final JsonType<byte[]> PHOTO_RESULT = new JsonType<byte[]>() {};

    private final LedgerApi target;

    public LedgerApiRpc(LedgerApi target) {
        this.target = target;
    }

    @Override
    public void addTo(RpcMethods methods) {
        methods.add("Ledger.add", true, List.of("entry", "request_id"), this::add);
        methods.add("Ledger.entry", true, List.of("id"), this::entry);
        methods.add("Ledger.find", true, List.of("filter", "page", "order", "remark", "marks"), this::find);
        methods.add("Ledger.addMany", false, List.of("entries"), this::addAll);
        methods.add("Ledger.photo", false, List.of("photo"), this::photo);
    }

    private void add(RpcCall call) {
        LedgerApi.Entry entry = call.one("entry", ADD_ENTRY);
        String requestId = call.one("request_id", ADD_REQUEST_ID);
        LedgerApiChecks.addByName(entry, requestId);
        call.value(ADD_RESULT, ADD_LOG.call(line -> LedgerApiArguments.add(line, entry, requestId),
                        () -> target.add(entry, requestId)));
    }

    private void entry(RpcCall call) {
        long id = call.one("id", ENTRY_ID);
        LedgerApiChecks.entryByName(id);
        call.optional(ENTRY_RESULT, target.entry(id));
    }

    private void find(RpcCall call) {
        LedgerApi.Filter filter = call.one("filter", FIND_FILTER);
        int page = call.optional("page", FIND_PAGE).orElse(FIND_PAGE_DEFAULT);
        LedgerApi.Order order = call.optional("order", FIND_ORDER).orElse(FIND_ORDER_DEFAULT);
        Optional<String> remark = call.optional("remark", FIND_REMARK);
        List<Integer> marks = call.one("marks", FIND_MARKS);
        LedgerApiChecks.findByName(filter, page, order, remark, marks);
        call.page(FIND_RESULT, target.find(filter, page, order, remark, marks));
    }

    private void addAll(RpcCall call) {
        List<LedgerApi.Entry> entries = call.one("entries", ADD_ALL_ENTRIES);
        LedgerApiChecks.addAllByName(entries);
        target.addAll(entries);
        call.done();
    }

    private void photo(RpcCall call) {
        byte[] photo = call.one("photo", PHOTO_PHOTO);
        call.value(PHOTO_RESULT, target.photo(photo));
    }
}
