package fi.rinnalla.advice;

import fi.rinnalla.vault.ShortKeys;
import fi.rinnalla.vault.SubjectKey;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Seals what is said in a talk with a key of that talk alone, which no table has (decision 0042).
@Component
class ChatSeal {
  private static final String BODY = "advice.message.body";
  private static final String CARD = "advice.message.card";
  private static final String NOTE = "advice.chat.note";
  private static final String BEGUN_BY = "advice.chat.begun_by";

  private final ShortKeys keys;

  ChatSeal(ShortKeys keys) {
    this.keys = keys;
  }

  /// @param form the key of the form that a message came by; it is sealed for that row alone
  byte[] body(UUID chat, UUID form, String words) {
    return seal(chat, BODY, form, words);
  }

  byte[] card(UUID chat, UUID form, String json) {
    return seal(chat, CARD, form, json);
  }

  byte[] note(UUID chat, String words) {
    return seal(chat, NOTE, chat, words);
  }

  byte[] begunBy(UUID chat, String digest) {
    return seal(chat, BEGUN_BY, chat, digest);
  }

  String openBody(UUID chat, UUID form, byte[] sealed) {
    return open(chat, BODY, form, sealed);
  }

  String openCard(UUID chat, UUID form, byte[] sealed) {
    return open(chat, CARD, form, sealed);
  }

  String openNote(UUID chat, byte[] sealed) {
    return open(chat, NOTE, chat, sealed);
  }

  String openBegunBy(UUID chat, byte[] sealed) {
    return open(chat, BEGUN_BY, chat, sealed);
  }

  private byte[] seal(UUID chat, String place, UUID row, String words) {
    return words.isEmpty() ? new byte[0] : keys.key(chat).seal(place, row, words);
  }

  /// Nothing when the key is gone: what a copy of the database brought back stays shut.
  private String open(UUID chat, String place, UUID row, byte[] sealed) {
    Optional<SubjectKey> key = sealed.length == 0 ? Optional.empty() : keys.find(chat);
    return key.map(it -> it.open(place, row, sealed)).orElse("");
  }

  /// Once the rows are gone.
  void forget(Set<UUID> chats) {
    chats.forEach(keys::destroy);
  }

  Set<UUID> madeBefore(Instant time) {
    return keys.madeBefore(time);
  }
}
