import io.heddle.contract.HttpApi;

@HttpApi("demo")
record OnARecord() {} // ERROR @HttpApi is on 'OnARecord', which is no interface; move it to an interface
