/// The pages where somebody says what is still so.
@NullMarked
package fi.rinnalla.upkeep.web;

import org.jspecify.annotations.NullMarked;
