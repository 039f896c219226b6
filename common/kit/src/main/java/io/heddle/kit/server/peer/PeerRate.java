package io.heddle.kit.server.peer;

import io.heddle.contract.error.ServiceException;
import io.heddle.contract.error.Status;
import io.heddle.kit.rate.Rate;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;

/// How often each client address may ask.
public final class PeerRate {
    /// The part of an IPv6 address that one customer has, in bytes.
    private static final int NETWORK = 8;

    private final Rate rate;
    private final int most;

    /// Nobody has asked yet.
    ///
    /// @param most requests a second, 0 for any number
    public PeerRate(int most) {
        this.most = most;
        this.rate = new Rate(most, ThreadLocalRandom.current().nextLong(), InstantSource.system());
    }

    /// Whether there is a limit.
    public boolean on() {
        return most > 0;
    }

    /// Counts one request.
    ///
    /// @param header sets a header of the answer
    /// @throws ServiceException 429 when there were too many in this second
    public void check(String peer, BiConsumer<String, String> header) {
        if (on() && !rate.pass(network(peer))) {
            header.accept("Retry-After", "1");
            throw new ServiceException(
                    Status.TOO_MANY_REQUESTS,
                    "too_many_requests",
                    "at most " + most + " requests a second from one address",
                    List.of());
        }
    }

    private static String network(String peer) {
        if (peer.indexOf(':') < 0) {
            return peer;
        }
        try {
            byte[] address = InetAddress.getByName(peer).getAddress();
            return address.length > NETWORK ? HexFormat.of().formatHex(address, 0, NETWORK) : peer;
        } catch (UnknownHostException e) {
            return peer;
        }
    }
}
