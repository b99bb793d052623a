/// The page that shows those who look after an area what it has several of and what it lacks.
@NullMarked
package fi.rinnalla.merging.web;

import org.jspecify.annotations.NullMarked;
