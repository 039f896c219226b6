import io.heddle.contract.Get;
import io.heddle.contract.HttpApi;

@HttpApi("demo")
interface MalformedTemplates {
    @Get("a") // ERROR path 'a' must begin with a slash: '/a'
    int noSlash();

    @Get("/a/{id") // ERROR path '/a/{id' has a malformed segment '{id'; a placeholder is a whole segment: '{name}'
    int unbalanced(int id);

    @Get("/a/id}") // ERROR path '/a/id}' has a malformed segment 'id}'; a placeholder is a whole segment: '{name}'
    int closed(int id);

    @Get("/a/x-{id}") // ERROR path '/a/x-{id}' has a malformed segment 'x-{id}'; a placeholder is a whole segment: '{name}'
    int partly(int id);

    @Get("/a/{id:[0-9]+}") // ERROR path '/a/{id:[0-9]+}' has a pattern in '{id:[0-9]+}', which is not supported; write '{id}'
    int pattern(int id);

    @Get("/a/{1d}") // ERROR path '/a/{1d}' has a placeholder '{1d}' that is no parameter name; write '{name}' or, last, '{name:+}'
    int noName(int id);

    @Get("/a/{}") // ERROR path '/a/{}' has a placeholder '{}' that is no parameter name; write '{name}' or, last, '{name:+}'
    int empty(int id);

    @Get("/a/{rest:+}/b") // ERROR path '/a/{rest:+}/b' goes on after '{rest:+}'; put that last
    int restFirst(String rest);

    @Get("/a//b") // ERROR path '/a//b' has an empty segment; take the extra slash out
    int doubled();

    @Get("/a/") // ERROR path '/a/' has an empty segment; take the extra slash out
    int trailing();

    @Get("/a/../b") // ERROR path '/a/../b' has the segment '..', which walks; name it
    int walking();

    @Get("/a b") // ERROR path '/a b' has ' ', which a path may not hold; write it as %XX
    int space();

    @Get("/a?b=c") // ERROR path '/a?b=c' has '?', which a path may not hold; write it as %XX
    int query();
}
