package io.heddle.seckill.activity.claim;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import io.heddle.contract.bind.Header;
import io.heddle.contract.bind.Path;
import io.heddle.contract.bind.Secret;
import io.heddle.contract.call.Idempotent;
import io.heddle.seckill.admin.UnauthenticatedException;
import io.heddle.seckill.sale.UndecidedException;
import java.time.Instant;
import java.util.Optional;

/// Asking for a unit. 200 means that it is decided and on disk; all else promises nothing and may be sent again.
@HttpApi("activity")
public interface ClaimApi {
    /// Asks for one unit for a user, who gets at most one in a sale, ever.
    @Post("/activities/{id}/seckill")
    @Idempotent
    Answer claim(long id, Asking asking, @Secret @Header("X-Admission") Optional<String> admission)
            throws InvalidUserException, NoActivityException, SlowDownException, UnauthenticatedException,
                    UndecidedException;

    /// What asking has come to for a user; changes nothing.
    @Get("/activities/{id}/seckill/{user_id}")
    Answer standing(long id, @Path("user_id") String userId)
            throws InvalidUserException, NoActivityException, UndecidedException;

    /// Issues a ticket to ask with, where one is needed. Needs the admin token.
    @Post("/activities/{id}/admissions")
    Admission admit(long id, Asking asking, @Secret @Header("Authorization") Optional<String> authorization)
            throws InvalidUserException, UnauthenticatedException;

    /// A ticket to ask with.
    ///
    /// @param admission what `X-Admission` must carry
    /// @param expires until when
    record Admission(String admission, Instant expires) {}

    /// Who asks.
    ///
    /// @param userId a whole number, or 1 to 64 visible ASCII characters; a number and its digits as text are the
    ///     same user
    record Asking(String userId) {}

    /// What asking comes to.
    enum Status {
        /// The unit is this user's, by this very request.
        WON,
        /// The unit is this user's by an earlier one, with the same order.
        ALREADY_WON,
        /// No unit is left; `final` says whether it stays so.
        SOLD_OUT,
        /// It is too early, see `starts_at` and `server_time`.
        NOT_STARTED,
        /// It is over.
        ENDED,
        /// This user had a unit and it came back, see `reason`.
        RELEASED,
        /// This user has no unit and could still ask.
        NONE
    }

    /// Why a unit came back.
    enum Reason {
        /// The winner gave it back.
        CANCELLED,
        /// It was not paid for in time.
        EXPIRED
    }

    /// What was decided.
    ///
    /// @param won whether the unit is this user's
    /// @param status what it came to
    /// @param activityId the sale
    /// @param userId who asked, as they said it
    /// @param orderId the number of the order, where there is one
    /// @param position the how manieth win it is, where there is one
    /// @param paid whether it is paid for, where it was won before
    /// @param payBy until when it must be paid for
    /// @param last whether sold out stays so
    /// @param startsAt when it begins
    /// @param serverTime the time of the sale
    /// @param reason why the unit came back
    /// @param asOf the number of the last event of the sale that the answer knew of
    record Answer(
            boolean won,
            Status status,
            long activityId,
            String userId,
            Optional<String> orderId,
            Optional<Long> position,
            Optional<Boolean> paid,
            Optional<Instant> payBy,
            @JsonProperty("final") Optional<Boolean> last,
            Optional<Instant> startsAt,
            Optional<Instant> serverTime,
            Optional<Reason> reason,
            long asOf) {}
}
