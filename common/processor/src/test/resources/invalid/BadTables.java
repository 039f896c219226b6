import io.heddle.contract.rpc.Rpc;
import java.io.IOException;
import java.util.List;

final class BadTables {
    @Rpc
    private static int hidden() { // ERROR 'hidden' is private; make it visible, or take @Rpc off
        return 1;
    }

    @Rpc
    static <T> void generic(T value) {} // ERROR 'generic' has type parameters, which no call can carry; write the types out

    @Rpc
    static void checked() throws IOException {} // ERROR 'checked' throws IOException, which is checked and has no code on the wire; throw a subclass of ServiceException marked @Failure

    @Rpc
    static void thread(Thread thread) {} // ERROR parameter 'thread': Thread cannot be read from JSON; use a record, List, Set, Map, Optional, a number, text or a time

    @Rpc
    static Thread result() { // ERROR the result: Thread cannot be read from JSON; use a record, List, Set, Map, Optional, a number, text or a time
        return new Thread();
    }

    @Rpc
    record Tool(String name) {} // ERROR 'Tool' is no class or interface; move what is marked @Rpc to one

    @Rpc
    static final class Box<T> {} // ERROR 'Box' has type parameters, which no call can carry; write the types out

    @Rpc
    private static final class Hidden {} // ERROR 'Hidden' cannot be reached by generated code; make it a visible static class

    @Rpc
    final class Inner {} // ERROR 'Inner' cannot be reached by generated code; make it a visible static class

    @Rpc
    static final class Whole {
        public static void main(String[] arguments) {}

        public int twice(int a) {
            return 2 * a;
        }

        public int twice(List<Integer> a) { // ERROR 'twice' is overloaded, and one name calls one method; give each a name with @Rpc("...")
            return a.size();
        }

        int hidden() {
            return 1;
        }
    }
}
