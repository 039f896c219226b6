import io.heddle.contract.HttpApi;

interface Parent {
    int a();
}

@HttpApi("demo")
interface InheritedNoVerb extends Parent {} // ERROR Parent.a: 'a' has no HTTP method; add @Get, @Post, @Put, @Patch or @Delete, or give it a default body
