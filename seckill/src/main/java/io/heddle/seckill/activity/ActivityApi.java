package io.heddle.seckill.activity;

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
import io.heddle.seckill.product.ProductApi.Product;
import io.heddle.seckill.sale.Stock;
import io.heddle.seckill.sale.TermsException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The sales. Edits need the admin token where one is set.
@HttpApi("activity")
public interface ActivityApi {
    /// Puts a sale up. It is open, within its window.
    @Post("/activities")
    Activity add(NewActivity activity, @Secret @Header("Authorization") Optional<String> authorization)
            throws UnauthenticatedException;

    /// Sales, the latest first.
    ///
    /// @param page the number of the page, the first is 1
    /// @param limit the most sales on a page
    @Get("/activities")
    Page<Activity> list(
            @Default("1") @Bounds(min = 1, max = 1_000_000) int page,
            @Default("20") @Bounds(min = 1, max = 100) int limit);

    /// One sale with its product and its counts.
    @Get("/activities/{id}")
    Optional<Detail> activity(long id);

    /// Changes name, window, time to pay and number of units; the product stays. Of the units, those held and paid
    /// for stay.
    @Put("/activities/{id}")
    Activity change(long id, NewActivity activity, @Secret @Header("Authorization") Optional<String> authorization)
            throws TermsException, UnauthenticatedException;

    /// Takes a sale away in which nobody has won.
    @Delete("/activities/{id}")
    void remove(long id, @Secret @Header("Authorization") Optional<String> authorization)
            throws TermsException, UnauthenticatedException;

    /// Lets units be won, within the window.
    @Post("/activities/{id}/open")
    Activity open(long id, @Secret @Header("Authorization") Optional<String> authorization)
            throws UnauthenticatedException;

    /// Lets no more units be won.
    @Post("/activities/{id}/close")
    Activity close(long id, @Secret @Header("Authorization") Optional<String> authorization)
            throws UnauthenticatedException;

    /// A sale.
    ///
    /// @param id the number
    /// @param name what it is called
    /// @param product the number of what is sold
    /// @param stock how many units
    /// @param startTime from when
    /// @param endTime until when
    /// @param hold how long a unit is held for its winner to pay
    /// @param open whether units can be won, within the window
    record Activity(
            long id,
            String name,
            long product,
            int stock,
            Instant startTime,
            Instant endTime,
            Duration hold,
            boolean open) {}

    /// What is said of a sale.
    ///
    /// @param name what it is called
    /// @param product the number of what is sold
    /// @param stock how many units, at most as many as there are of the product
    /// @param startTime from when, with an offset or `Z`
    /// @param endTime until when, with an offset or `Z`
    /// @param hold how long a unit is held for its winner to pay, such as `15m` or `PT15M`; when absent, as it
    ///     was, and for a new sale as the settings say
    record NewActivity(
            @NotBlank @Size(max = 100) String name,
            @Positive long product,
            @Positive @Max(Stock.MAX_UNITS) int stock,
            Instant startTime,
            Instant endTime,
            Optional<@Size(max = 30) String> hold) {}

    /// How a sale stands.
    enum State {
        /// Closed by hand.
        CLOSED,
        /// Before its window.
        NOT_STARTED,
        /// Units can be won.
        RUNNING,
        /// No unit is left at present.
        SOLD_OUT,
        /// After its window.
        ENDED
    }

    /// A sale with its product and its counts, which are all of one event.
    ///
    /// @param id the number
    /// @param name what it is called
    /// @param productId the number of what is sold
    /// @param product what is sold; absent when it cannot be told now
    /// @param stock how many units
    /// @param startTime from when
    /// @param endTime until when
    /// @param hold how long a unit is held for its winner to pay
    /// @param open whether units can be won, within the window
    /// @param state how it stands
    /// @param available how many units can be won
    /// @param held how many are won and not paid for
    /// @param paid how many are paid for
    /// @param released how many wins came back
    /// @param asOf the number of the last event of the sale
    /// @param serverTime the time of this answer
    record Detail(
            long id,
            String name,
            long productId,
            Optional<Product> product,
            int stock,
            Instant startTime,
            Instant endTime,
            Duration hold,
            boolean open,
            State state,
            int available,
            int held,
            int paid,
            long released,
            long asOf,
            Instant serverTime) {}
}
