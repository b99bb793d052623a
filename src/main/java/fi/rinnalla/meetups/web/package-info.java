/// The pages of families' own meet-ups: proposing, approving, hosting, being along.
@NullMarked
package fi.rinnalla.meetups.web;

import org.jspecify.annotations.NullMarked;
