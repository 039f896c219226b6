package io.heddle.bench.peers.eureka;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.netflix.eureka.server.EnableEurekaServer;

/// A Eureka server alone, without peers and without protection.
@SpringBootApplication
@EnableEurekaServer
public class EurekaPeer {
    public static void main(String[] args) {
        SpringApplication.run(EurekaPeer.class, args);
    }
}
