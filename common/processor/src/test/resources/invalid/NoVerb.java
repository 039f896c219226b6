import io.heddle.contract.HttpApi;

@HttpApi("demo")
interface NoVerb {
    int a(); // ERROR 'a' has no HTTP method; add @Get, @Post, @Put, @Patch or @Delete, or give it a default body
}
