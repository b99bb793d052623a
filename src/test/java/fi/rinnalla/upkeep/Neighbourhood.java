package fi.rinnalla.upkeep;

import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listings;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Role;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import java.util.concurrent.Callable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/// People who keep listings or look after areas, and what they are answered.
public final class Neighbourhood {
  private final People people;
  private final MockMvc pages;

  public Neighbourhood(People people, WebApplicationContext context) {
    this.people = people;
    this.pages = MockMvcBuilders.webAppContextSetup(context).build();
  }

  public Caller editorOf(Organization organization, String email) {
    return Viewer.house(() -> {
      var person = people.of(email, Lang.FI);
      people.give(person.id(), Role.ORG_EDITOR, organization.id().value(), null, null);
      return people.caller(person.id(), Level.WEAK).orElseThrow();
    });
  }

  public Caller moderatorOf(String municipality, String email, Level level) {
    return Viewer.house(() -> {
      var person = people.of(email, Lang.FI);
      people.rename(person.id(), email.replaceAll("@.*", ""), Lang.FI);
      people.give(person.id(), Role.REGION_ADMIN, null, AreaCode.municipality(municipality), null);
      return people.caller(person.id(), level).orElseThrow();
    });
  }

  /// An association of a municipality, in the directory.
  public static Organization anAssociation(Directory directory, String name, String municipality) {
    Organization it = Listings.anAssociation(name);
    Organization there =
        new Organization(
            it.id(),
            it.organizationKind(),
            it.name(),
            it.alternateName(),
            it.description(),
            it.email(),
            it.website(),
            it.parent(),
            AreaCode.municipality(municipality),
            it.identifiers(),
            it.phones(),
            it.contacts(),
            it.verification());
    directory.publish("t", there);
    return there;
  }

  public static <T> T as(Caller caller, Callable<T> work) throws Exception {
    return caller.isVisitor() ? work.call() : caller.viewer().run(work);
  }

  public MockHttpServletResponse ask(Caller caller, MockHttpServletRequestBuilder request)
      throws Exception {
    return as(
        caller,
        () ->
            pages
                .perform(request.requestAttr("fi.rinnalla.identity.web.Callers", caller))
                .andReturn()
                .getResponse());
  }
}
