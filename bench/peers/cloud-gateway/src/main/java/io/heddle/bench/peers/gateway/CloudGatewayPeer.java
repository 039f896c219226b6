package io.heddle.bench.peers.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Spring Cloud Gateway with one route: everything to the server that `TARGET` names.
@SpringBootApplication
public class CloudGatewayPeer {
    public static void main(String[] args) {
        SpringApplication.run(CloudGatewayPeer.class, args);
    }
}
