/// The page that tells where everything comes from, and how its last readings went.
@NullMarked
package fi.rinnalla.exchange.web;

import org.jspecify.annotations.NullMarked;
