package fi.rinnalla.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseKeyTests {
  @TempDir Path folder;
  @TempDir Path elsewhere;

  @Test
  void whatIsSealedOpensAtItsOwnPlaceOnAnyNodeOfTheHouse() {
    UUID row = UUID.randomUUID();
    byte[] sealed = HouseKeys.in(folder).seal("a.b.c", row, "aino@perhe.example");

    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("aino");
    HouseKey other = HouseKeys.in(folder);
    assertThat(other.open("a.b.c", row, sealed)).isEqualTo("aino@perhe.example");
    assertThatThrownBy(() -> other.open("a.b.c", UUID.randomUUID(), sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> other.open("a.b.d", row, sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anotherHousesKeyOpensNothing() {
    UUID row = UUID.randomUUID();
    byte[] sealed = HouseKeys.in(folder).seal("a.b.c", row, "aino@perhe.example");

    assertThatThrownBy(() -> HouseKeys.in(elsewhere).open("a.b.c", row, sealed))
        .isInstanceOf(KeyGone.class);
  }

  @Test
  void aDigestIsTheSameOnEachNodeAndAnotherInEachHouseAndPlace() {
    byte[] digest = HouseKeys.in(folder).digest("a.b.c", "aino@perhe.example");

    assertThat(HouseKeys.in(folder).digest("a.b.c", "aino@perhe.example")).isEqualTo(digest);
    assertThat(HouseKeys.in(folder).digest("a.b.d", "aino@perhe.example")).isNotEqualTo(digest);
    assertThat(HouseKeys.in(elsewhere).digest("a.b.c", "aino@perhe.example")).isNotEqualTo(digest);
  }
}
