import io.heddle.contract.log.Logged;
import io.heddle.contract.rpc.Rpc;

final class LoggedNowhere {
    @Logged
    int a() { // ERROR 'a' is neither in a contract nor called by name, so that nothing logs it; move @Logged to the contract, or add @Rpc
        return 1;
    }

    @Rpc
    @Logged
    int b() {
        return 1;
    }
}
