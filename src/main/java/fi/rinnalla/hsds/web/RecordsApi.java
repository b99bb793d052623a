package fi.rinnalla.hsds.web;

import fi.rinnalla.hsds.Assembly;
import fi.rinnalla.hsds.Assembly.Form;
import fi.rinnalla.hsds.Lists;
import fi.rinnalla.hsds.Thing;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The records of the directory: services, services at locations, organizations. Nothing here needs
/// a key, and nothing remembers.
@RestController
@RequestMapping(RecordsApi.BASE)
class RecordsApi {
  static final String BASE = "/api/hsds/3.1";

  private final Asking asking;
  private final Lists lists;
  private final Assembly assembly;
  private final Replies replies;

  RecordsApi(Asking asking, Lists lists, Assembly assembly, Replies replies) {
    this.asking = asking;
    this.lists = lists;
    this.assembly = assembly;
    this.replies = replies;
  }

  @Needs(action = Action.READ, record = RecordType.SERVICE)
  @GetMapping("/services")
  void services(
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Asking.Asked asked = asking.asked(Endpoint.SERVICES, parameters, request);
    boolean minimal = asked.question().is("minimal");
    if (minimal && asked.question().is("full")) {
      throw Problem.parameter("minimal", "minimal_or_full");
    }
    Form form = minimal ? Form.MINIMAL : form(asked);
    if (!asking.isKnown(asked, request, response)) {
      List<UUID> ids = lists.services(asked.now(), asked.narrowing());
      int unasked = minimal ? Math.max(1, ids.size()) : Question.PER_PAGE;
      list(asked, unasked, ids, some -> assembly.services(asked.now(), some, form), response);
    }
  }

  @Needs(action = Action.READ, record = RecordType.SERVICE)
  @GetMapping("/services/{service}")
  void service(
      @PathVariable String service,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Asking.Asked asked = asking.asked(Endpoint.SERVICE, parameters, request);
    List<UUID> id = lists.service(asked.now(), Question.id(service));
    if (isThere(id) && !asking.isKnown(asked, request, response)) {
      one(asked, assembly.services(asked.now(), id, Form.FULL), response);
    }
  }

  @Needs(action = Action.READ, record = RecordType.SERVICE)
  @GetMapping("/service_at_locations")
  void servicesAtLocations(
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Asking.Asked asked = asking.asked(Endpoint.SERVICES_AT_LOCATIONS, parameters, request);
    Form form = form(asked);
    if (!asking.isKnown(asked, request, response)) {
      list(
          asked,
          Question.PER_PAGE,
          lists.servicesAtLocations(asked.now(), asked.narrowing()),
          some -> assembly.servicesAtLocations(asked.now(), some, form),
          response);
    }
  }

  @Needs(action = Action.READ, record = RecordType.SERVICE)
  @GetMapping("/service_at_locations/{at}")
  void serviceAtLocation(
      @PathVariable String at,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Asking.Asked asked = asking.asked(Endpoint.SERVICE_AT_LOCATION, parameters, request);
    List<UUID> id = lists.serviceAtLocation(asked.now(), Question.id(at));
    if (isThere(id) && !asking.isKnown(asked, request, response)) {
      one(asked, assembly.servicesAtLocations(asked.now(), id, Form.FULL), response);
    }
  }

  @Needs(action = Action.READ, record = RecordType.ORGANIZATION)
  @GetMapping("/organizations")
  void organizations(
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Asking.Asked asked = asking.asked(Endpoint.ORGANIZATIONS, parameters, request);
    Form form = form(asked);
    boolean fullServices = asked.question().is("full_service");
    if (!asking.isKnown(asked, request, response)) {
      list(
          asked,
          Question.PER_PAGE,
          lists.organizations(asked.now(), asked.narrowing()),
          some -> assembly.organizations(asked.now(), some, form, fullServices),
          response);
    }
  }

  @Needs(action = Action.READ, record = RecordType.ORGANIZATION)
  @GetMapping("/organizations/{organization}")
  void organization(
      @PathVariable String organization,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Asking.Asked asked = asking.asked(Endpoint.ORGANIZATION, parameters, request);
    boolean fullServices = asked.question().is("full_service");
    List<UUID> id = lists.organization(asked.now(), Question.id(organization));
    if (isThere(id) && !asking.isKnown(asked, request, response)) {
      one(asked, assembly.organizations(asked.now(), id, Form.FULL, fullServices), response);
    }
  }

  private static Form form(Asking.Asked asked) {
    return asked.question().is("full") ? Form.FULL : Form.LIST;
  }

  private static boolean isThere(List<UUID> id) {
    if (id.isEmpty()) {
      throw Problem.notHere();
    }
    return true;
  }

  private void one(Asking.Asked asked, List<Thing> found, HttpServletResponse response)
      throws IOException {
    replies.one(response, asked.lang(), found.stream().findFirst().orElseThrow(Problem::notHere));
  }

  private void list(
      Asking.Asked asked,
      int unasked,
      List<UUID> ids,
      Function<List<UUID>, List<Thing>> read,
      HttpServletResponse response)
      throws IOException {
    replies.list(
        response, asked.lang(), asked.question(), asked.question().perPage(unasked), ids, read);
  }
}
