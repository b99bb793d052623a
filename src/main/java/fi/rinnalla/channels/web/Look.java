package fi.rinnalla.channels.web;

import fi.rinnalla.channels.Accent;
import fi.rinnalla.channels.TextSize;
import org.springframework.util.MultiValueMap;

/// How our part of somebody else's page looks, as its address says.
///
/// @param typed the colour as it was typed
record Look(Accent accent, String typed, TextSize text) {
  /// What of an address is read here.
  static final String[] PARAMETERS = {"accent", "text"};

  private static final int LONGEST = 20;

  static Look of(MultiValueMap<String, String> parameters) {
    String accent = first(parameters, "accent");
    String typed = accent.length() > LONGEST ? accent.substring(0, LONGEST) : accent;
    return new Look(Accent.of(typed), typed, TextSize.of(first(parameters, "text")));
  }

  /// What isn't as always, for an address: `&accent=77446f&text=large`.
  String parameters() {
    StringBuilder said = new StringBuilder();
    if (!accent.drawn().equals(Accent.OURS)) {
      said.append("&accent=").append(accent.drawn().hex());
    }
    if (text != TextSize.NORMAL) {
      said.append("&text=").append(text.code());
    }
    return said.toString();
  }

  /// A stylesheet of two values, each out of our own hands and not as it was typed.
  String stylesheet() {
    return ":root{--e-accent:#%s;--e-text:%d%%}\n".formatted(accent.drawn().hex(), text.percent());
  }

  private static String first(MultiValueMap<String, String> parameters, String name) {
    String value = parameters.getFirst(name);
    return value == null ? "" : value;
  }
}
