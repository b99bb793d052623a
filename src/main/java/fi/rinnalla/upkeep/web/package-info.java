/// The pages where somebody says what is still so, and where what is wrong is told of and looked
/// at.
@NullMarked
package fi.rinnalla.upkeep.web;

import org.jspecify.annotations.NullMarked;
