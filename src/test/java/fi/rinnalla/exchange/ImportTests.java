package fi.rinnalla.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.HouseTest;
import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.RecordKind;
import fi.rinnalla.directory.ServiceId;
import fi.rinnalla.vocabulary.ChangeMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
class ImportTests {
  @Autowired Imports imports;
  @Autowired Landfall landfall;
  @Autowired RunRows runs;
  @Autowired DraftRows drafts;
  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  private ImportRun events(String source, String csv) throws IOException {
    Path file = Files.writeString(folder.resolve("events.csv"), csv);
    return imports.run(
        Source.byHand(source, Format.CSV, "events.csv"), file.toString(), ProgressListener.NOBODY);
  }

  private static String rows(int from, int to) {
    StringBuilder csv = new StringBuilder("id,title,start,place\n");
    for (int i = from; i <= to; i++) {
      csv.append("e%d,Satutunti %d,2026-12-%02d 10:00,Kirjasto\n".formatted(i, i, 1 + i % 27));
    }
    return csv.toString();
  }

  private static EventId event(String source, String id) {
    return new EventId(new SourceIds(source).of(Draft.Kind.EVENT, id));
  }

  @Test
  void aFeedThatHasNotChangedChangesNothing() throws IOException {
    events("same", rows(1, 5));
    ChangeMark before = calendar.lastChange();

    ImportRun again = events("same", rows(1, 5));

    assertThat(again.counts().unchanged()).isEqualTo(5);
    assertThat(again.counts().landed()).isZero();
    assertThat(calendar.changesAfter(before, 10)).isEmpty();
  }

  @Test
  void onlyTheRowThatChangedLandsAgain() throws IOException {
    events("onerow", rows(1, 5));
    ImportRun again = events("onerow", rows(1, 5).replace("Satutunti 3", "Loruhetki"));

    assertThat(again.counts().landed()).isEqualTo(1);
    assertThat(calendar.find(event("onerow", "e3")).orElseThrow().event().title().fi())
        .isEqualTo("Loruhetki");
  }

  @Test
  void whatTheFeedNoLongerHasIsWithdrawnAndComesBackWithTheFeed() throws IOException {
    events("gone", rows(1, 8));
    ImportRun fewer = events("gone", rows(1, 7));

    assertThat(fewer.counts().withdrawn()).isEqualTo(1);
    assertThat(calendar.find(event("gone", "e8")).orElseThrow().isWithdrawn()).isTrue();

    events("gone", rows(1, 8));
    assertThat(calendar.find(event("gone", "e8")).orElseThrow().isWithdrawn()).isFalse();
  }

  @Test
  void whenMostOfAFeedVanishesAPersonIsAskedFirst() throws IOException {
    events("mass", rows(1, 20));
    ImportRun run = events("mass", rows(1, 10));

    assertThat(run.state()).isEqualTo(ImportRun.State.AWAITING_CONFIRMATION);
    assertThat(run.missing()).isEqualTo(10);
    assertThat(run.notices()).containsKey("MassDisappearance");
    assertThat(calendar.find(event("mass", "e15")).orElseThrow().isWithdrawn()).isFalse();

    assertThat(run.wentWell()).isFalse();

    assertThat(imports.confirm(run.id())).isInstanceOf(Imports.Confirmation.Withdrawn.class);
    assertThat(calendar.find(event("mass", "e15")).orElseThrow().isWithdrawn()).isTrue();
    assertThat(imports.confirm(run.id())).isInstanceOf(Imports.Confirmation.NotWaiting.class);
    assertThat(imports.confirm(new RunId(999_999)))
        .isInstanceOf(Imports.Confirmation.NoSuchRun.class);
  }

  @Test
  void aFaultInAFeedNeverWithdrawsWhatCameBefore() throws IOException {
    events("broken", rows(1, 5));
    ImportRun run =
        events(
            "broken",
            "id,title,start,place\ne1,Satutunti 1,\"2026-12-02 10:00,Kirjasto\n"
                + "x".repeat(1_200_000));

    assertThat(run.complete()).isFalse();
    assertThat(run.notices()).containsKey("MalformedCsvRow");
    assertThat(calendar.find(event("broken", "e5")).orElseThrow().isWithdrawn()).isFalse();
  }

  @Test
  void whenMoreThanHalfOfAFewVanishAPersonIsAskedToo() throws IOException {
    events("few", rows(1, 5));
    assertThat(events("few", rows(1, 3)).state()).isEqualTo(ImportRun.State.DONE);

    ImportRun run = events("few", rows(1, 1));

    assertThat(run.state()).isEqualTo(ImportRun.State.AWAITING_CONFIRMATION);
    assertThat(calendar.find(event("few", "e2")).orElseThrow().isWithdrawn()).isFalse();
  }

  @Test
  void anUnclosedQuotationMarkAtTheEndWithdrawsNothing() throws IOException {
    events("quote", rows(1, 4));
    ImportRun run = events("quote", rows(1, 4).replace("Satutunti 3", "\"Satutunti 3"));

    assertThat(run.complete()).isFalse();
    assertThat(run.notices()).containsKey("UnclosedQuotation");
    assertThat(run.counts().faulty()).isEqualTo(1);
    assertThat(calendar.find(event("quote", "e4")).orElseThrow().isWithdrawn()).isFalse();
  }

  @Test
  void aRowWithAColumnTooManyDoesNotLandShiftedNorIsItWithdrawn() throws IOException {
    events("more", rows(1, 3));
    ImportRun run = events("more", rows(1, 3).replace("Satutunti 2", "Satutunti, toinen"));

    assertThat(run.notices()).containsKey("TooManyColumns");
    var shown = calendar.find(event("more", "e2")).orElseThrow();
    assertThat(shown.isWithdrawn()).isFalse();
    assertThat(shown.event().title().fi()).isEqualTo("Satutunti 2");
  }

  @Test
  void aCalendarThatBreaksOffWithdrawsNothing() throws IOException {
    String event = "BEGIN:VEVENT\nUID:c%d\nSUMMARY:Kerho\nDTSTART:2026120%dT100000\nEND:VEVENT\n";
    StringBuilder calendarFile = new StringBuilder("BEGIN:VCALENDAR\nVERSION:2.0\n");
    for (int i = 1; i <= 4; i++) {
      calendarFile.append(event.formatted(i, i));
    }
    String whole = calendarFile + "END:VCALENDAR\n";
    Path file = Files.writeString(folder.resolve("c.ics"), whole);
    Source source = Source.byHand("cutics", Format.ICS, "c.ics");
    imports.run(source, file.toString(), ProgressListener.NOBODY);

    Files.writeString(file, whole.substring(0, whole.indexOf("UID:c4")));
    ImportRun run = imports.run(source, file.toString(), ProgressListener.NOBODY);

    assertThat(run.complete()).isFalse();
    assertThat(run.notices()).containsOnlyKeys("CalendarCutShort");
    assertThat(run.counts().read()).isEqualTo(3);
    assertThat(calendar.find(event("cutics", "c4")).orElseThrow().isWithdrawn()).isFalse();
  }

  @Test
  void aFileThatIsNotThereIsToldWithoutItsPath() {
    Path secret = folder.resolve("secret.csv");
    ImportRun run =
        imports.run(
            Source.byHand("nofile", Format.CSV, "x"), secret.toString(), ProgressListener.NOBODY);

    assertThat(run.state()).isEqualTo(ImportRun.State.FAILED);
    var notices = imports.find(run.id()).orElseThrow().notices();
    assertThat(notices).containsOnlyKeys("NoSuchFile");
    assertThat(notices.toString()).doesNotContain("secret");
  }

  @Test
  void aReferenceThatIsDroppedIsNamedByItsOwnersId() throws IOException {
    ImportRun run =
        events(
            "own-id", "id,title,start,place,organizer_id\na,Kerho,2026-12-01 10:00,Talo,mll-77\n");

    assertThat(
            imports
                .find(run.id())
                .orElseThrow()
                .notices()
                .getOrDefault("ReferenceDropped", List.of()))
        .extracting(Notice::value)
        .containsExactly("mll-77");
  }

  @Test
  void aRuleThatCanNotBeFollowedIsRefusedForItsOwnReason() throws IOException {
    ImportRun run =
        events(
            "rules",
            """
            id,title,start,place,repeat
            a,A,2026-12-01 10:00,Talo,FREQ=WEEKLY;BYDAY=ZZ
            b,B,2026-12-01 10:00,Talo,FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30
            c,C,9999-12-01 10:00,Talo,FREQ=DAILY
            d,D,2026-12-01 10:00,Talo,FREQ=SECONDLY
            """);

    assertThat(run.notices())
        .containsOnlyKeys("NotARule", "RuleWithoutTimes", "RuleOfAnotherAge", "RefusedRuleNotice");
    assertThat(imports.find(run.id()).orElseThrow().notices().toString()).doesNotContain("««");
  }

  @Test
  void anEmptyFeedFailsAndWithdrawsNothing() throws IOException {
    events("empty", rows(1, 3));
    ImportRun run = events("empty", "id,title,start,place\n");

    assertThat(run.state()).isEqualTo(ImportRun.State.FAILED);
    assertThat(calendar.find(event("empty", "e2")).orElseThrow().isWithdrawn()).isFalse();
  }

  @Test
  void aFaultyRowIsLeftOutAndTheOthersLand() throws IOException {
    ImportRun run =
        events("faulty", rows(1, 3) + "e9,,2026-12-01,Kirjasto\ne10,Nimi,eilen,Kirjasto\n");

    assertThat(run.counts().landed()).isEqualTo(3);
    assertThat(run.counts().faulty()).isEqualTo(2);
    assertThat(run.notices()).containsKeys("MissingRequiredField", "StartUnreadable");
    var report = imports.find(run.id()).orElseThrow();
    assertThat(report.notices().getOrDefault("StartUnreadable", List.of()))
        .extracting(Notice::value)
        .containsExactly("eilen");
  }

  @Test
  void aRecordThatTurnsFaultyStaysAsItWas() throws IOException {
    events("turns", rows(1, 3));
    events("turns", rows(1, 2) + "e3,Satutunti 3,joskus,Kirjasto\n");

    assertThat(calendar.find(event("turns", "e3")).orElseThrow().isWithdrawn()).isFalse();
  }

  @Test
  void anotherSourcesRecordIsNotTaken() throws IOException {
    UUID id = UUID.randomUUID();
    events("owner", "id,title,start,place\n%s,Oma,2026-12-01 10:00,Talo\n".formatted(id));
    ImportRun thief =
        events("thief", "id,title,start,place\n%s,Vieras,2026-12-01 10:00,Talo\n".formatted(id));

    assertThat(thief.notices()).containsKey("BelongsToAnotherSource");
    assertThat(calendar.find(new EventId(id)).orElseThrow().event().title().fi()).isEqualTo("Oma");
  }

  @Test
  void aServiceWithoutItsOrganizationDoesNotLandNorWhatStandsOnIt() throws IOException {
    Files.writeString(folder.resolve("organizations.csv"), "id,name\no1,Yhdistys\n");
    Files.writeString(
        folder.resolve("services.csv"),
        "id,organization_id,name,status\ns1,o1,Kahvila,active\ns2,o9,Orpo,active\n");
    Files.writeString(folder.resolve("locations.csv"), "id,organization_id,name\nl1,o9,Talo\n");
    Files.writeString(
        folder.resolve("service_at_location.csv"),
        "id,service_id,location_id\na1,s1,l1\na2,s2,l1\n");

    ImportRun run =
        imports.run(
            Source.byHand("orphans", Format.HSDS, "x"), folder.toString(), ProgressListener.NOBODY);

    assertThat(run.counts().landed()).isEqualTo(4);
    assertThat(run.notices())
        .containsEntry("UnknownReference", 2)
        .containsEntry("ReferenceDropped", 1);
    assertThat(directory.find(new ServiceId(new SourceIds("orphans").of(Draft.Kind.SERVICE, "s2"))))
        .isEmpty();
  }

  @Test
  void anImportKilledInTheMiddleGoesOnAndLandsTheRestOnce() throws IOException {
    int before = calendar.count();
    Path file = Files.writeString(folder.resolve("events.csv"), rows(1, 1200));
    class Killed extends RuntimeException {}
    int[] batches = {0};
    try {
      imports.run(
          Source.byHand("killed", Format.CSV, "x"),
          file.toString(),
          run -> {
            if (run.state() == ImportRun.State.LANDING && ++batches[0] == 1) {
              throw new Killed();
            }
          });
    } catch (Killed expected) {
      // as a power cut would
    }
    ImportRun half = runs.lastOf("killed").orElseThrow();
    assertThat(half.state()).isEqualTo(ImportRun.State.LANDING);
    assertThat(calendar.count() - before).isEqualTo(500);
    ChangeMark mark = calendar.lastChange();

    List<ImportRun> resumed = imports.resume();

    assertThat(resumed).extracting(ImportRun::state).contains(ImportRun.State.DONE);
    assertThat(runs.get(half.id()).counts().landed()).isEqualTo(1200);
    assertThat(calendar.count() - before).isEqualTo(1200);
    assertThat(calendar.changesAfter(mark, 2000)).hasSize(700);
    assertThat(imports.resume()).isEmpty();
  }

  @Test
  void aReadingKilledMidwayFailsAndLeavesNoDrafts() {
    Source source = Source.byHand("cut", Format.CSV, "x");
    imports.register(source);
    ImportRun run = runs.start(source, "x", java.time.Instant.now());

    imports.resume();

    assertThat(runs.get(run.id()).state()).isEqualTo(ImportRun.State.FAILED);
  }

  @Test
  void theLedgerKeepsWhatTheFeedSaid() throws IOException {
    events("ledger", rows(1, 1));

    assertThat(
            jdbc.sql("select raw from exchange.source_record where source = 'ledger'")
                .query(String.class)
                .single())
        .contains("title: Satutunti 1");
    assertThat(imports.sources()).anyMatch(it -> it.source().name().equals("ledger"));
    assertThat(imports.runs(100)).anyMatch(it -> it.source().equals("ledger"));
  }

  @Test
  void theCommandSaysHowItWent() throws IOException {
    Path file =
        Files.writeString(folder.resolve("e.csv"), rows(1, 2) + "e9,,2026-12-01,Kirjasto\n");
    var out = new java.io.StringWriter();
    var command = new picocli.CommandLine(new ImportCommand(imports));
    command.setOut(new java.io.PrintWriter(out, true));

    int code =
        command.execute("--format", "csv", "--source", "shell", "--lang", "en", file.toString());

    assertThat(code).isEqualTo(1);
    assertThat(out.toString()).contains("landed 2").contains("ERROR MissingRequiredField: 1");
    assertThat(directory.count(RecordKind.SERVICE)).isNotNegative();
  }
}
