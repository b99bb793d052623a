package fi.rinnalla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fi.rinnalla.calendar.Calendar;
import fi.rinnalla.calendar.Events;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.identity.Role;
import fi.rinnalla.identity.SignedIn;
import fi.rinnalla.knowledge.Article;
import fi.rinnalla.knowledge.Articles;
import fi.rinnalla.pages.Route;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vault.Vault;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Sha256;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.UuidV5;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every door of every room, as every role: the table of permissions is what happens.
@HouseTest
@AutoConfigureMockMvc
// A provider that never answers: its doors are there, and lead nowhere.
@TestPropertySource(
    properties = {
      // Rounds would hold rows that the samples take away: two transactions in each other's way.
      "db-scheduler.enabled=false",
      "rinnalla.oidc.issuer=http://127.0.0.1:1",
      "rinnalla.oidc.client-id=rinnalla",
      "rinnalla.oidc.acr=high"
    })
class DoorsTests {
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired MockMvc mvc;
  @Autowired Gate gate;
  @Autowired People people;
  @Autowired Directory directory;
  @Autowired Calendar calendar;
  @Autowired Articles articles;
  @Autowired JdbcClient jdbc;
  @Autowired HouseWork house;
  @Autowired Vault vault;

  /// Whoever came last.
  private UUID last = UUID.randomUUID();

  /// Whoever came last as an adviser.
  private UUID adviser = UUID.randomUUID();

  /// The organization whose editors knock.
  private UUID ours = UUID.randomUUID();

  private record Door(HttpMethod method, String pattern, Needs needs) {}

  @Test
  void everyHandlerSaysWhatItNeeds() {
    List<String> silent = new ArrayList<>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          if (isOurs(handler) && handler.getMethodAnnotation(Needs.class) == null) {
            silent.add(handler.getShortLogMessage() + " " + mapping);
          }
        });

    assertThat(silent).isEmpty();
  }

  @Test
  void everyRouteLeadsToAPageInEachLanguage() {
    List<String> patterns = doors().map(Door::pattern).toList();
    for (Route route : Route.values()) {
      for (Lang lang : Lang.values()) {
        String path = route.path(lang);
        assertThat(patterns)
            .as(route.name())
            .anyMatch(pattern -> pattern.equals(path) || pattern.startsWith(path + "/{"));
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> everyDoorOpensAsTheTableSays() {
    Map<String, String> samples = samples();
    return doors()
        .flatMap(door ->
            Stream.of(Role.values())
                .flatMap(role ->
                    Stream.of(Level.values()).map(level -> test(door, role, level, samples))));
  }

  private DynamicTest test(Door door, Role role, Level level, Map<String, String> samples) {
    String name = door.method() + " " + door.pattern() + " as " + role + " signed in " + level;
    return DynamicTest.dynamicTest(
        name,
        () -> {
          if ((role == Role.VISITOR) != (level == Level.NONE)) {
            return;
          }
          @Nullable PersonId id = role == Role.VISITOR ? null : someone(role);
          Caller caller =
              id == null
                  ? Caller.visitor()
                  : Viewer.house(() -> people.caller(id, level)).orElseThrow();
          boolean allowed = gate.mayUse(caller, door.needs());
          int status = knock(door, id, level, samples);
          if (allowed) {
            assertThat(status).as(name).isNotIn(302_000, 404, 403, 500);
          } else {
            assertThat(status).as(name).isIn(302_000, 404);
          }
        });
  }

  /// The status; a redirect to the sign-in page is 302000.
  private int knock(Door door, @Nullable PersonId id, Level level, Map<String, String> samples)
      throws Exception {
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.request(door.method(), filled(door.pattern(), samples));
    if (door.method() != HttpMethod.GET) {
      request.with(csrf());
    }
    if (id != null) {
      var in = new SignedIn(id.value(), level, GivenClock.NOW);
      request.with(
          authentication(UsernamePasswordAuthenticationToken.authenticated(in, null, List.of())));
    }
    var response = mvc.perform(request).andReturn().getResponse();
    String to = response.getRedirectedUrl();
    boolean signIn =
        to != null
            && Stream.of(Lang.values())
                .anyMatch(lang -> to.startsWith(Route.SIGN_IN.path(lang) + "?back="));
    return signIn ? 302_000 : response.getStatus();
  }

  private String filled(String pattern, Map<String, String> samples) {
    if (!pattern.contains("{")) {
      return pattern;
    }
    String path = pattern.replace("{organization}", String.valueOf(samples.get("{organization}")));
    if (path.contains("{id}")) {
      path = path.replace("{id}", aDraft(UUID.fromString(samples.get("{organization}"))));
    }
    if (path.contains("{report}")) {
      path = path.replace("{report}", aReport(UUID.fromString(samples.get("{organization}"))));
    }
    if (path.contains("{pair}")) {
      path = path.replace("{pair}", aPair());
    }
    if (path.contains("{round}")) {
      path = path.replace("{round}", aRound(UUID.fromString(samples.get("{organization}"))));
      path = path.replace("{sitting}", path.replaceAll(".*/([0-9a-f-]{36})/\\{sitting}.*", "$1"));
    }
    if (path.contains("{series}")) {
      boolean guest = path.matches(".*/(vastaus|svar|answer)");
      String its = aSeries(UUID.fromString(samples.get("{organization}")), guest);
      path = path.replace("{series}", its).replace("{visit}", its);
    }
    if (path.contains("{rota}")) {
      path = path.replace("{rota}", aRota(UUID.fromString(samples.get("{organization}"))));
    }
    path =
        path.replace("{place}", String.valueOf(samples.get("{place}")))
            .replace("{day}", "2026-11-20");
    if (path.contains("{desk}")) {
      String desk = aDesk(UUID.fromString(samples.get("{organization}")));
      path = path.replace("{desk}", desk).replace("{chat}", desk).replace("{question}", desk);
      path = path.replace("{article}", UUID.randomUUID().toString());
    }
    if (path.contains("{case}") || path.contains("{referral}")) {
      String referral = aReferral(UUID.fromString(samples.get("{organization}")));
      path =
          path.replace("{case}", referral)
              .replace("{referral}", referral)
              .replace("{accompaniment}", referral);
    }
    if (path.contains("{network}") || path.contains("{member}")) {
      String network = aNetwork(UUID.fromString(samples.get("{organization}")));
      path = path.replace("{network}", network).replace("{member}", network);
    }
    if (path.contains("{fund}")) {
      String fund = aFund(UUID.fromString(samples.get("{organization}")));
      path = path.replace("{fund}", fund).replace("{application}", fund);
    }
    if (path.contains("/luuri/{role}")) {
      PersonId worker = someone(Role.LUURI_WORKER);
      UUID role = Viewer.house(() -> people.roles(worker).getFirst().id());
      path = path.replace("{role}", role.toString());
    }
    path = path.replace("{kind}/{slug}", "{what}");
    if (path.contains("{")) {
      String known = samples.get(path.substring(0, path.indexOf("/{")));
      if (known == null) {
        fail("DoorsTests has no sample for " + pattern + ": add one to samples()");
      }
      path = path.replaceAll("\\{[^}]+\\}", String.valueOf(known));
    }
    return path;
  }

  /// For each path with a variable, something that is there.
  private Map<String, String> samples() {
    var association = Listings.anAssociation("Ovet ry");
    var library = Listings.aLibrary("Ovikirjasto", 60.6305, 24.8600);
    var cafe = Listings.aFamilyCafe("Ovikahvila", association);
    var hour = Events.held("Ovisatuhetki", association, library, Events.everyTuesday());
    List.of(association, library, cafe).forEach(it -> directory.publish("doors", it));
    calendar.publish("doors", hour);
    Map<String, String> samples = new HashMap<>();
    samples.put("{organization}", association.id().value().toString());
    var kept =
        Listings.aMeetingPlace(
            "Oviolohuone", association, Schedule.weekly("FR", LocalTime.of(9, 0), LocalTime.NOON));
    directory.publish("doors", kept);
    samples.put("{place}", kept.id().value().toString());
    ours = association.id().value();
    String run = aRun();
    String meetup = aMeetup();
    String group = aGroup(meetup);
    String article = anArticle();
    var atLibrary = Listings.at(cafe, library);
    directory.publish("doors", atLibrary);
    samples.put("/api/hsds/3.1/services", cafe.id().toString());
    samples.put("/api/hsds/3.1/service_at_locations", atLibrary.id().toString());
    samples.put("/api/hsds/3.1/taxonomies", UuidV5.of("hsds", "taxonomy", "theme").toString());
    samples.put(
        "/api/hsds/3.1/taxonomy_terms", UuidV5.of("hsds", "taxonomy_term", "P3").toString());
    samples.put("/api/hsds/family-services/profile", "service.json");
    samples.put("/api/hsds/family-services/schema", "service.json");
    samples.put("", "sitemap-1.xml");
    samples.put("/pictures", aLogo(association.id().value()));
    for (Lang lang : Lang.values()) {
      samples.put(
          Route.ORGANIZATION.path(lang), directory.find(association.id()).orElseThrow().slug());
      samples.put(Route.PLACE.path(lang), directory.find(library.id()).orElseThrow().slug());
      samples.put(Route.SERVICE.path(lang), directory.find(cafe.id()).orElseThrow().slug());
      samples.put(Route.EVENT.path(lang), calendar.find(hour.id()).orElseThrow().slug());
      samples.put(
          Route.REPORT.path(lang),
          Route.SERVICE.word(lang) + "/" + directory.find(cafe.id()).orElseThrow().slug());
      samples.put(Route.AREA.path(lang), "hyvinkaa");
      samples.put(Route.SIGN_IN.path(lang), "no-such-link");
      samples.put(Route.STILL_TRUE.path(lang), "no-such-link");
      samples.put(Route.SOURCES.path(lang), run);
      samples.put(Route.CLAIM.path(lang), directory.find(association.id()).orElseThrow().slug());
      samples.put(Route.CLAIM_CONFIRM.path(lang), "no-such-link");
      samples.put(Route.SIGN_UP_FORM.path(lang), "no-such-form");
      samples.put(Route.MINE.path(lang), "no-such-link");
      samples.put(Route.REMINDERS.path(lang), "no-such-link");
      samples.put(Route.NO_REMINDER.path(lang), "no-such-link");
      samples.put(Route.PROPOSE.path(lang), "no-such-draft");
      samples.put(Route.MEETUP.path(lang), meetup);
      samples.put(Route.HAND_OVER.path(lang), "no-such-link");
      samples.put(Route.GROUP.path(lang), group);
      samples.put(Route.FOUND_GROUP.path(lang), meetup);
      samples.put(Route.LEAVE_GROUP.path(lang), "no-such-link");
      samples.put(Route.FAMILY_JOIN.path(lang), "no-such-link");
      samples.put(Route.CONSENT.path(lang), "no-such-link");
      samples.put(Route.REFERRAL.path(lang), "no-such-link");
      samples.put(Route.CALLED.path(lang), "no-such-link");
      samples.put(Route.NETWORK_ANSWER.path(lang), "no-such-link");
      samples.put(Route.RECEIPT.path(lang), "no-such-receipt");
      for (Route route :
          List.of(Route.SIGN_UP, Route.REMIND, Route.SIGNUP_TERMS, Route.ATTENDEES)) {
        samples.put(route.path(lang), calendar.find(hour.id()).orElseThrow().slug());
      }
      samples.put(Route.QUESTION.path(lang), "no-such-question");
      samples.put(Route.ARTICLE.path(lang), article);
      samples.put(Route.HELPED.path(lang), article);
      samples.put(Route.MY_HOBBY_SUPPORT.path(lang), "no-such-application");
      samples.put(Route.RECOMMENDATIONS.path(lang), "no-such-link");
      samples.put(Route.PAYMENT.path(lang), "no-such-serial");
      samples.put(Route.FEEDBACK.path(lang), "no-such-link");
      samples.put(Route.VISIT.path(lang), "no-such-link");
      samples.put(Route.TURNS.path(lang), aTurnLink(association.id().value()));
      String listing =
          switch (lang) {
            case FI -> "ilmoitus";
            case SV -> "annons";
            case EN -> "listing";
          };
      samples.put(
          Route.WORKSPACE.path(lang, association.id() + "/" + listing), hour.id().toString());
    }
    return samples;
  }

  /// A draft of the organization, new for each knock, for some doors take it away.
  private String aDraft(UUID organization) {
    UUID id = UUID.randomUUID();
    return house.step(() -> {
      for (String sql :
          List.of(
              """
              insert into workspace.sheet
                (id, organization, kind, state, version, fields, changed_at, changed_by)
              values (:id, :organization, 'event', 'draft', 1, '{"inputs": {"title_fi": "Ovi"}}', now(), :id)
              """,
              """
              insert into workspace.history
                (sheet, version, organization, state, fields, changed_at, changed_by)
              values (:id, 1, :organization, 'draft', '{"inputs": {"title_fi": "Ovi"}}', now(), :id)
              """)) {
        jdbc.sql(sql).param("id", id).param("organization", organization).update();
      }
      return id.toString();
    });
  }

  /// What a visitor told of the organization, new for each knock, for some doors settle it.
  private String aReport(UUID organization) {
    UUID id = UUID.randomUUID();
    return house.step(() -> {
      jdbc.sql(
              """
              insert into upkeep.report
                (id, kind, record, organization, areas, what, reported_at, state)
              values (:id, 'service', :id, :organization, '{M106}', 'times', now(), 'open')
              """)
          .param("id", id)
          .param("organization", organization)
          .update();
      return id.toString();
    });
  }

  /// Feedback that the organization has let everybody see, new for each knock; its one sitting is
  /// called as it is.
  private String aRound(UUID organization) {
    UUID id = UUID.randomUUID();
    return house.step(() -> {
      for (String sql :
          List.of(
              """
              insert into feedback.round
                (id, organization, partners, title, asks_more, learnt, asks_words, state, figures,
                 summarised_on, published)
              values (:id, :organization, '{}', '{"fi": "Ovi"}', true, '{}', true, 'summarised',
                      '{"whole": {"answers": 5, "useful": 5, "more": 5, "learnt": {}},
                        "again": 0, "split": "NONE", "parts": []}', now(), true)
              """,
              """
              insert into feedback.sitting
                (id, round, organization, title, starts_at, ends_at, token)
              values (:id, :id, :organization, '{}', now(), now(), cast(:id as text))
              """)) {
        jdbc.sql(sql).param("id", id).param("organization", organization).update();
      }
      return id.toString();
    });
  }

  /// A desk that whoever came last as an adviser sits at, new for each knock, with a talk and a
  /// question that are called as it is.
  private String aDesk(UUID organization) {
    UUID id = UUID.randomUUID();
    return house.step(() -> {
      for (String sql :
          List.of(
              "delete from advice.desk",
              """
              insert into advice.desk
                (id, name, organizations, areas, languages, most_waiting, answer_hours, opened_at)
              values (:id, '{"fi": "Ovi"}', array[:organization], '{M106}', '{fi}', 5, 48, now())
              """,
              """
              insert into advice.adviser (desk, person, organization, name, state, heartbeat_at)
              values (:id, :adviser, :organization, 'Ovi', 'on', now())
              """,
              """
              insert into advice.chat
                (id, desk, digest, lang, topic, state, adviser, opened_at, queued_at, waits_since,
                 seen_at)
              values (:id, :id, decode(replace(cast(:id as text), '-', ''), 'hex'), 'fi', '',
                      'active', :adviser, now(), now(), now(), now())
              """,
              """
              insert into advice.question
                (id, desk, digest, lang, topic, sealed_body, reply, asked_at, answer_by)
              values (:id, :id, decode(replace(cast(:id as text), '-', ''), 'hex'), 'fi', '',
                      '', 'link', now(), now())
              """)) {
        jdbc.sql(sql)
            .param("id", id)
            .param("organization", organization)
            .param("adviser", adviser)
            .update();
      }
      return id.toString();
    });
  }

  /// A matter of whoever came last, which they also have as a navigator, new for each knock, with
  /// an option and a referral to the organization that are called as it is.
  private String aReferral(UUID organization) {
    UUID id = UUID.randomUUID();
    return house.step(() -> {
      vault.key(last);
      for (String sql :
          List.of(
              """
              insert into referrals.help_case
                (id, person, team, source, state, level, navigator, needs, words, reach, contact,
                 hours, asked_at)
              values (:id, :person, :organization, 'self', 'contacted', 'info', :person, '', '',
                      'here', '', '{}', now())
              """,
              """
              insert into referrals.option
                (id, help_case, person, kind, record, slug, title, organization, note, choice,
                 offered_at)
              values (:id, :id, :person, 'service', :id, 'ovi', '{"fi": "Ovi"}', :organization, '',
                      'wanted', now())
              """,
              """
              insert into referrals.accompaniment
                (id, help_case, person, kind, starts_at, place, state)
              values (:id, :id, :person, 'bus', now(), '', 'planned')
              """,
              """
              insert into referrals.referral
                (id, help_case, option, organization, person, consent, state, requested_at)
              values (:id, :id, :id, :organization, :person, :id, 'requested', now())
              """)) {
        jdbc.sql(sql)
            .param("id", id)
            .param("organization", organization)
            .param("person", last)
            .update();
      }
      return id.toString();
    });
  }

  /// A network around whoever came last, who is also its member, new for each knock.
  private String aNetwork(UUID organization) {
    UUID id = UUID.randomUUID();
    return house.step(() -> {
      vault.key(last);
      for (String sql :
          List.of(
              """
              insert into networks.network
                (id, person, area, worker, name, contact, assembled_at, until, meets_at,
                 meets_where)
              values (:id, :person, 'M106', :id, '', '', now(), now() + interval '9 years',
                      now() + interval '1 year', '')
              """,
              """
              insert into networks.member
                (id, network, function, organization, person, consent, state, invited_at)
              values (:id, :id, 'parish', :organization, :person, :id, 'joined', now())
              """)) {
        jdbc.sql(sql)
            .param("id", id)
            .param("organization", organization)
            .param("person", last)
            .update();
      }
      return id.toString();
    });
  }

  /// A fund of the organization with one application that is called as it is, new for each knock.
  private String aFund(UUID organization) {
    UUID id = UUID.randomUUID();
    return house.step(() -> {
      for (String sql :
          List.of(
              """
              insert into funds.fund
                (id, organization, name, donor, budget_cents, youngest, oldest, areas, most_cents,
                 made_at)
              values (:id, :organization, '{"fi": "Ovi"}', '', 10000, 7, 17, '{}', 5000, now())
              """,
              "insert into funds.round values (:id, :id, '2026-11-01', '2026-12-31')",
              """
              insert into funds.application
                (id, fund, round, person, state, words, serial, cents, starts, ends, made_at,
                 sent_at)
              values (:id, :id, :id, :id, 'submitted', '', '', 5000, '2026-12-01', '2026-12-31',
                      now(), now())
              """)) {
        jdbc.sql(sql).param("id", id).param("organization", organization).update();
      }
      return id.toString();
    });
  }

  /// A group that everybody may see and nobody belongs to.
  private String aGroup(String meetup) {
    UUID id = UUID.randomUUID();
    return house.step(() -> {
      jdbc.sql(
              """
              insert into meetups.family_group
                (id, lang, name_fi, ages, words, place, areas, begun_from, state, version, asked_at,
                 busy_until)
              values (:id, 'fi', 'Ovi', 'all', 'Ovella', :id, '{M106}', :from, 'active', 1, now(),
                      now() + interval '1 year')
              """)
          .param("id", id)
          .param("from", UUID.fromString(meetup))
          .update();
      return id.toString();
    });
  }

  private String anArticle() {
    UUID id = UUID.randomUUID();
    articles.put(
        new Article(
            id,
            UUID.randomUUID(),
            Set.of(ours),
            Set.of(AreaCode.municipality("106")),
            "",
            Text.fi("Missä ovi on?"),
            Text.fi("Pihan puolella."),
            List.of(),
            Article.State.PUBLISHED,
            LocalDate.of(2026, 11, 20),
            GivenClock.NOW));
    return articles.find(id).orElseThrow().slug();
  }

  /// A meet-up that anybody may see and nobody here hosts.
  private String aMeetup() {
    return house
        .step(() ->
            jdbc.sql(
                    """
                    insert into meetups.meetup
                      (id, host_name, lang, place, areas, state, version, what, title, words,
                       starts_at, minutes, ages, asked_at, ends_at)
                    values (gen_random_uuid(), 'Ovi', 'fi', gen_random_uuid(), '{M106}',
                            'published', 1, 'coffee', '', '', '2026-11-25T10:00', 60, 'all',
                            now(), '2027-11-25T11:00Z')
                    returning id
                    """)
                .query(UUID.class)
                .single())
        .toString();
  }

  /// A series with one visit that is called as it is, new for each knock; the organization is its
  /// host, or a guest.
  private String aSeries(UUID organization, boolean guest) {
    UUID id = UUID.randomUUID();
    UUID host = guest ? UUID.randomUUID() : organization;
    UUID[] partners = {guest ? organization : UUID.randomUUID()};
    return house.step(() -> {
      for (String sql :
          List.of(
              """
              insert into visits.series
                (id, organization, location, theme, goal, partners, planned_at)
              values (:id, :host, :id, '{"fi": "Ovi"}', '{}', :partners, now())
              """,
              """
              insert into visits.visit
                (id, series, organization, location, partners, starts_at, ends_at, topic, contact,
                 contributions, state)
              values (:id, :id, :host, :id, :partners, now() + interval '9 years',
                      now() + interval '10 years', '{"fi": "Ovi"}', '', '[]', 'planned')
              """)) {
        jdbc.sql(sql).param("id", id).param("host", host).param("partners", partners).update();
      }
      jdbc.sql(
              """
              insert into visits.answer (visit, partner, organization, answer)
              values (:id, :partner, :host, 'waiting')
              """)
          .param("id", id)
          .param("partner", partners[0])
          .param("host", host)
          .update();
      return id.toString();
    });
  }

  /// A rota of the organization without turns, new for each knock.
  private String aRota(UUID organization) {
    UUID id = UUID.randomUUID();
    return house.step(() -> {
      jdbc.sql(
              """
              insert into visits.rota
                (id, organization, location, starts, minutes, rrule, until, planned_at)
              values (:id, :organization, :id, '2026-12-05T10:00', 180,
                      'FREQ=MONTHLY;BYDAY=1SA', '2027-06-30', now())
              """)
          .param("id", id)
          .param("organization", organization)
          .update();
      return id.toString();
    });
  }

  /// What the link of a presenter's letter ends in.
  private String aTurnLink(UUID organization) {
    UUID rota = UUID.fromString(aRota(organization));
    UUID token = UUID.randomUUID();
    return house.step(() -> {
      for (String sql :
          List.of(
              """
              insert into visits.presenter (id, rota, organization, name, place)
              values (:rota, :rota, :organization, 'Ovi', 0)
              """,
              """
              insert into visits.turn_link (digest, presenter, until)
              values (:digest, :rota, now() + interval '9 years')
              """)) {
        jdbc.sql(sql)
            .param("rota", rota)
            .param("organization", organization)
            .param("digest", Sha256.of(token.toString()))
            .update();
      }
      return token.toString();
    });
  }

  /// Two records that may be one, new for each knock, for some doors decide about them.
  private String aPair() {
    return house
        .step(() ->
            jdbc.sql(
                    """
                    insert into merging.pair
                      (id, kind, one, other, score, reasons, areas, state, found_at)
                    values (gen_random_uuid(), 'service', gen_random_uuid(),
                            'ffffffff-ffff-4fff-8fff-ffffffffffff', 0.9, '[]', '{M106}', 'open',
                            now())
                    returning id
                    """)
                .query(UUID.class)
                .single())
        .toString();
  }

  /// The name of a picture that anybody may see.
  private String aLogo(UUID organization) {
    String id = UUID.randomUUID().toString().replace("-", "");
    return house.step(() -> {
      for (String sql :
          List.of(
              """
              insert into pictures.picture
                (id, kind, subject, organization, alt, version, changed_at, changed_by)
              values (:id, 'organization', :organization, :organization, '{"fi": "Ovi"}', 1, now(),
                      :organization)
              on conflict (subject) do update set id = excluded.id
              """,
              """
              insert into pictures.rendition (picture, width, height, organization, bytes)
              values (:id, 64, 64, :organization, 'x')
              """)) {
        jdbc.sql(sql).param("id", id).param("organization", organization).update();
      }
      return id + "-64.png";
    });
  }

  private String aRun() {
    jdbc.sql(
            "insert into exchange.source (name, format, location, registered_at) values ('doors', 'CSV', 'doors', now()) on conflict do nothing")
        .update();
    return jdbc.sql(
            "insert into exchange.import_run (source, location, state, started_at) values ('doors', 'doors', 'DONE', now()) returning id::text")
        .query(String.class)
        .single();
  }

  /// A new person who holds this role and no other.
  private PersonId someone(Role role) {
    return Viewer.house(() -> {
      Person person =
          people.add(
              new Person(new PersonId(UUID.randomUUID()), role.name(), null, Lang.FI, false));
      last = person.id().value();
      if (role == Role.ADVISER) {
        adviser = person.id().value();
      }
      switch (role) {
        case VISITOR, PARENT -> {}
        case ADVISER, NAVIGATOR, PROFESSIONAL, HOBBY_HANDLER, ORG_EDITOR, ORG_OWNER ->
            people.give(person.id(), role, ours, null, null);
        case LUURI_WORKER, REGION_ADMIN, AUDITOR ->
            people.give(person.id(), role, null, AreaCode.municipality("106"), null);
      }
      return person.id();
    });
  }

  private Stream<Door> doors() {
    return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
        .filter(it -> isOurs(it.getValue()))
        .flatMap(it -> doors(it.getKey(), it.getValue()));
  }

  private static Stream<Door> doors(RequestMappingInfo mapping, HandlerMethod handler) {
    Needs needs = handler.getMethodAnnotation(Needs.class);
    Set<String> patterns = mapping.getPatternValues();
    // Errors are no door, and /demo/mail is shut outside the demo whatever the table says.
    if (needs == null || patterns.contains("/error") || patterns.contains("/demo/mail")) {
      return Stream.empty();
    }
    var methods = mapping.getMethodsCondition().getMethods();
    HttpMethod method =
        methods.isEmpty() ? HttpMethod.GET : methods.iterator().next().asHttpMethod();
    return patterns.stream().map(pattern -> new Door(method, pattern, needs));
  }

  private static boolean isOurs(HandlerMethod handler) {
    return handler.getBeanType().getName().startsWith("fi.rinnalla.");
  }
}
