/// The pages of hobby fee support: everybody's, a parent's, a professional's, a handler's, a
/// club's.
@NullMarked
package fi.rinnalla.funds.web;

import org.jspecify.annotations.NullMarked;
