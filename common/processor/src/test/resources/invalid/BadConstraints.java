import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;
import io.heddle.contract.Post;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

@HttpApi("demo")
interface BadConstraints {
    @Get("/a")
    void a(@Size(max = 3) int number); // ERROR parameter 'number': @Size is for texts, collections, maps and arrays, and int is none; use @Min and @Max

    @Get("/b")
    void b(@Min(3) String text); // ERROR parameter 'text': @Min is for numbers, and String is none; use @Size

    @Get("/c")
    void c(@Pattern(regexp = "[a-") String text); // ERROR parameter 'text': @Pattern has the pattern '[a-', which Java cannot read (Illegal character range); mend it

    @Get("/d")
    void d(@NotBlank Optional<String> text); // ERROR parameter 'text': @NotBlank is on an Optional; put it on what is in it: Optional<@NotBlank ...>

    @Get("/e")
    void e(@DecimalMin("0,1") BigDecimal number); // ERROR parameter 'number': @DecimalMin has the bound '0,1', which is no number; write it as 0.01

    @Get("/f")
    void f(@DecimalMin("0.1") double number); // ERROR parameter 'number': @DecimalMin is exact, and double is not; make it a BigDecimal, or use @Min or @Max

    @Get("/g")
    void g(@Size(min = 5, max = 3) String text); // ERROR parameter 'text': @Size from 5 to 3 leaves nothing; turn the bounds round

    @Get("/h")
    void h(@Past LocalTime time); // ERROR parameter 'time': @Past is for times with a date, and LocalTime is none; make it an Instant, OffsetDateTime, LocalDate or LocalDateTime

    @Get("/i")
    void i(@AssertTrue String text); // ERROR parameter 'text': @AssertTrue is for truth values, and String is none; make it a boolean

    @Get("/j")
    void j(@Null int number); // ERROR parameter 'number': @Null can never hold for int; take it out

    @Get("/k")
    void k(@Email int number); // ERROR parameter 'number': @Email is for texts, and int is none; use @Min, @Max or @Digits

    @Get("/l")
    void l(List<@NotEmpty Integer> numbers); // ERROR parameter 'numbers': @NotEmpty is for texts, collections, maps and arrays, and Integer is none; use @Min and @Max

    @Get("/m")
    void m(@Digits(integer = -1, fraction = 0) int number); // ERROR parameter 'number': @Digits counts digits, and there are none below zero; use 0 or more

    @Get("/n")
    void n(@Even int number); // ERROR parameter 'number': @Even is a constraint of its own, which generated code cannot check; use those of jakarta.validation.constraints, or check it where the value is made

    @Get("/o")
    void o(@NotNull(groups = Runnable.class) String text); // ERROR parameter 'text': @NotNull names groups, which one contract has no use for; take them out

    @Post("/p")
    void p(Box box); // ERROR parameter 'box': in Box.things: @Max is for numbers, and String is none; use @Size

    record Box(List<@Max(3) String> things) {}

    @Constraint(validatedBy = {})
    @interface Even {
        String message() default "must be even";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }
}
