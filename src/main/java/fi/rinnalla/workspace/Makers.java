package fi.rinnalla.workspace;

import org.springframework.stereotype.Component;

/// The maker of each kind of listing.
@Component
class Makers {
  private final EventMaker events;
  private final ServiceMaker services;

  Makers(EventMaker events, ServiceMaker services) {
    this.events = events;
    this.services = services;
  }

  Maker<?> of(Kept.Kind kind) {
    return switch (kind) {
      case EVENT -> events;
      case SERVICE -> services;
    };
  }
}
