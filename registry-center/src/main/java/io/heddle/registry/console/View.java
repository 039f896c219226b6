package io.heddle.registry.console;

import io.heddle.kit.registry.InstanceStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What the console shows. Nowhere in it is a lease token.
public interface View {
    /// How much there is.
    ///
    /// @param revision of the last change
    /// @param services how many have instances
    /// @param instances how many there are
    /// @param watchers how many watch now
    /// @param statuses how many instances are in each status
    /// @param held how many are kept past their lease by the protection of their service
    /// @param cluster the nodes of this registry
    record Overview(
            long revision,
            int services,
            int instances,
            int watchers,
            Map<InstanceStatus, Integer> statuses,
            int held,
            ClusterState cluster) {
        /// Copies the counts in.
        public Overview {
            statuses = Map.copyOf(statuses);
        }
    }

    /// A service.
    ///
    /// @param name its name
    /// @param instances how many it has
    /// @param statuses how many are in each status
    /// @param held how many are kept past their lease
    record ServiceLine(String name, int instances, Map<InstanceStatus, Integer> statuses, int held) {
        /// Copies the counts in.
        public ServiceLine {
            statuses = Map.copyOf(statuses);
        }
    }

    /// An instance in short.
    ///
    /// @param name the name of its service
    /// @param service its address
    /// @param status whether it should be called
    /// @param held whether it is kept past its lease by protection
    /// @param weight its share of traffic
    /// @param zone where it runs, empty when unknown
    /// @param version of the service, empty when unknown
    /// @param beatAgeMs how long ago it gave a sign of life, milliseconds
    /// @param facade the protocol it registered through, empty for the registry's own
    /// @param owner the node that keeps its lease, empty for this one
    record InstanceLine(
            String name,
            String service,
            InstanceStatus status,
            boolean held,
            int weight,
            String zone,
            String version,
            long beatAgeMs,
            String facade,
            String owner) {}

    /// An instance.
    ///
    /// @param line the same in short
    /// @param registered when it registered
    /// @param ttlMs how long it lives without a beat, milliseconds; 0 when it stays until it is taken out
    /// @param originId what the protocol that it registered through calls it, empty for the registry's own
    /// @param metadata free names and values
    /// @param methods what it offers
    record InstanceDetail(
            InstanceLine line,
            Instant registered,
            long ttlMs,
            String originId,
            Map<String, String> metadata,
            List<String> methods) {
        /// Copies the collections in.
        public InstanceDetail {
            metadata = Map.copyOf(metadata);
            methods = List.copyOf(methods);
        }
    }

    /// Something that happened.
    ///
    /// @param revision that it made
    /// @param time when
    /// @param kind `came`, `went` or `changed`
    /// @param name the name of the service
    /// @param service the address of the instance
    /// @param status what it is in after it, or was in last
    /// @param detail what changed
    record Happening(
            long revision,
            Instant time,
            String kind,
            String name,
            String service,
            InstanceStatus status,
            String detail) {}

    /// What happened since one was told last.
    ///
    /// @param revision up to where this tells
    /// @param events the last of it, the oldest first
    record News(long revision, List<Happening> events) {
        /// Copies the events in.
        public News {
            events = List.copyOf(events);
        }
    }

    /// The nodes of a registry.
    ///
    /// @param store `none` for a single node, else `up` or `away`
    /// @param nodes the nodes, empty for a single one
    record ClusterState(String store, List<Node> nodes) {
        /// Copies the nodes in.
        public ClusterState {
            nodes = List.copyOf(nodes);
        }
    }

    /// A node of a registry.
    ///
    /// @param name its name
    /// @param here whether it is the one that tells
    /// @param up whether it gives signs of life
    record Node(String name, boolean here, boolean up) {}
}
