/// What every page is made of: its address in three languages, its words, its dates, its layout's
/// context and the web parts it links to. Every room's `web` package uses it, so that all of them
/// feel like one product. Knows no room.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "storage"})
package fi.rinnalla.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
