package fi.rinnalla.meetups;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactDetailTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EMAIL   | kirjoita aino@example.org
          EMAIL   | aino (at) example.org
          EMAIL   | löydyt nimellä @aino_aiti
          LINK    | katso https://example.org/ryhma
          LINK    | www.example.org
          LINK    | ryhmä on chat.example.com
          PHONE   | soita 040 123 4567
          PHONE   | +358 40 1234567
          PHONE   | 0401234567
          PHONE   | 040-123-45-67
          CHAT    | tule WhatsApp-ryhmään
          CHAT    | lisää mut Instassa
          CHAT    | skriv på Messenger
          ADDRESS | Hämeenkatu 12 B
          ADDRESS | nähdään Kirkkotiellä 5
          ADDRESS | Storgatan 3
          ADDRESS | tulkaa meille kylään
          ADDRESS | hemma hos mig
          ADDRESS | at my house
          ADDRESS | ovikoodi on helppo
          LINK    | t.me/aino
          LINK    | bit . ly / abc
          EMAIL   | aino at gmail dot com
          EMAIL   | aino＠gmail．com
          PHONE   | soita 04.01.2345 67
          PHONE   | 040_123_4567
          PHONE   | 040*123*4567
          PHONE   | 040·123·4567
          PHONE   | 040–123–4567
          CHAT    | löytyy whats-app ryhmästä
          ADDRESS | Kauppakatu, 5 B
          ADDRESS | Kauppakatu nro 5
          ADDRESS | tulkaa meidän luo
          """)
  void aWayPastThePageIsFound(ContactDetail what, String words) {
    assertThat(ContactDetail.in(words)).contains(what);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Kierretään lampi rauhassa, omat eväät mukaan.",
        "Tavataan keinujen luona klo 10, lähdetään 10.15.",
        "Nähdään puistossa. Me tulemme bussilla, 0-1, 2-3 ja 4-5-vuotiaat.",
        "We meet at the park. We go on together.",
        "Ke 25.11. tai sateella 2.12.2026, klo 10.00-11.30",
        "Mukaan 0–3-vuotiaat, isommatkin sisarukset, 5 km on pisin lenkki",
        "Tie on tasainen ja katu leveä, vaunuilla pääsee.",
        "Vi går runt dammen, ta med egen matsäck för 2–3 timmar.",
        "Coffee and talk, no hurry; babies of 3 months or 12 are welcome."
      })
  void ordinaryWordsAreLetThrough(String words) {
    assertThat(ContactDetail.in(words)).isEmpty();
  }
}
