package io.heddle.kit.rpc.call;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.client.Call;
import io.heddle.kit.client.Caller;
import io.heddle.kit.client.Endpoint;
import io.heddle.kit.rpc.RpcSettings;
import io.heddle.kit.rpc.sign.Message;
import io.heddle.kit.rpc.sign.Signatures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Signs and compresses what goes out, inflates what comes back.
final class Wire {
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final Caller caller;
    private final RpcSettings settings;
    private final String name;
    private final Map<String, Signatures> signatures;

    Wire(Caller caller, RpcSettings settings, String name, InstantSource clock) {
        this.caller = caller;
        this.settings = settings;
        this.name = name;
        this.signatures = settings.secrets().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> new Signatures(entry.getValue(), settings.skew(), 1, clock)));
    }

    /// A call without a body.
    Call get(Endpoint endpoint) {
        return signed(endpoint, caller.call(endpoint).path(endpoint.template()), new byte[0]);
    }

    /// A call with a body.
    Call post(Endpoint endpoint, String type, byte[] body) {
        boolean small = settings.compressFrom() == 0 || body.length < settings.compressFrom();
        byte[] sent = small ? body : compressed(body);
        Call call = caller.call(endpoint).path(endpoint.template()).content(type, sent);
        call.header("Accept-Encoding", "gzip");
        return signed(endpoint, small ? call : call.header("Content-Encoding", "gzip"), sent);
    }

    /// Each try has a signature of its own, for none is taken twice, nor by another instance than it names.
    private Call signed(Endpoint endpoint, Call call, byte[] sent) {
        Signatures own = signatures.get(endpoint.service());
        if (own == null) {
            return call;
        }
        Message message = new Message(endpoint.service(), endpoint.method(), endpoint.template(), sent);
        return call.eachTry(instance -> own.sign(message, name, instance).headers());
    }

    private static byte[] compressed(byte[] body) {
        ByteArrayOutputStream small = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return small.toByteArray();
    }

    /// The JSON of an answer, which never begins as gzip does.
    byte[] inflated(byte[] answer) {
        boolean gzip = answer.length > 2 && (answer[0] & 0xff) == GZIP_FIRST && (answer[1] & 0xff) == GZIP_SECOND;
        if (!gzip) {
            return answer;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer))) {
            byte[] body = in.readNBytes(settings.maxBody() + 1);
            if (body.length > settings.maxBody()) {
                throw ServiceException.of(Status.BAD_GATEWAY, "the answer is larger than the limit");
            }
            return body;
        } catch (IOException e) {
            throw ServiceException.of(Status.BAD_GATEWAY, "the answer cannot be inflated", e);
        }
    }
}
