package fi.rinnalla.storage;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.storage.Layering.Laid;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayeringTests {
  record Slip(String name, BigDecimal euros, double lat) {}

  private final Json json = new Json();
  private final Layering<Slip> layering =
      new Layering<>(json, Slip.class, List.of(), () -> Succession.NONE);
  private final Slip slip = new Slip("Perhekahvila", new BigDecimal("1.50"), 60.631234567);

  private RecordTable.Layers<Slip> under(String patch) {
    return layering.over(
        slip, Laid.NOTHING.with(layering.patched("{}", json.tree(patch))), layering.now());
  }

  @Test
  void whatNobodyCorrectedStaysAsTheFeedHasIt() {
    assertThat(layering.over(slip, Laid.NOTHING, layering.now()).body())
        .isEqualTo(json.write(slip));
  }

  @Test
  void aPriceKeepsItsCentsWhenAnotherFieldIsCorrected() {
    assertThat(under("{\"name\": \"Isien perhekahvila\"}").body())
        .contains("Isien perhekahvila", "1.50", "60.631234567");
    assertThat(under("{\"name\": \"Isien perhekahvila\"}").inForce().euros())
        .isEqualTo(new BigDecimal("1.50"));
  }

  @Test
  void emptyWordsTakeAwayWhatTheFeedSays() {
    assertThat(under("{\"name\": \"\"}").body()).doesNotContain("Perhekahvila");
  }

  @Test
  void aCorrectionTakenAwayLeavesTheFeedsWordInForce() {
    String corrected = layering.patched("{}", json.tree("{\"name\": \"Isien perhekahvila\"}"));
    String taken = layering.patched(corrected, json.tree("{\"name\": null}"));

    assertThat(taken).isEqualTo("{}");
    assertThat(layering.over(slip, Laid.NOTHING.with(taken), layering.now()).inForce())
        .isEqualTo(slip);
  }
}
