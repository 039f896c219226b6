package io.heddle.registry.console;

import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Patch;
import io.heddle.contract.Post;
import io.heddle.contract.bind.Body;
import io.heddle.contract.bind.Default;
import io.heddle.contract.bind.Header;
import io.heddle.contract.call.Idempotent;
import io.heddle.contract.reply.Events;
import io.heddle.contract.reply.Page;
import io.heddle.kit.registry.InstanceStatus;
import io.heddle.registry.audit.Write;
import io.heddle.registry.console.View.InstanceDetail;
import io.heddle.registry.console.View.InstanceLine;
import io.heddle.registry.console.View.News;
import io.heddle.registry.console.View.Overview;
import io.heddle.registry.console.View.ServiceLine;
import java.util.List;
import java.util.Optional;

/// The registry for people: what the console at `/` shows and does. Where tokens are demanded, looking needs the
/// scope to read, and changing what is not one's own needs that of an admin.
@HttpApi("registry-center")
public interface ConsoleApi {
    /// How much there is, and how it is.
    @Get("/console/state")
    Overview state();

    /// The services that have instances, by name.
    ///
    /// @param q words that must all be in the name
    @Get("/console/services")
    Page<ServiceLine> services(@Default("") String q, @Default("1") int page, @Default("200") int limit);

    /// Instances, by the names of their services and their addresses, a hundred a page.
    ///
    /// @param q words that must each be somewhere in what is known of the instance
    /// @param name the service, all when absent
    /// @param status the status, all when absent
    @Get("/console/instances")
    Page<InstanceLine> instances(
            @Default("") String q, Optional<String> name, Optional<InstanceStatus> status, @Default("1") int page);

    /// All that is known of an instance.
    ///
    /// @param name the name of its service
    /// @param service its address
    @Get("/console/instance")
    InstanceDetail instance(String name, String service);

    /// Changes the status or the weight of an instance.
    @Patch("/console/instance")
    @Idempotent
    InstanceDetail change(@Body Change change);

    /// Takes an instance out.
    @Post("/console/instance/deregister")
    void deregister(@Body Identity instance);

    /// Who came, went and changed: the last of it, then what happens.
    ///
    /// @param since the revision after which to begin
    @Get("/console/events")
    Events<News> events(@Default("0") long since, @Header("Last-Event-ID") Optional<Long> lastEventId);

    /// Who changed what, the latest first.
    @Get("/console/audit")
    List<Write> audit();

    /// Which instance is meant.
    ///
    /// @param name the name of its service
    /// @param service its address
    record Identity(String name, String service) {}

    /// What is to be changed; what is absent stays.
    ///
    /// @param name the name of the service of the instance
    /// @param service its address
    /// @param status UP, DRAINING or DOWN
    /// @param weight 0 to 1000
    record Change(String name, String service, Optional<InstanceStatus> status, Optional<Integer> weight) {}
}
