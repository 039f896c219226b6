package io.heddle.registry.check.reach;

import java.net.InetAddress;
import java.util.List;

/// The addresses that may be connected to.
final class Ranges {
    /// Where clouds give secrets to whatever runs in them, and what leads there.
    private static final List<Range> SECRETS = List.of(
            Range.parse("169.254.0.0/16"),
            Range.parse("fe80::/10"),
            Range.parse("fd00:ec2::254/128"),
            Range.parse("fd20:ce::254/128"),
            Range.parse("fd00:c1::a9fe:a9fe/128"),
            Range.parse("::a9fe:0/112"),
            Range.parse("64:ff9b::a9fe:0/112"),
            Range.parse("64:ff9b::6464:64c8/128"),
            Range.parse("64:ff9b::a83f:8110/128"),
            Range.parse("2002:a9fe::/32"),
            Range.parse("100.100.100.200/32"),
            Range.parse("168.63.129.16/32"));

    private final List<Range> allowed;

    /// A network.
    ///
    /// @param network its address
    /// @param bits how many of the first bits count
    private record Range(byte[] network, int bits) {
        static Range parse(String text) {
            try {
                int slash = text.indexOf('/');
                byte[] network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash))
                        .getAddress();
                int bits = slash < 0 ? network.length * 8 : Integer.parseInt(text.substring(slash + 1));
                if (bits < 0 || bits > network.length * 8) {
                    throw new IllegalArgumentException("too many bits");
                }
                return new Range(network, bits);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "check.reach.ranges: " + text + " is no range such as 10.0.0.0/8", e);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }

        boolean within(Range wider) {
            return bits >= wider.bits && wider.holds(network);
        }
    }

    Ranges(List<String> allowed) {
        this.allowed = allowed.stream().map(Range::parse).toList();
    }

    boolean allow(InetAddress address) {
        byte[] bytes = address.getAddress();
        List<Range> secret =
                SECRETS.stream().filter(range -> range.holds(bytes)).toList();
        return !address.isAnyLocalAddress()
                && !address.isMulticastAddress()
                && allowed.stream()
                        .filter(range -> range.holds(bytes))
                        .anyMatch(range -> secret.isEmpty() || secret.stream().anyMatch(range::within));
    }
}
