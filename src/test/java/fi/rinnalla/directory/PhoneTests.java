package fi.rinnalla.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.vocabulary.Text;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneTests {

  @ParameterizedTest
  @CsvSource({
    "+358 9 4242 1009, 09 4242 1009, +358942421009",
    "0800 92277, 0800 92277, 080092277",
    "112, 112, 112",
    "+46 8 123 45, +46 8 123 45, +46812345",
  })
  void aNumberIsShownAsFinnsWriteItAndDialledFromAnywhere(
      String told, String shown, String dialled) {
    Phone phone = new Phone(told, null, null, Text.none(), List.of());

    assertThat(phone.asWritten()).isEqualTo(shown);
    assertThat(phone.dialled()).isEqualTo(dialled);
  }
}
