/// The search page and the search for programs; the same parameters for both.
@NullMarked
package fi.rinnalla.search.web;

import org.jspecify.annotations.NullMarked;
