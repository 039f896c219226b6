package io.heddle.seckill.product;

import io.heddle.contract.text.Scalar;
import io.heddle.contract.text.TextFormatException;
import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/// Reads a price as a JSON number, or as text: those who keep money as decimals often send it so, because a number
/// would go through a float on their side.
final class PriceReader extends StdDeserializer<BigDecimal> {
    private static final int LONGEST = 30;

    PriceReader() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() == JsonToken.VALUE_STRING && parser.getString().length() <= LONGEST) {
            try {
                return Scalar.DECIMAL.parse(parser.getString());
            } catch (TextFormatException e) {
                return (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, parser.getString(), e.clause());
            }
        } else if (parser.currentToken().isNumeric()) {
            return parser.getDecimalValue();
        }
        return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
    }
}
