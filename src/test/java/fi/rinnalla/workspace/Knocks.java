package fi.rinnalla.workspace;

import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.NoSuchRecord;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.Lang;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/// People who knock on the workspace's doors, as their requests would: with the roles held by now.
final class Knocks {
  private final People people;
  private final MockMvc pages;

  /// From a home of their own, for each connection may do only so much in an hour.
  private final String home =
      "10." + new java.util.Random().nextInt(65536) / 256 + "." + System.nanoTime() % 250 + ".1";

  Knocks(People people, WebApplicationContext context) {
    this.people = people;
    this.pages = MockMvcBuilders.webAppContextSetup(context).build();
  }

  PersonId person(String email) {
    return Viewer.house(() -> people.of(email, Lang.FI).id());
  }

  Caller caller(PersonId person, Level level) {
    return Viewer.house(() -> people.caller(person, level).orElseThrow());
  }

  MockHttpServletResponse ask(PersonId person, MockHttpServletRequestBuilder request)
      throws Exception {
    return ask(person, Level.WEAK, request);
  }

  /// The page, or 404 where the gate says that there is nothing.
  MockHttpServletResponse ask(PersonId person, Level level, MockHttpServletRequestBuilder request)
      throws Exception {
    Caller caller = caller(person, level);
    return as(
        caller,
        () ->
            pages
                .perform(
                    request
                        .remoteAddress(home)
                        .requestAttr("fi.rinnalla.identity.web.Callers", caller))
                .andReturn()
                .getResponse());
  }

  MockHttpServletResponse upload(PersonId person, MockMultipartHttpServletRequestBuilder request)
      throws Exception {
    Caller caller = caller(person, Level.WEAK);
    return as(
        caller,
        () ->
            pages
                .perform(request.requestAttr("fi.rinnalla.identity.web.Callers", caller))
                .andReturn()
                .getResponse());
  }

  MockHttpServletResponse visit(MockHttpServletRequestBuilder request) throws Exception {
    return pages
        .perform(
            request
                .remoteAddress(home)
                .requestAttr("fi.rinnalla.identity.web.Callers", Caller.visitor()))
        .andReturn()
        .getResponse();
  }

  static <T> T as(Caller caller, Callable<T> work) throws Exception {
    return caller.viewer().run(work);
  }

  /// Both at once; a refusal of the gate counts as an answer.
  static <T> List<Object> atOnce(Callable<T> one, Callable<T> other) throws Exception {
    return atOnce(List.of(one, other));
  }

  /// All at once; a refusal of the gate counts as an answer.
  static <T> List<Object> atOnce(List<Callable<T>> works) throws Exception {
    CountDownLatch all = new CountDownLatch(works.size());
    try (var threads = Executors.newFixedThreadPool(works.size())) {
      List<Future<Object>> started =
          works.stream()
              .map(it ->
                  threads.<Object>submit(() -> {
                    all.countDown();
                    all.await();
                    try {
                      return it.call();
                    } catch (NoSuchRecord refused) {
                      return refused;
                    }
                  }))
              .toList();
      List<Object> answers = new ArrayList<>();
      for (Future<Object> one : started) {
        answers.add(one.get());
      }
      return answers;
    }
  }
}
