/// The pages of families and of what they have agreed to.
@NullMarked
package fi.rinnalla.families.web;

import org.jspecify.annotations.NullMarked;
