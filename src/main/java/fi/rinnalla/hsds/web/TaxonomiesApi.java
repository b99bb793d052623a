package fi.rinnalla.hsds.web;

import fi.rinnalla.hsds.Terms;
import fi.rinnalla.hsds.Thing;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What services are classified by.
@RestController
@RequestMapping(RecordsApi.BASE)
class TaxonomiesApi {
  private final Asking asking;
  private final Terms terms;
  private final Replies replies;

  TaxonomiesApi(Asking asking, Terms terms, Replies replies) {
    this.asking = asking;
    this.terms = terms;
    this.replies = replies;
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping("/taxonomies")
  void taxonomies(
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Asking.Asked asked = asking.asked(Endpoint.TAXONOMIES, parameters, request);
    list(
        asked,
        terms.taxonomies().stream()
            .filter(it -> has(it.name(), asked.narrowing().search()))
            .map(Terms.TaxonomyRow::thing)
            .toList(),
        response);
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping("/taxonomies/{taxonomy}")
  void taxonomy(
      @PathVariable String taxonomy,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Asking.Asked asked = asking.asked(Endpoint.TAXONOMY, parameters, request);
    UUID id = Question.id(taxonomy);
    Thing found =
        terms.taxonomies().stream()
            .filter(it -> it.id().equals(id))
            .map(Terms.TaxonomyRow::thing)
            .findFirst()
            .orElseThrow(Problem::notHere);
    replies.one(response, asked.lang(), found);
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping("/taxonomy_terms")
  void terms(
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Asking.Asked asked = asking.asked(Endpoint.TAXONOMY_TERMS, parameters, request);
    UUID taxonomy = asked.narrowing().taxonomy();
    UUID parent = asked.question().uuid("parent_id");
    boolean top = asked.question().is("top_only");
    list(
        asked,
        terms.terms(asked.now().terms()).stream()
            .filter(it -> taxonomy == null || it.taxonomy().equals(taxonomy))
            .filter(it -> parent == null || it.parent().filter(parent::equals).isPresent())
            .filter(it -> !top || it.parent().isEmpty())
            .filter(it -> has(it.name(), asked.narrowing().search()))
            .map(Terms.Row::thing)
            .toList(),
        response);
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping("/taxonomy_terms/{term}")
  void term(
      @PathVariable String term,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Asking.Asked asked = asking.asked(Endpoint.TAXONOMY_TERM, parameters, request);
    UUID id = Question.id(term);
    Thing found =
        terms.terms(asked.now().terms()).stream()
            .filter(it -> it.id().equals(id))
            .map(Terms.Row::thing)
            .findFirst()
            .orElseThrow(Problem::notHere);
    replies.one(response, asked.lang(), found);
  }

  private void list(Asking.Asked asked, List<Thing> things, HttpServletResponse response)
      throws IOException {
    replies.list(
        response,
        asked.lang(),
        asked.question(),
        asked.question().perPage(Question.PER_PAGE),
        things,
        some -> some);
  }

  /// Whether a name has all the words, in any of its languages.
  private static boolean has(Text name, @Nullable String search) {
    return search == null
        || Stream.of(Lang.values())
            .map(name::in)
            .filter(it -> it != null)
            .map(it -> it.toLowerCase(Locale.ROOT))
            .anyMatch(it ->
                Stream.of(search.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                    .allMatch(it::contains));
  }
}
