/// Rinnalla: one door to a whole region's services and events for families with small children.
@NullMarked
package fi.rinnalla;

import org.jspecify.annotations.NullMarked;
