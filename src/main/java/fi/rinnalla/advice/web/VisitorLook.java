package fi.rinnalla.advice.web;

import fi.rinnalla.advice.ChatMessage;
import fi.rinnalla.advice.VisitorChats;
import fi.rinnalla.advice.VisitorChats.Talk;
import fi.rinnalla.vocabulary.Lang;
import java.io.IOException;
import java.util.UUID;

/// What a visitor's open page is sent: each message once, and how it stands when that changes.
final class VisitorLook implements LiveStream.Look {
  private final VisitorChats chats;
  private final Fragments fragments;
  private final Lang lang;
  private final UUID chat;
  private int last;
  private String state = "";

  VisitorLook(VisitorChats chats, Fragments fragments, Lang lang, UUID chat, int last) {
    this.chats = chats;
    this.fragments = fragments;
    this.lang = lang;
    this.chat = chat;
    this.last = last;
  }

  @Override
  public boolean send(LiveStream to) throws IOException {
    Talk now = to.read(() -> chats.glance(chat, last)).orElse(null);
    if (now == null) {
      to.part("over", "");
      return false;
    }
    for (ChatMessage message : now.messages()) {
      to.message(message.number(), fragments.message(lang, message, true));
      last = message.number();
    }
    String words = to.read(() -> fragments.state(lang, now));
    if (!words.equals(state)) {
      to.part("state", words);
      state = words;
    }
    if (now.chat().isClosed()) {
      to.part("over", "");
      return false;
    }
    return true;
  }
}
