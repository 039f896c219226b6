package io.heddle.kit.configcenter.edit;

import io.heddle.contract.Delete;
import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import io.heddle.contract.Put;
import io.heddle.contract.bind.Body;
import io.heddle.contract.bind.Default;
import io.heddle.contract.call.Idempotent;
import io.heddle.contract.error.Violation;
import io.heddle.contract.reply.Page;
import io.heddle.kit.configcenter.edit.Bundle.Loaded;
import io.heddle.kit.configcenter.edit.TokenInfo.Given;
import io.heddle.kit.configcenter.edit.TokenInfo.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The config centre as its editors see it.
///
/// An entry is named by its config and its service; a service written `{service}@{label}` is the variant for
/// instances with that label. A release never changes, and is named by the revision that it made. Secrets are
/// masked everywhere here; a mask that is sent back keeps the secret that is there.
@HttpApi("config-center")
public interface ConfigEditApi {
    /// All entries, or those of a config or a service.
    @Get("/entries")
    List<EntryInfo> entries(Optional<String> config, Optional<String> service);

    /// What is published and what is being edited.
    @Get("/entries/{config}/{service}")
    EntryInfo entry(String config, String service);

    /// Ends an entry: its readers get nothing from now on; its history stays.
    ///
    /// @param base the revision of the release that is to end; the present one when absent
    @Delete("/entries/{config}/{service}")
    Release delete(String config, String service, Optional<Long> base);

    /// What is being edited.
    @Get("/entries/{config}/{service}/draft")
    Draft draft(String config, String service);

    /// Keeps what is being edited. Nobody reads it before it is published.
    ///
    /// @param base the revision of the release that it was made from; the present one when absent
    @Put("/entries/{config}/{service}/draft")
    Draft saveDraft(String config, String service, @Body ObjectNode value, Optional<Long> base);

    /// What is wrong with a value by the JSON Schema of its config, each by the path of the field; nothing is kept.
    @Post("/entries/{config}/{service}/check")
    @Idempotent
    List<Violation> check(String config, String service, @Body ObjectNode value);

    /// Throws away what is being edited.
    @Delete("/entries/{config}/{service}/draft")
    void dropDraft(String config, String service);

    /// Makes a release of the draft, or of a value that comes along. 409 when another release came between, 422
    /// with all violations when the schema of the config does not allow it.
    @Post("/entries/{config}/{service}/publish")
    Release publish(String config, String service, @Body Publication publication);

    /// All releases, the latest first.
    @Get("/entries/{config}/{service}/releases")
    Page<Release> releases(String config, String service, @Default("1") int page, @Default("20") int limit);

    /// One release.
    @Get("/entries/{config}/{service}/releases/{revision}")
    Release release(String config, String service, long revision);

    /// What differs between two releases.
    ///
    /// @param from the revision of one, 0 for nothing
    /// @param to the revision of the other, 0 for the draft
    @Get("/entries/{config}/{service}/diff")
    List<Difference> diff(String config, String service, @Default("0") long from, @Default("0") long to);

    /// Publishes an old release again, as a new one.
    @Post("/entries/{config}/{service}/rollback")
    Release rollBack(String config, String service, @Body Publication.Return past);

    /// Gives a value, or the draft, to some labels and instances only, in place of what they have.
    @Put("/entries/{config}/{service}/gray")
    Gray gray(String config, String service, @Body Gray.Start start);

    /// Makes a release for all of what was gray.
    @Post("/entries/{config}/{service}/gray/promote")
    Release promote(String config, String service);

    /// Takes the gray value back.
    @Delete("/entries/{config}/{service}/gray")
    void abandon(String config, String service);

    /// The JSON Schemas, by the config that they are of.
    @Get("/schemas")
    Map<String, JsonNode> schemas();

    /// Demands of a config that its values keep a JSON Schema (draft 2020-12). 422 when something that is published
    /// does not.
    @Put("/schemas/{config}")
    void putSchema(String config, @Body ObjectNode schema);

    /// Demands nothing any more.
    @Delete("/schemas/{config}")
    void dropSchema(String config);

    /// Who did what and when, the latest first.
    @Get("/audit")
    Page<AuditEntry> audit(
            Optional<String> config, Optional<String> service, @Default("1") int page, @Default("50") int limit);

    /// All that is published, with the schemas.
    @Get("/export")
    Bundle export(Optional<String> service);

    /// Publishes what differs from what is published, each entry by itself.
    @Post("/import")
    @Idempotent
    Loaded load(@Body Bundle bundle);

    /// The tokens that were given out.
    @Get("/tokens")
    List<TokenInfo> tokens();

    /// Makes a token; it is shown this once.
    @Post("/tokens")
    Given giveToken(@Body Wanted wanted);

    /// Makes another token in place of one; it is shown this once.
    @Post("/tokens/{name}/rotate")
    Given rotateToken(String name);

    /// Ends a token.
    @Delete("/tokens/{name}")
    void revokeToken(String name);

    /// Makes another key for secrets and seals all of them under it.
    @Post("/keys/rotate")
    KeyRotation rotateKey();

    /// What came of another key.
    ///
    /// @param key the name of the key
    /// @param values how many values were sealed anew
    record KeyRotation(String key, long values) {}
}
