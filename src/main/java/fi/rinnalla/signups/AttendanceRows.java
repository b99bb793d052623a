package fi.rinnalla.signups;

import fi.rinnalla.directory.OrganizationId;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of `signups.attendance`.
@Component
class AttendanceRows {
  private final JdbcClient jdbc;

  AttendanceRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<SignupId, Attendance> of(SlotId slot, LocalDateTime time) {
    Map<SignupId, Attendance> marks = new HashMap<>();
    jdbc.sql(
            """
            select a.signup, a.mark
              from signups.attendance a join signups.signup s on s.id = a.signup
             where s.slot = :slot and a.recurrence_id = :time
            """)
        .param("slot", slot.value())
        .param("time", time)
        .query((row, _) -> {
          SignupId signup = new SignupId(row.getObject("signup", UUID.class));
          return Map.entry(signup, Attendance.find(row.getString("mark")));
        })
        .list()
        .forEach(it -> marks.put(it.getKey(), it.getValue()));
    return marks;
  }

  void put(SignupId signup, LocalDateTime time, OrganizationId organization, Attendance mark) {
    if (mark == Attendance.UNKNOWN) {
      jdbc.sql("delete from signups.attendance where signup = :signup and recurrence_id = :time")
          .param("signup", signup.value())
          .param("time", time)
          .update();
      return;
    }
    jdbc.sql(
            """
            insert into signups.attendance (signup, recurrence_id, organization, mark)
            values (:signup, :time, :organization, :mark)
            on conflict (signup, recurrence_id) do update set mark = :mark
            """)
        .param("signup", signup.value())
        .param("time", time)
        .param("organization", organization.value())
        .param("mark", mark.code())
        .update();
  }
}
