package fi.rinnalla.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import fi.rinnalla.HouseTest;
import fi.rinnalla.exchange.Format;
import fi.rinnalla.exchange.Imports;
import fi.rinnalla.exchange.ProgressListener;
import fi.rinnalla.exchange.Source;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.storage.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Every address in every form, over the whole demonstration region, against the schemas of HSDS
/// 3.1 and of the Open Referral UK profile (3.0), whose validator others use.
@HouseTest
@AutoConfigureMockMvc
class ConformanceTests {
  private static final int SHOWN = 5;

  @Autowired MockMvc mvc;
  @Autowired Imports imports;
  @Autowired Json json;
  @Autowired SiteAddress site;

  private Api api;
  private Schemas hsds;
  private Schemas oruk;

  @BeforeEach
  void theRegion() {
    hsds = Schemas.in(Schemas.folder("schema"));
    oruk = Schemas.in(Schemas.folder("oruk-profile-3.0/schema"));
    api = new Api(mvc);
    if (imports.findSource("region").isEmpty()) {
      imports.run(
          Source.byHand("region", Format.HSDS, "region"),
          "src/main/resources/demo/hsds",
          ProgressListener.NOBODY);
    }
  }

  private void validates(List<JsonNode> answers, String schema) {
    assertThat(answers).isNotEmpty();
    for (Schemas standard : List.of(hsds, oruk)) {
      List<String> faults = new ArrayList<>();
      for (JsonNode answer : answers) {
        for (Error fault : standard.faults(schema, answer)) {
          faults.add(answer.path("id").asString() + " " + fault);
        }
      }
      assertThat(faults.stream().limit(SHOWN)).as(schema).isEmpty();
    }
  }

  private List<JsonNode> single(String path) {
    return api.ids(path + "?per_page=500").stream().map(id -> api.ok(path + "/" + id)).toList();
  }

  @Test
  void theSchemasWouldTellOfAFault() {
    JsonNode service = api.contents("/services?per_page=1").getFirst();
    var broken = ((ObjectNode) service.deepCopy()).put("email", "äiti at home");

    assertThat(hsds.faults("compiled/service_list.json", broken)).isNotEmpty();
    assertThat(oruk.faults("compiled/service_list.json", broken)).isNotEmpty();
    assertThat(hsds.faults("compiled/service_list.json", broken.put("id", "one"))).hasSize(2);
  }

  @Test
  void servicesInEveryForm() {
    for (String lang : List.of("fi", "sv", "en")) {
      List<JsonNode> list = api.contents("/services?per_page=500&lang=" + lang);
      assertThat(list).hasSizeGreaterThan(200);
      validates(list, "compiled/service_list.json");
    }
    validates(api.contents("/services?minimal=true"), "compiled/service_list.json");
    validates(api.contents("/services?full=true&per_page=500"), "compiled/service.json");
    validates(api.lines("/services?format=ndjson"), "compiled/service_list.json");
    validates(api.lines("/services?format=ndjson&full=true&lang=en"), "compiled/service.json");
    validates(single("/services"), "compiled/service.json");
  }

  @Test
  void servicesAtLocationsInEveryForm() {
    validates(
        api.contents("/service_at_locations?per_page=500"),
        "compiled/service_at_location_list.json");
    validates(
        api.contents("/service_at_locations?per_page=500&full=true"),
        "compiled/service_at_location.json");
    validates(
        api.lines("/service_at_locations?format=ndjson&lang=sv"),
        "compiled/service_at_location_list.json");
    List<JsonNode> single = single("/service_at_locations");
    validates(single, "compiled/service_at_location.json");
    // The description of the API names the other schema for this address; both must hold.
    validates(single, "compiled/service.json");
  }

  @Test
  void organizationsInEveryForm() {
    validates(api.contents("/organizations?per_page=500"), "compiled/organization_list.json");
    validates(api.lines("/organizations?format=ndjson"), "compiled/organization_list.json");
    validates(api.contents("/organizations?per_page=500&full=true"), "compiled/organization.json");
    validates(
        api.contents("/organizations?per_page=500&full_service=true"),
        "compiled/organization.json");
    validates(
        api.contents("/organizations?per_page=500&full_service=true&full=true"),
        "compiled/organization.json");
    validates(single("/organizations"), "compiled/organization.json");
  }

  @Test
  void taxonomiesAndTheirTerms() {
    validates(api.contents("/taxonomies"), "taxonomy.json");
    validates(api.lines("/taxonomies?format=ndjson"), "taxonomy.json");
    validates(single("/taxonomies"), "taxonomy.json");
    validates(api.contents("/taxonomy_terms?per_page=500"), "taxonomy_term.json");
    validates(api.lines("/taxonomy_terms?format=ndjson"), "taxonomy_term.json");
    validates(
        api.ids("/taxonomy_terms").stream().map(id -> api.ok("/taxonomy_terms/" + id)).toList(),
        "taxonomy_term.json");
  }

  @Test
  void ourProfileHoldsOfWhatWeTell() {
    Profile profile = new Profile(json, site, new HsdsSettings(Schemas.folder("schema")));
    Schemas merged = Schemas.by(file -> profile.merged(file).orElseThrow().toString());
    List<String> faults = new ArrayList<>();

    for (JsonNode service : api.contents("/services?full=true&per_page=100&lang=en")) {
      merged.faults("service.json", service).forEach(it -> faults.add(it.toString()));
    }
    for (JsonNode organization : api.contents("/organizations?full=true&lang=sv")) {
      merged.faults("organization.json", organization).forEach(it -> faults.add(it.toString()));
    }

    assertThat(faults.stream().limit(SHOWN)).isEmpty();
    assertThat(profile.merged("location.json").orElseThrow().path("properties").has("visibility"))
        .isTrue();
    assertThat(profile.merged("../schema/location.json")).isEmpty();
  }
}
