package fi.rinnalla.merging;

import fi.rinnalla.pages.Page;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.upkeep.Happenings;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// That a record was made one with another, or told apart from it, for those who keep it. The other
/// one is named by its source alone, for it may have gone out of sight since.
@Component
class DecidedHere implements Happenings {
  private static final String OWN = "own:";

  private final DecisionRows rows;
  private final Stock stock;
  private final HouseWork house;

  DecidedHere(DecisionRows rows, Stock stock, HouseWork house) {
    this.rows = rows;
    this.stock = stock;
    this.house = house;
  }

  @Override
  public List<Happening> of(Page page, UUID record) {
    return house.step(() -> rows.of(record)).stream()
        .flatMap(it -> said(page, record, it).stream())
        .toList();
  }

  private Optional<Happening> said(Page page, UUID record, DecisionRows.Decision it) {
    return stock
        .find(it.kind(), it.other())
        .map(other -> {
          String source =
              other.source().startsWith(OWN)
                  ? page.say("merging.happened.own")
                  : page.say("merging.happened.source", other.source());
          return new Happening(it.at(), page.say("merging.happened." + what(record, it), source));
        });
  }

  private static String what(UUID record, DecisionRows.Decision it) {
    return switch (it.state()) {
      case MERGED -> record.equals(it.stays()) ? "stays" : "goes";
      case NOT_SAME -> "not_same";
      case OPEN -> it.before() == Pair.State.MERGED ? "undone" : "open_again";
    };
  }
}
