/// Signing in and out, one's own page, the demo's people.
@NullMarked
package fi.rinnalla.signin.web;

import org.jspecify.annotations.NullMarked;
