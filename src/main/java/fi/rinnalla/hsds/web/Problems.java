package fi.rinnalla.hsds.web;

import fi.rinnalla.pages.Messages;
import fi.rinnalla.pages.ProblemDetails;
import fi.rinnalla.vocabulary.Lang;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Says why not, in the language of the question: RFC 9457.
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {
  private static final String SECONDS = "5";

  private final Messages messages;
  private final Replies replies;

  Problems(Messages messages, Replies replies) {
    this.messages = messages;
    this.replies = replies;
  }

  @ExceptionHandler(Problem.Refused.class)
  void refused(Problem.Refused refused, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Problem problem = refused.problem();
    Lang lang =
        Optional.ofNullable(request.getParameter("lang"))
            .flatMap(Lang::find)
            .orElseGet(() -> Asking.accepted(request));
    Object[] arguments =
        Stream.concat(Stream.ofNullable(problem.parameter()), problem.arguments().stream())
            .toArray();
    String detail =
        arguments.length == 0
            ? messages.say(lang, problem.message())
            : messages.say(lang, problem.message(), arguments);
    if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
      response.setHeader("Retry-After", SECONDS);
    }
    replies.problem(
        response,
        lang,
        new ProblemDetails(
            problem.status().value(),
            problem.status().getReasonPhrase(),
            detail,
            problem.parameter(),
            problem.known()));
  }
}
