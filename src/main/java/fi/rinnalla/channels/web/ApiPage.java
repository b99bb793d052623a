package fi.rinnalla.channels.web;

import fi.rinnalla.hsds.web.Endpoint;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Route;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What programs can ask, for people: the same as the description, in three languages.
@Controller
public class ApiPage {

  /// @param example an address to try
  public record Door(
      String code,
      String title,
      String words,
      String path,
      String answers,
      String example,
      List<Asked> parameters) {}

  /// @param values what it may be, where that can be said without words
  public record Asked(String name, String words, String values, boolean repeated) {}

  /// A parameter of HSDS.
  ///
  /// @param of the lists that answer it; empty when all do
  public record Narrowing(String name, String words, List<String> of) {}

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping({"/fi/rajapinta", "/sv/api", "/en/api"})
  String show(Page page, Model model) {
    page.is(Route.API);
    model.addAttribute(
        "doors", Arrays.stream(ApiEndpoint.values()).map(it -> door(page, it)).toList());
    model.addAttribute("standard", ApiEndpoint.HSDS);
    model.addAttribute("narrowings", narrowings(page));
    model.addAttribute("base", ApiEndpoint.HSDS_BASE);
    return "channels/api";
  }

  private static List<Narrowing> narrowings(Page page) {
    List<Endpoint> lists = Arrays.stream(Endpoint.values()).filter(Endpoint::isList).toList();
    return lists.stream()
        .flatMap(it -> it.parameters().stream())
        .distinct()
        .map(name -> {
          List<Endpoint> of = lists.stream().filter(it -> it.parameters().contains(name)).toList();
          return new Narrowing(
              name,
              page.say("hsds.parameter." + name),
              of.equals(lists) ? List.of() : of.stream().map(Endpoint::path).toList());
        })
        .toList();
  }

  private static Door door(Page page, ApiEndpoint endpoint) {
    String language =
        endpoint.parameters().contains(ApiParameter.LANGUAGE)
            ? (endpoint.example().contains("?") ? "&" : "?") + "language=" + page.lang().code()
            : "";
    return new Door(
        endpoint.code(),
        page.say("api." + endpoint.code() + ".title"),
        page.say("api." + endpoint.code()),
        endpoint.path(),
        endpoint.answers(),
        endpoint.example() + language,
        endpoint.parameters().stream()
            .map(it ->
                new Asked(
                    it.code(),
                    page.say("api.parameter." + it.code()),
                    it.allowed(),
                    it.isRepeated()))
            .toList());
  }
}
