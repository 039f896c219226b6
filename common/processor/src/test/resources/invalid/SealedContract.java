import io.heddle.contract.HttpApi;

@HttpApi("demo")
sealed interface SealedContract { // ERROR 'SealedContract' is sealed, so that no client can implement it; take 'sealed' out
    non-sealed interface Only extends SealedContract {}
}
