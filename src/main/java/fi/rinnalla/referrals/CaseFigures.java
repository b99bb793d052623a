package fi.rinnalla.referrals;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Relation;
import fi.rinnalla.identity.Role;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.Zone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a team has done, in numbers without names. A number of one to four is told as "under five",
/// and then the sum is not told either, for it would tell the number.
@Component
public class CaseFigures {
  private static final int SMALL = 5;
  private static final int MOST_REACHED = 5_000;

  private final JdbcClient jdbc;
  private final CaseTally tally;
  private final Gate gate;
  private final HouseWork house;
  private final Clock clock;

  CaseFigures(JdbcClient jdbc, CaseTally tally, Gate gate, HouseWork house, Clock clock) {
    this.jdbc = jdbc;
    this.tally = tally;
    this.gate = gate;
    this.house = house;
    this.clock = clock;
  }

  /// What is counted, in the order it is told.
  public enum What {
    REACHED,
    ASKED,
    CLOSE,
    CONTACTED,
    CHOSEN,
    REFERRED,
    REFERRAL_ACCEPTED,
    REFERRAL_REJECTED,
    REFERRAL_CANCELLED,
    REFERRAL_COMPLETED,
    REFERRAL_FAILED,
    ACCOMPANIED,
    FOLLOWED_2,
    FOLLOWED_6,
    CLOSED,
    STOPS;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One number.
  ///
  /// @param detail what of it; may be empty
  /// @param n null when it is under five
  public record Cell(String detail, @Nullable Integer n) {}

  /// One thing that is counted.
  ///
  /// @param sum null when it would tell a cell
  public record Line(What what, List<Cell> cells, @Nullable Integer sum) {
    public Line {
      cells = List.copyOf(cells);
    }

    static Line of(What what, Map<String, Integer> counted) {
      List<Cell> cells = new ArrayList<>();
      counted.forEach((detail, n) -> cells.add(new Cell(detail, n < SMALL ? null : n)));
      int sum = counted.values().stream().mapToInt(Integer::intValue).sum();
      boolean tells = cells.stream().allMatch(it -> it.n() != null);
      return new Line(what, cells, tells ? sum : null);
    }
  }

  /// The team's, from the month of one day to the month of another.
  ///
  /// @throws NoSuchRecord when the caller neither keeps the organization nor is of its team
  @Transactional(readOnly = true)
  public List<Line> of(Caller caller, OrganizationId team, LocalDate from, LocalDate to) {
    require(caller, team);
    return house.step(() -> {
      Map<What, Map<String, Integer>> all = new TreeMap<>();
      jdbc.sql(
              """
              select what, detail, sum(n) as n from referrals.tally
               where team = :team and month between :from and :to
               group by what, detail order by detail
              """)
          .param("team", team.value())
          .param("from", from.withDayOfMonth(1))
          .param("to", to.withDayOfMonth(1))
          .query(row -> {
            String written = row.getString("what");
            String detail = row.getString("detail");
            int n = row.getInt("n");
            Arrays.stream(What.values())
                .filter(it -> it.code().equals(written))
                .findFirst()
                .ifPresent(it -> all.computeIfAbsent(it, _ -> new TreeMap<>()).put(detail, n));
          });
      return all.entrySet().stream().map(it -> Line.of(it.getKey(), it.getValue())).toList();
    });
  }

  /// That so many were told of the team at an event: heads, and nobody.
  ///
  /// @return whether it is a number that can be
  @Transactional
  public boolean reached(Caller caller, OrganizationId team, int heads) {
    require(caller, team);
    if (heads < 1 || heads > MOST_REACHED) {
      return false;
    }
    return house.step(() -> {
      tally.count(team, What.REACHED.code(), "", heads);
      return true;
    });
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
  }

  private void require(Caller caller, OrganizationId team) {
    Set<Relation> relations = EnumSet.noneOf(Relation.class);
    if (caller.organizations().contains(team.value())
        || caller.organizations(Role.NAVIGATOR).contains(team.value())) {
      relations.add(Relation.ORGANIZATION);
    }
    if (!gate.may(caller.within(team.value()), Action.READ, RecordType.TEAM, relations)
        || relations.isEmpty()) {
      throw new NoSuchRecord(RecordType.TEAM);
    }
  }
}
