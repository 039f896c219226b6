"""What a service does that knows Consul through python-consul. Fails loudly when anything is not as Consul has it."""
import sys
import threading

import consul

registry = consul.Consul(host="127.0.0.1", port=int(sys.argv[1]))
target = int(sys.argv[2])

# A service with a TTL check: not well before somebody says so.
assert registry.agent.service.register(
    "billing", service_id="billing-1", address="127.0.0.1", port=8081, tags=["blue"], check=consul.Check.ttl("60s"))
assert registry.health.service("billing", passing=True)[1] == []
assert registry.agent.check.ttl_pass("service:billing-1")
index, nodes = registry.health.service("billing", passing=True)
assert int(index) > 0
assert [node["Service"]["ID"] for node in nodes] == ["billing-1"], nodes
assert nodes[0]["Service"]["Port"] == 8081
assert nodes[0]["Checks"][0]["Status"] == "passing"
assert "billing-1" in registry.agent.services()
assert "service:billing-1" in registry.agent.checks()
assert registry.catalog.services()[1]["billing"] == ["blue"]
assert registry.catalog.service("billing")[1][0]["ServiceAddress"] == "127.0.0.1"
assert registry.catalog.nodes()[1]
assert registry.catalog.datacenters() == ["dc1"]
assert registry.status.leader()
assert registry.agent.self()["Config"]["Datacenter"] == "dc1"

# A service that is asked whether it is well; a blocking query tells when it is.
assert registry.agent.service.register(
    "pages", service_id="pages-1", address="127.0.0.1", port=target,
    check=consul.Check.http("http://127.0.0.1:%d/health" % target, "1s", timeout="2s", deregister="1m"))
index, nodes = registry.health.service("pages", passing=True)
while not nodes:
    index, nodes = registry.health.service("pages", passing=True, index=index, wait="20s")
assert nodes[0]["Service"]["ID"] == "pages-1"

# Maintenance takes out of everyone's choice.
assert registry.agent.service.maintenance("pages-1", "true", "a test")
assert registry.health.service("pages", passing=True)[1] == []
assert registry.agent.service.maintenance("pages-1", "false")
assert len(registry.health.service("pages", passing=True)[1]) == 1

# A failing check.
assert registry.agent.check.ttl_fail("service:billing-1", notes="broken")
assert registry.health.checks("billing")[1][0]["Output"] == "broken"
assert registry.health.service("billing", passing=True)[1] == []

# Keys: put, get, compare and set, wait, list, delete.
assert registry.kv.put("app/colour", "blue")
index, value = registry.kv.get("app/colour")
assert value["Value"] == b"blue"
assert not registry.kv.put("app/colour", "red", cas=0)
assert registry.kv.put("app/colour", "red", cas=value["ModifyIndex"])
index, value = registry.kv.get("app/colour")
threading.Timer(0.2, lambda: consul.Consul(port=int(sys.argv[1])).kv.put("app/colour", "green")).start()
index, value = registry.kv.get("app/colour", index=index, wait="20s")
assert value["Value"] == b"green", value
assert registry.kv.put("app/size", "")
assert [each["Key"] for each in registry.kv.get("app/", recurse=True)[1]] == ["app/colour", "app/size"]
assert registry.kv.get("app/", keys=True)[1] == ["app/colour", "app/size"]
assert registry.kv.delete("app/", recurse=True)
assert registry.kv.get("app/colour")[1] is None

# And away.
assert registry.agent.service.deregister("billing-1")
assert registry.agent.service.deregister("pages-1")
assert registry.catalog.services()[1] == {}
print("fine")
