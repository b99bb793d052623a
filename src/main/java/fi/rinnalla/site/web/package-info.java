/// The pages of the public face.
@NullMarked
package fi.rinnalla.site.web;

import org.jspecify.annotations.NullMarked;
