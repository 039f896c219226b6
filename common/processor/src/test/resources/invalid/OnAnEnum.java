import io.heddle.contract.HttpApi;

@HttpApi("demo")
enum OnAnEnum {} // ERROR @HttpApi is on 'OnAnEnum', which is no interface; move it to an interface
