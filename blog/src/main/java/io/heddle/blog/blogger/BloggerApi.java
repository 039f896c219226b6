package io.heddle.blog.blogger;

import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import io.heddle.contract.bind.Secret;
import io.heddle.contract.log.Logged;
import io.heddle.contract.reply.Page;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Those who write.
@HttpApi("blogger")
public interface BloggerApi {
    /// Registers a blogger.
    @Post("/bloggers")
    @Logged(type = "blog", category = "account", description = "a blogger registers")
    Blogger register(Registration registration) throws NameTakenException;

    /// Whose name and password these are.
    @Post("/logins")
    @Logged(type = "blog", category = "account", description = "a blogger logs in")
    Blogger logIn(Login login) throws WrongLoginException;

    /// Bloggers in the order of their registration.
    ///
    /// @param id only these, at most a hundred; all when none is named
    /// @param page the number of the page, the first is 1
    /// @param limit the most bloggers on a page
    @Get("/bloggers")
    Page<Blogger> list(
            @Size(max = 100) List<Long> id,
            @Default("1") @Bounds(min = 1, max = 1_000_000) int page,
            @Default("20") @Bounds(min = 1, max = 100) int limit);

    /// One blogger.
    @Get("/bloggers/{id}")
    Optional<Blogger> blogger(long id);

    /// A blogger as all may see them.
    ///
    /// @param id the number
    /// @param name the name, unique
    /// @param about what they say of themselves, may be empty
    /// @param registered when they registered
    record Blogger(long id, String name, String about, Instant registered) {}

    /// What a new blogger says.
    ///
    /// @param name letters, digits, blanks and `._-`, first and last a letter or digit
    /// @param about what they say of themselves
    /// @param password what they will log in with
    record Registration(
            @NotBlank
            @Size(max = 50)
            @Pattern(
                    regexp = "[\\p{L}\\p{N}]([\\p{L}\\p{N} ._-]*[\\p{L}\\p{N}])?",
                    message = "must have letters, digits, blanks and ._- only, first and last a letter or digit")
            String name,

            Optional<@Size(max = 500) String> about,
            @Secret @NotBlank @Size(min = 8, max = 200) String password) {}

    /// Who says they are a blogger.
    ///
    /// @param name the name
    /// @param password the password
    record Login(
            @NotBlank String name,
            @Secret @NotBlank @Size(max = 200) String password) {}
}
