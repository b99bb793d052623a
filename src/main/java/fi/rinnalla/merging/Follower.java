package fi.rinnalla.merging;

import fi.rinnalla.storage.HouseWork;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Lets the fields that were chosen from the one that went follow its source: what that source has
/// come to say since is laid anew over the one that stays. What somebody has changed by hand since
/// stays as they left it, and what the source has taken away stays as it was last told.
@Component
class Follower {
  private final MergeRows rows;
  private final Stock stock;
  private final HouseWork house;

  Follower(MergeRows rows, Stock stock, HouseWork house) {
    this.rows = rows;
    this.stock = stock;
    this.house = house;
  }

  void follow() {
    for (PairId pair : house.step(rows::withChosenFields)) {
      house.step(() -> {
        rows.hold(pair).ifPresent(it -> follow(it.kind(), it.merge()));
        return pair;
      });
    }
  }

  private void follow(Kind kind, Merge merge) {
    Stock.Found stays = stock.find(kind, merge.stays()).orElse(null);
    Stock.Found goes = stock.find(kind, merge.goes()).orElse(null);
    boolean gone = stock.withdrawn(kind, List.of(merge.goes())).contains(merge.goes());
    if (stays == null || goes == null || gone || !stays.inSight()) {
      return;
    }
    JsonNode now = stock.overrides(kind, merge.stays());
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    for (String name : merge.laid().propertyNames()) {
      JsonNode mine = stays.body().path(name);
      JsonNode theirs = goes.body().path(name);
      boolean asLaid = now.path(name).equals(merge.laid().path(name));
      if (asLaid && !mine.equals(theirs)) {
        patch.set(name, Patch.replacing(mine, theirs));
      }
    }
    if (!patch.isEmpty() && stock.override(kind, merge.stays(), patch)) {
      JsonNode laid = stock.overrides(kind, merge.stays());
      rows.lay(merge.pair(), Patch.only(laid, List.copyOf(merge.laid().propertyNames())));
    }
  }
}
