package fi.rinnalla.meetups.web;

import fi.rinnalla.identity.Caller;
import fi.rinnalla.meetups.Message;
import java.util.List;
import java.util.Map;

/// A board, as a page shows it.
///
/// @param words the key of who reads it
/// @param host whether the caller lets messages through
/// @param writing whether the caller may write
/// @param address of the page that it is on
/// @param typed a message that wasn't taken
public record BoardView(
    Caller caller,
    List<Message> messages,
    String words,
    boolean host,
    boolean writing,
    String address,
    String typed) {
  private static final Map<String, String> BOARD =
      Map.of("fi", "viesti", "sv", "meddelande", "en", "message");
  private static final Map<String, String> ALERT =
      Map.of("fi", "ilmoita", "sv", "anmal", "en", "report");

  public BoardView {
    messages = List.copyOf(messages);
  }

  public boolean isBy(Message message) {
    return !caller.isVisitor() && caller.person().id().equals(message.author());
  }

  public String boardAddress() {
    return address + "/" + BOARD.getOrDefault(address.substring(1, 3), "");
  }

  public String alertAddress() {
    return alertAddress(address);
  }

  /// Where it is told that what a page is about shouldn't be here.
  public static String alertAddress(String page) {
    return page + "/" + ALERT.getOrDefault(page.substring(1, 3), "");
  }
}
