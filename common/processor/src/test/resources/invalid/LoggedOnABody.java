import io.heddle.contract.HttpApi;
import io.heddle.contract.log.Logged;

@HttpApi("demo")
interface LoggedOnABody {
    @Logged
    default int a() { // ERROR 'a' has a body, so that no request reaches it; take the body out, or @Logged
        return 1;
    }
}
