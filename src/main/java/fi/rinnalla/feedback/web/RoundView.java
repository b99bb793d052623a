package fi.rinnalla.feedback.web;

import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.feedback.Addresses;
import fi.rinnalla.feedback.FeedbackRounds;
import fi.rinnalla.feedback.Remark;
import fi.rinnalla.feedback.Round;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A round as the page shows it.
///
/// @param named the organizations by id, those found for `sought` among them
/// @param more times of the event that aren't told of yet
/// @param found organizations that could be told, too
/// @param done what was just done, the end of a message key, or nothing
/// @param fault what is wrong with what was sent, the end of a message key, or nothing
/// @param typed what was sent and couldn't be taken
public record RoundView(
    UUID organization,
    FeedbackRounds.Shown shown,
    Map<UUID, Text> named,
    List<Occurrence> more,
    List<Remark> remarks,
    String sought,
    OrganizationNames.Found found,
    String done,
    String fault,
    Map<String, String> typed) {

  public Round round() {
    return shown.round();
  }

  public Text name(UUID one) {
    return named.getOrDefault(one, Text.none());
  }

  public String address(Lang lang) {
    return Addresses.round(lang, organization, round().id());
  }

  /// Those who read nothing yet: the owner hasn't looked at them.
  public List<Remark> waiting() {
    return remarks.stream().filter(it -> !it.shown()).toList();
  }

  public List<Remark> read() {
    return remarks.stream().filter(Remark::shown).toList();
  }

  /// What of a remark stands in its field: as it was sent and couldn't be taken, else as it is.
  public String words(Remark remark) {
    return remark.id().toString().equals(typed.get("remark"))
        ? typed.getOrDefault("words", "")
        : remark.words();
  }

  public String minutes() {
    return typed.getOrDefault("minutes", round().minutes());
  }

  public boolean isChosen(Round.Decision decision) {
    Round.Decision before = round().decision();
    return decision
        .code()
        .equals(typed.getOrDefault("decision", before == null ? "" : before.code()));
  }

  /// What is to be mended first.
  public String faulty() {
    return fault.equals("no_decision") ? "minutes" : "main";
  }
}
