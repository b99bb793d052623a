/// Any search as a calendar, a feed, a part of somebody else's page; a place's week as a poster on
/// its wall: what is found, where families already are.
///
/// Owns nothing; what it hands out is made anew from the directory, the calendar and the index.
/// Answers one question: how is this told elsewhere? It must never know who follows a search, and
/// never tells more of a place than the place lets out.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "directory",
      "calendar",
      "search",
      "search :: asked",
      "hsds :: endpoints",
      "drawing"
    })
package fi.rinnalla.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
