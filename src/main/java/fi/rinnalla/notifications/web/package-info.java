/// The page that shows a demonstration's letters.
@NullMarked
package fi.rinnalla.notifications.web;

import org.jspecify.annotations.NullMarked;
