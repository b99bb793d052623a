package fi.rinnalla.merging;

import java.util.Locale;

/// What two records are compared by. Each says how far they agree, from 0 to 1, or nothing (NaN)
/// when one of them is silent: what nobody has told speaks neither for nor against.
public enum Clue {
  NAME {
    @Override
    double agreement(Traits one, Traits other) {
      return Names.best(one.names(), other.names());
    }
  },
  IDENTIFIER {
    @Override
    double agreement(Traits one, Traits other) {
      // Only what one system says of both tells them apart, or that they are one.
      return Traits.common(one.systems(), other.systems()) == 0
          ? Double.NaN
          : shared(one.identifiers(), other.identifiers());
    }
  },
  PHONE {
    @Override
    double agreement(Traits one, Traits other) {
      return shared(one.phones(), other.phones());
    }
  },
  WEB {
    @Override
    double agreement(Traits one, Traits other) {
      return shared(one.web(), other.web());
    }
  },
  TOWN {
    @Override
    double agreement(Traits one, Traits other) {
      if (one.told().town() == null || other.told().town() == null) {
        return Double.NaN;
      }
      return one.told().town().equals(other.told().town()) ? 1 : 0;
    }
  },
  DISTANCE {
    @Override
    double agreement(Traits one, Traits other) {
      double metres = measure(one, other);
      return Double.isNaN(metres) ? metres : Nearness.at(metres);
    }

    @Override
    double measure(Traits one, Traits other) {
      var from = one.told().position();
      var to = other.told().position();
      if (from == null || to == null) {
        return Double.NaN;
      }
      // The way along the ellipsoid is dear; what is this far by degrees is far by any measure.
      double degrees =
          Math.max(Math.abs(from.lat() - to.lat()), Math.abs(from.lon() - to.lon()) / 2);
      return degrees > 0.1 ? degrees * METRES_IN_A_DEGREE : from.metresTo(to);
    }
  },
  ADDRESS {
    @Override
    double agreement(Traits one, Traits other) {
      double best = Double.NaN;
      for (Street from : one.streets()) {
        for (Street to : other.streets()) {
          double agreement = from.agreement(to);
          best = Double.isNaN(best) || agreement > best ? agreement : best;
        }
      }
      return best;
    }
  },
  ORGANIZER {
    @Override
    double agreement(Traits one, Traits other) {
      return Names.best(one.organizers(), other.organizers());
    }
  },
  VENUE {
    @Override
    double agreement(Traits one, Traits other) {
      return Names.best(one.venues(), other.venues());
    }
  },
  TIMES {
    @Override
    double agreement(Traits one, Traits other) {
      return Overlap.share(one.told().times(), other.told().times());
    }
  },
  PROSE {
    @Override
    double agreement(Traits one, Traits other) {
      return Traits.sharedWords(one.prose(), other.prose());
    }
  };

  private static final double METRES_IN_A_DEGREE = 111_000;

  abstract double agreement(Traits one, Traits other);

  /// The figure that people are told.
  double measure(Traits one, Traits other) {
    return agreement(one, other);
  }

  boolean isMeasured() {
    return this == DISTANCE;
  }

  /// Whether there is nothing between the same and another.
  boolean isSharedOrNot() {
    return this == IDENTIFIER || this == PHONE || this == WEB || this == TOWN;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static double shared(long[] one, long[] other) {
    if (one.length == 0 || other.length == 0) {
      return Double.NaN;
    }
    return Traits.common(one, other) > 0 ? 1 : 0;
  }

  /// How near is near: a pin is put on the door, on the middle of the lot or across the street.
  private static final class Nearness {
    private static final double[] METRES = {40, 150, 400, 1000, 3000};
    private static final double[] AGREEMENT = {1, 0.85, 0.6, 0.35, 0.15};

    private Nearness() {}

    static double at(double metres) {
      for (int i = 0; i < METRES.length; i++) {
        if (metres <= METRES[i]) {
          return AGREEMENT[i];
        }
      }
      return 0;
    }
  }
}
