package fi.rinnalla.signin.web;

import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Lang;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Where somebody was going before they were asked to sign in.
final class Back {
  private static final int LONGEST = 300;

  private Back() {}

  /// Only a path of ours is gone back to, so that no link of this site leads out of it. Braces
  /// would be read as a template by the one who redirects.
  static String ours(String back) {
    boolean path = back.startsWith("/") && !back.startsWith("//") && back.indexOf('\\') < 0;
    return path
            && back.length() <= LONGEST
            && back.indexOf('{') < 0
            // A header holds nothing but visible ASCII; addresses of ours are written so.
            && back.chars().allMatch(it -> it > 0x20 && it < 0x7f)
        ? back
        : "";
  }

  static String orOwn(String back, Lang lang) {
    String ours = ours(back);
    return ours.isEmpty() ? Route.OWN.path(lang) : ours;
  }

  /// To the page that asks to sign in again, and from there to that of the route.
  static String again(Page page, Route route) {
    return again(page, route, Session.Lack.FRESHNESS);
  }

  static String again(Page page, Route route, Session.Lack lack) {
    String why = lack == Session.Lack.STRENGTH ? SignInPage.STRONGLY : SignInPage.CONFIRM;
    return signIn(page.lang(), page.to(route), why);
  }

  static String signIn(Lang lang, String back, String why) {
    return Route.SIGN_IN.path(lang)
        + "?why="
        + why
        + (back.isEmpty() ? "" : "&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
  }
}
