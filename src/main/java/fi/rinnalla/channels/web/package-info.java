/// The addresses that calendars, readers and other people's pages fetch, and the page that tells
/// how.
@NullMarked
package fi.rinnalla.channels.web;

import org.jspecify.annotations.NullMarked;
