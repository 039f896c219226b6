package io.heddle.gateway;

import io.heddle.gateway.relay.Relay;
import io.heddle.gateway.relay.RelaySettings;
import io.heddle.kit.boot.RunningService;
import io.heddle.kit.boot.Service;
import io.heddle.kit.client.ClientSettings;
import java.util.Map;

/// Starts the gateway.
public final class GatewayService {
    private GatewayService() {}

    public static void main(String[] args) {
        start(Service.named("gateway", Map.of("relay", RelaySettings.class))).await();
    }

    static RunningService start(Service service) {
        RelaySettings settings = service.settings("relay", RelaySettings.class);
        ClientSettings client = service.settings("client", ClientSettings.class);
        Relay relay = Relay.open(settings, client.http1(), service.clients(), service.traces());
        return service.serve(CalcApi.class, service.client(CalcApi.class))
                .routes(relay)
                .closing(relay)
                .start();
    }
}
