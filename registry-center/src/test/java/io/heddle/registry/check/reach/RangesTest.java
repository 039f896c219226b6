package io.heddle.registry.check.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RangesTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,true",
        "10.1.2.3,true",
        "172.31.255.255,true",
        "172.32.0.0,false",
        "192.168.0.1,true",
        "8.8.8.8,false",
        "169.254.169.254,false",
        "0.0.0.0,false",
        "224.0.0.1,false",
        "::1,true",
        "fd12::1,true",
        "fe80::1,false",
        "fd00:ec2::254,false",
        "fd20:ce::254,false",
        "fd00:c1::a9fe:a9fe,false",
        "::ffff:169.254.169.254,false",
        "::ffff:10.0.0.1,true",
        "::,false"
    })
    void allowsThisMachineAndPrivateNetworksOnly(String address, boolean allowed) {
        assertEquals(
                allowed, new Ranges(ReachSettings.standard().ranges()).allow(InetAddress.ofLiteral(address)), address);
    }

    @Test
    void allowsWhereCloudsKeepSecretsOnlyByARangeWithin() {
        InetAddress secrets = InetAddress.ofLiteral("169.254.169.254");

        assertEquals(false, new Ranges(List.of("0.0.0.0/0")).allow(secrets));
        assertEquals(true, new Ranges(List.of("169.254.169.0/24")).allow(secrets));
        assertEquals(true, new Ranges(List.of("0.0.0.0/0")).allow(InetAddress.ofLiteral("8.8.8.8")));
    }

    @Test
    void refusesWhatIsNoRange() {
        assertThrows(IllegalArgumentException.class, () -> new Ranges(List.of("10.0.0.0/33")));
        assertThrows(IllegalArgumentException.class, () -> new Ranges(List.of("example.org/8")));
    }

    @ParameterizedTest
    @CsvSource({"::169.254.169.254", "64:ff9b::169.254.169.254", "64:ff9b::100.100.100.200", "2002:a9fe:a9fe::1"})
    void anAddressThatLeadsToASecretIsOneToo(String address) {
        assertFalse(new Ranges(List.of("::/0")).allow(InetAddress.ofLiteral(address)), address);
    }
}
