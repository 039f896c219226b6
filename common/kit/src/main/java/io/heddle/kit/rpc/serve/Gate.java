package io.heddle.kit.rpc.serve;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.contract.text.Scalar;
import io.heddle.kit.rpc.RpcSettings;
import io.heddle.kit.rpc.sign.Message;
import io.heddle.kit.rpc.sign.Proof;
import io.heddle.kit.rpc.sign.Signatures;
import io.heddle.kit.server.Exchange;
import io.heddle.kit.server.Fields;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// Lets in who may call, and inflates what is compressed.
final class Gate {
    private final String service;
    private final RpcSettings settings;
    private final Optional<Signatures> signatures;
    private final Addresses addresses;

    Gate(String service, RpcSettings settings, InstantSource clock) {
        this.service = service;
        this.settings = settings;
        this.addresses = new Addresses(settings.addresses());
        this.signatures =
                settings.secret().map(secret -> new Signatures(secret, settings.skew(), settings.nonces(), clock));
    }

    /// The name of the caller, empty when calls need no signature.
    ///
    /// @throws ServiceException 401 when they do and it has none that holds
    String caller(Exchange exchange, byte[] body) {
        Fields headers = exchange.headers();
        if (signatures.isPresent()) {
            Proof proof = new Proof(
                    header(headers, Proof.INSTANCE),
                    header(headers, Proof.CALLER),
                    header(headers, Proof.TIME),
                    header(headers, Proof.NONCE),
                    header(headers, Proof.SIGNATURE));
            signatures
                    .get()
                    .verify(
                            new Message(service, exchange.method(), exchange.rawTarget(), body),
                            proof,
                            instance -> addresses.own(instance, exchange.local()));
            return proof.caller();
        }
        return "";
    }

    private static String header(Fields headers, String name) {
        return headers.or(name, Scalar.STRING, "");
    }

    /// What the body says. A browser must say that it is JSON, so that no page sends it without asking (CORS).
    ///
    /// @throws ServiceException 415 for another type or coding, 413 over the limit, 400 when it cannot be inflated
    byte[] content(Exchange exchange, byte[] sent) {
        Fields headers = exchange.headers();
        String type = header(headers, "Content-Type").toLowerCase(Locale.ROOT);
        boolean json = type.startsWith("application/json") || type.contains("+json");
        if (headers.has("Origin") && !json) {
            throw ServiceException.of(Status.UNSUPPORTED_MEDIA_TYPE, "the body must be application/json");
        }
        return switch (header(headers, "Content-Encoding").toLowerCase(Locale.ROOT)) {
            case "", "identity" -> sent;
            case "gzip" -> inflated(sent);
            default -> throw ServiceException.of(Status.UNSUPPORTED_MEDIA_TYPE, "the body may only be coded as gzip");
        };
    }

    private byte[] inflated(byte[] sent) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            byte[] body = in.readNBytes(settings.maxBody() + 1);
            if (body.length > settings.maxBody()) {
                throw ServiceException.of(
                        Status.CONTENT_TOO_LARGE,
                        "the body is larger than the limit of " + settings.maxBody() + " bytes");
            }
            return body;
        } catch (IOException e) {
            throw ServiceException.of(Status.BAD_REQUEST, "the body is not gzip", e);
        }
    }
}
