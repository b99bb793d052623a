package fi.rinnalla.hsds.web;

import fi.rinnalla.hsds.Profile;
import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.SiteAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What the API says of itself: its version, its profile and its description.
@RestController
class AboutApi {
  private final Profile profile;
  private final SiteAddress site;
  private final Replies replies;

  AboutApi(Profile profile, SiteAddress site, Replies replies) {
    this.profile = profile;
    this.site = site;
    this.replies = replies;
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping({RecordsApi.BASE, RecordsApi.BASE + "/"})
  void about(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("version", "3.1");
    about.put("profile", profile.uri().toString());
    about.put("openapi_url", site.of(RecordsApi.BASE + "/openapi.json").toString());
    tell(about, request, response);
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping(RecordsApi.BASE + "/openapi.json")
  void openapi(HttpServletRequest request, HttpServletResponse response) throws IOException {
    tell(profile.openapi(), request, response);
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping(Profile.PATH)
  void profile(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("name", "Finnish family services");
    about.put("hsds_version", "3.1");
    about.put("profile", files("/profile/"));
    about.put("schema", profile.merges() ? files("/schema/") : List.of());
    tell(about, request, response);
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping(Profile.PATH + "/profile/{file}")
  void patch(@PathVariable String file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    tell(profile.patch(file).orElseThrow(Problem::notHere), request, response);
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @GetMapping(Profile.PATH + "/schema/{file}")
  void schema(@PathVariable String file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!profile.merges()) {
      throw new Problem.Refused(
          new Problem(HttpStatus.NOT_IMPLEMENTED, "hsds.problem.no_schema", Profile.STANDARD));
    }
    tell(profile.merged(file).orElseThrow(Problem::notHere), request, response);
  }

  private List<String> files(String folder) {
    return profile.files().stream().map(file -> profile.uri() + folder + file).toList();
  }

  private void tell(Object body, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    replies.json(response, Asking.accepted(request), body);
  }
}
