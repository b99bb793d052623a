package fi.rinnalla.exchange;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A feed that can't be fetched or opened. Its notice is for the feed's owner; its message, with
/// the path or the address, for the operator's log alone.
public class FetchFault extends IOException {
  private static final long serialVersionUID = 1;

  private final transient FetchNotice notice;
  private final transient @Nullable Duration after;

  public FetchFault(FetchNotice notice, String message) {
    this(notice, message, null);
  }

  /// @param after how long the server asks to be left alone
  FetchFault(FetchNotice notice, String message, @Nullable Duration after) {
    super(message);
    this.notice = notice;
    this.after = after;
  }

  public FetchNotice notice() {
    return notice;
  }

  @Nullable Duration after() {
    return after;
  }

  /// Whether the same question may well be answered a moment later: a server that is too busy, has
  /// broken down or doesn't answer in time.
  boolean mayPass() {
    return switch (notice) {
      case FetchNotice.NoAnswer _ -> true;
      case FetchNotice.AnsweredWithFault fault ->
          String.valueOf(fault.value()).matches("408|425|429|5\\d\\d");
      default -> false;
    };
  }
}
