import io.heddle.contract.HttpApi;

@HttpApi("demo")
final class OnAClass {} // ERROR @HttpApi is on 'OnAClass', which is no interface; move it to an interface
