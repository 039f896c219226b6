/// Where a parameter of a contract method is found in the request, when its name and type do not already say so.
///
/// Without an annotation a parameter named in the path template is a path parameter; a record, collection or map on
/// POST, PUT or PATCH is the JSON body; a record on GET or DELETE is exploded into query parameters; the rest is query.
@NullMarked
package io.heddle.contract.bind;

import org.jspecify.annotations.NullMarked;
