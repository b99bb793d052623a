/// The pages of visits: planned by a host, answered by partners, counted by the door.
@NullMarked
package fi.rinnalla.visits.web;

import org.jspecify.annotations.NullMarked;
