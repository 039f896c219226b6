package io.heddle.gateway.relay;

import io.heddle.kit.client.balance.Node;
import io.heddle.kit.http1.Connection;
import io.heddle.kit.http1.ResponseHead;

/// The answer of an instance whose head has come.
///
/// @param connection what it comes on
/// @param head its status and headers
/// @param node the instance
record Arrival(Connection connection, ResponseHead head, Node node) {
    /// Whether another instance may well do better at once.
    boolean unavailable() {
        return head.status() == 502 || head.status() == 503 || head.status() == 504;
    }

    /// Throws it away to try another instance.
    void refuse() {
        connection.close();
        node.failed();
    }

    /// It was passed on to its end.
    void end() {
        connection.release();
        if (head.status() >= 500 && head.status() != 501) {
            node.failed();
        } else {
            node.succeeded();
        }
    }

    /// It broke off, or the caller went away.
    void breakOff(boolean ofInstance) {
        connection.close();
        if (ofInstance) {
            node.failed();
        } else {
            node.abandoned();
        }
    }
}
