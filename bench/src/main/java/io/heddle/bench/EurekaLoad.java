package io.heddle.bench;

import io.heddle.bench.load.Subject;
import io.heddle.bench.proxy.Others.Running;
import java.util.List;

/// The same work for a Eureka server.
final class EurekaLoad {
    private EurekaLoad() {}

    /// Registers as many instances and gives what to ask for.
    static List<Subject> subjects(Running eureka, int instances) {
        String apps = eureka.url() + "/eureka/apps";
        for (int i = 0; i < instances; i++) {
            Heddle.send("POST", apps + "/CALC", body(i));
        }
        return List.of(
                Subject.send("eureka PUT /eureka/apps/{app}/{id}", eureka.child(), "PUT", apps + "/CALC/calc-0"),
                Subject.send("eureka POST /eureka/apps/{app}", eureka.child(), "POST", apps + "/CALC")
                        .body(body(0)),
                Subject.get("eureka GET /eureka/apps/{app}", eureka.child(), apps + "/CALC")
                        .json());
    }

    private static String body(int number) {
        int port = 9527 + number;
        return "{\"instance\":{\"instanceId\":\"calc-" + number + "\",\"app\":\"CALC\",\"hostName\":\"127.0.0.1\","
                + "\"ipAddr\":\"127.0.0.1\",\"vipAddress\":\"calc\",\"status\":\"UP\",\"port\":{\"$\":" + port
                + ",\"@enabled\":\"true\"},\"leaseInfo\":{\"durationInSecs\":900},\"dataCenterInfo\":{\"@class\":"
                + "\"com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo\",\"name\":\"MyOwn\"}}}";
    }
}
