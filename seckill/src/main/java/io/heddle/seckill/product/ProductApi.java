package io.heddle.seckill.product;

import io.heddle.contract.Delete;
import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import io.heddle.contract.Put;
import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import io.heddle.contract.bind.Header;
import io.heddle.contract.bind.Secret;
import io.heddle.contract.reply.Page;
import io.heddle.seckill.admin.UnauthenticatedException;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.annotation.JsonDeserialize;

/// What is sold. Edits need the admin token where one is set.
@HttpApi("product")
public interface ProductApi {
    /// Adds a product.
    @Post("/products")
    Product add(NewProduct product, @Secret @Header("Authorization") Optional<String> authorization)
            throws UnauthenticatedException;

    /// Products in the order of their numbers.
    ///
    /// @param id only these, at most a hundred; all when none is named
    /// @param page the number of the page, the first is 1
    /// @param limit the most products on a page
    @Get("/products")
    Page<Product> list(
            @Size(max = 100) List<Long> id,
            @Default("1") @Bounds(min = 1, max = 1_000_000) int page,
            @Default("20") @Bounds(min = 1, max = 100) int limit);

    /// One product.
    @Get("/products/{id}")
    Optional<Product> product(long id);

    /// Changes a product.
    @Put("/products/{id}")
    Product change(long id, NewProduct product, @Secret @Header("Authorization") Optional<String> authorization)
            throws UnauthenticatedException;

    /// Takes a product away.
    @Delete("/products/{id}")
    void remove(long id, @Secret @Header("Authorization") Optional<String> authorization)
            throws UnauthenticatedException;

    /// A product.
    ///
    /// @param id the number
    /// @param name what it is called
    /// @param description what it is, may be empty
    /// @param price what one costs, with two decimals
    /// @param inventory how many there are
    record Product(long id, String name, String description, BigDecimal price, int inventory) {}

    /// What is said of a product.
    ///
    /// @param name what it is called
    /// @param description what it is
    /// @param price what one costs, at most two decimals; a number, or the same as text
    /// @param inventory how many there are
    record NewProduct(
            @NotBlank @Size(max = 100) String name,
            Optional<@Size(max = 2000) String> description,

            @JsonDeserialize(using = PriceReader.class) @DecimalMin("0") @Digits(integer = 10, fraction = 2)
            BigDecimal price,

            @PositiveOrZero @Max(1_000_000_000) int inventory) {}
}
