package fi.rinnalla.advice.web;

import fi.rinnalla.advice.Chat;
import fi.rinnalla.advice.ChatMessage;
import fi.rinnalla.advice.Duty;
import fi.rinnalla.advice.VisitorChats;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Pages;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The parts of a page that are sent while it is open, by the same templates as the whole page.
@Component
class Fragments {
  private final TemplateEngine templates;
  private final Pages pages;
  private final OrganizationNames names;

  Fragments(TemplateEngine templates, Pages pages, OrganizationNames names) {
    this.templates = templates;
    this.pages = pages;
    this.names = names;
  }

  String message(Lang lang, ChatMessage message, boolean visitors) {
    return render(lang, "advice/message.jte", Map.of("message", message, "visitors", visitors));
  }

  String state(Lang lang, VisitorChats.Talk talk) {
    return render(
        lang, "advice/state.jte", Map.of("talk", talk, "organization", organization(talk.chat())));
  }

  String queue(Lang lang, Duty.View view, @Nullable UUID chosen) {
    Map<String, Object> model = new HashMap<>();
    model.put("view", view);
    model.put("chosen", chosen);
    return render(lang, "advice/queue.jte", model);
  }

  /// Whose adviser one talks with.
  Text organization(Chat chat) {
    UUID id = chat.organization();
    return id == null ? Text.none() : names.of(new OrganizationId(id));
  }

  private String render(Lang lang, String template, Map<String, Object> model) {
    // A page of its own, made at this moment: the request that opened the stream is long over.
    Page page = pages.at("/" + lang.code(), null);
    Map<String, Object> whole = new HashMap<>(model);
    whole.put("page", page);
    StringOutput out = new StringOutput();
    templates.render(template, whole, out);
    return out.toString();
  }
}
