/// The pages of signing up: the family's and the organizer's.
@NullMarked
package fi.rinnalla.signups.web;

import org.jspecify.annotations.NullMarked;
