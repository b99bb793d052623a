package fi.rinnalla.advice.web;

import fi.rinnalla.advice.AdviserChats;
import fi.rinnalla.advice.ChatMessage;
import fi.rinnalla.advice.Duty;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.vocabulary.Lang;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What an adviser's open page is sent: the queue when it changes, and the messages of the talk
/// that is chosen, each once. It ends when one may sit at the desk no more, and when one has signed
/// out.
final class AdviserLook implements LiveStream.Look {
  private final Duty duty;
  private final AdviserChats chats;
  private final Fragments fragments;
  private final Lang lang;
  private final PersonId person;
  private final UUID desk;
  private final @Nullable UUID chat;
  private final BooleanSupplier signedIn;
  private int last;
  private String queue = "";

  AdviserLook(
      Duty duty,
      AdviserChats chats,
      Fragments fragments,
      Lang lang,
      PersonId person,
      UUID desk,
      @Nullable UUID chat,
      BooleanSupplier signedIn,
      int last) {
    this.duty = duty;
    this.chats = chats;
    this.fragments = fragments;
    this.lang = lang;
    this.person = person;
    this.desk = desk;
    this.chat = chat;
    this.signedIn = signedIn;
    this.last = last;
  }

  @Override
  public boolean send(LiveStream to) throws IOException {
    Duty.View view =
        to.read(() -> signedIn.getAsBoolean() ? duty.of(person, desk) : Optional.<Duty.View>empty())
            .orElse(null);
    if (view == null) {
      to.part("out", "");
      return false;
    }
    if (chat != null && !talk(to, chat)) {
      return false;
    }
    String now = to.read(() -> fragments.queue(lang, view, chat));
    if (!now.equals(queue)) {
      to.part("queue", now);
      queue = now;
    }
    return true;
  }

  private boolean talk(LiveStream to, UUID chosen) throws IOException {
    AdviserChats.Talk talk = to.read(() -> chats.since(person, desk, chosen, last)).orElse(null);
    if (talk == null || talk.chat().isClosed()) {
      to.part("over", "");
      return false;
    }
    for (ChatMessage message : talk.messages()) {
      to.message(message.number(), fragments.message(lang, message, false));
      last = message.number();
    }
    return true;
  }
}
