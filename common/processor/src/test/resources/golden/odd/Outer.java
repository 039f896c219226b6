import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import io.heddle.contract.bind.Body;
import io.heddle.contract.bind.Bounds;
import io.heddle.contract.bind.Default;
import io.heddle.contract.bind.Query;
import io.heddle.contract.call.Fallback;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Around the contract: the default package, and nothing public.
interface Outer {
    /// A name that the generated code imports too.
    record Scalar(String text) {}

    /// Whatever is odd.
    @HttpApi("odd")
    interface OddApi {
        /// Names that generated code imports too.
        record Endpoint(String path) {}

        /// A record of the same simple name as another.
        record Scalar(int number) {}

        /// Gives and takes what has the name of something else.
        @Post("/names")
        List<Outer.Scalar> names(@Body Endpoint endpoint, @Query("it") Optional<String> optional);

        /// The other of the two.
        @Get("/scalar/{scalar}")
        Scalar scalar(int scalar);

        /// A body that may be missing, with names that generated code would like to have itself.
        @Post("/body")
        @Fallback("failure")
        void body(@Body Optional<Scalar> body, @Query Optional<String> failure);

        /// Answers for it.
        default void failure(Optional<Scalar> body, Optional<String> failure) {}

        /// A constant of the contract, which a generated constant hides.
        String BODY = "body";

        /// A parameter that looks like a constant.
        @Get("/constant")
        String constant(String CONSTANT, String CONSTANT_RESULT);

        /// A name that the routes have.
        @Get("/add-to")
        int addTo(int answer);

        /// Names that the stub has.
        @Get("/calls")
        int calls(int calls);

        /// Another one.
        @Get("/on-calls")
        int onCalls(int onCalls, int answer);

        /// Numbers within bounds.
        @Get("/bounds/{id}")
        int bounds(
                @Bounds(min = 1) long id,
                @Bounds(min = 1, max = 100) @Default("20") int limit,
                Optional<@Nullable Integer> unbounded,
                @Bounds(max = 9) List<Short> digits);

        /// On its way out.
        @Deprecated(forRemoval = true)
        @Get("/leaving")
        int leaving();

        /// Names that generated code would like to have itself.
        @Get("/clash/{caller}/{call}/{exchange}/{api}")
        String clash(String caller, String call, String exchange, String api, Clash rest);

        /// More of them.
        ///
        /// @param router a name
        /// @param answer a name
        /// @param failure a name
        /// @param body a name
        record Clash(
                @Default("1") int router,
                @Default("2") int answer,
                @Default("3") int failure,
                @Default("4") int body) {}

        /// Thirty parameters.
        @Get("/thirty")
        int thirty(
                int a0,
                int a1,
                int a2,
                int a3,
                int a4,
                int a5,
                int a6,
                int a7,
                int a8,
                int a9,
                int b0,
                int b1,
                int b2,
                int b3,
                int b4,
                int b5,
                int b6,
                int b7,
                int b8,
                int b9,
                int c0,
                int c1,
                int c2,
                int c3,
                int c4,
                int c5,
                int c6,
                int c7,
                int c8,
                int c9);
    }
}
