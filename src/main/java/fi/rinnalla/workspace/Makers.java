package fi.rinnalla.workspace;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.vocabulary.Lang;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// The maker of each kind of listing.
@Component
class Makers {
  private final EventMaker events;
  private final ServiceMaker services;
  private final Directory directory;

  Makers(EventMaker events, ServiceMaker services, Directory directory) {
    this.events = events;
    this.services = services;
    this.directory = directory;
  }

  Maker<?> of(Kept.Kind kind) {
    return switch (kind) {
      case EVENT -> events;
      case SERVICE -> services;
    };
  }

  /// Brings a sheet into sight, with the new place it may tell of; nothing happens when it has
  /// faults.
  ///
  /// @param newPlace hears of the place before it lands
  Maker.Made<?> publish(
      Kept kept, Organization organization, Lang lang, Consumer<Location> newPlace) {
    return publish(of(kept.kind()), kept, organization, lang, newPlace);
  }

  private <T> Maker.Made<T> publish(
      Maker<T> maker,
      Kept kept,
      Organization organization,
      Lang lang,
      Consumer<Location> newPlace) {
    Maker.Made<T> made = maker.make(kept.id(), organization, kept.sheet(), lang);
    T record = made.record();
    if (record != null) {
      String source = Workspace.source(kept.organization());
      Location place = made.newPlace();
      if (place != null) {
        newPlace.accept(place);
        directory.publish(source, place);
      }
      maker.publish(source, record);
    }
    return made;
  }
}
