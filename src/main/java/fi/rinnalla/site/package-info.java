/// The public face: the front page, the pages of single services, events, places, organizers and
/// areas, the headers every answer carries, and whether the house is ready. Nobody depends on it;
/// rooms meet here, on the page, and not in each other's code.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "directory",
      "calendar",
      "search",
      "knowledge",
      "pictures",
      "signups",
      "meetups",
      "feedback",
      "visits",
      "advice"
    })
package fi.rinnalla.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
