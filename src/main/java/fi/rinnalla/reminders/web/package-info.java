/// The pages of reminders: asking for one, one's own, and no more of them.
@NullMarked
package fi.rinnalla.reminders.web;

import org.jspecify.annotations.NullMarked;
