package io.heddle.registry;

/// What clients of Eureka send.
final class EurekaBodies {
    private EurekaBodies() {}

    static String minimal(String app, String id, int port) {
        return """
            {"instance":{"instanceId":"%s","hostName":"127.0.0.1","app":"%s","ipAddr":"127.0.0.1","status":"UP",
            "port":{"$":%d,"@enabled":"true"},"securePort":{"$":443,"@enabled":"false"},
            "dataCenterInfo":{"@class":"com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo","name":"MyOwn"},
            "leaseInfo":{"renewalIntervalInSecs":30,"durationInSecs":90},"metadata":{"zone":"eu"},
            "vipAddress":"%s","lastDirtyTimestamp":"5"}}
            """.formatted(id, app, port, app);
    }
}
