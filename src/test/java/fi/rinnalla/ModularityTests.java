package fi.rinnalla;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/// The plan of the house, kept by a machine: no arrow that a room hasn't declared, no cycle,
/// nothing of a neighbour but its open types.
class ModularityTests {
  private final ApplicationModules house = ApplicationModules.of(House.class);

  @Test
  void theRoomsKeepToThePlan() {
    house.verify();
  }

  @Test
  void thePlanIsDrawn() {
    new Documenter(house).writeModulesAsPlantUml();
  }
}
