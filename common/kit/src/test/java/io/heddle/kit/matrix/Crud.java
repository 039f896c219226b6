package io.heddle.kit.matrix;

import io.heddle.contract.Delete;
import io.heddle.contract.Get;
import io.heddle.contract.Put;
import java.util.Optional;

/// What contracts share that keep things by id.
///
/// @param <T> the type of a thing
/// @param <I> the type of its id
public interface Crud<T, I> {
    /// Finds one.
    @Get("/things/{id}")
    Optional<T> find(I id);

    /// Keeps one under an id.
    @Put("/things/{id}")
    T keep(I id, T thing);

    /// Forgets one.
    @Delete("/things/{id}")
    void forget(I id);
}
