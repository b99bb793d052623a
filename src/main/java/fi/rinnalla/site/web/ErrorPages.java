package fi.rinnalla.site.web;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Pages;
import fi.rinnalla.pages.ProblemDetails;
import fi.rinnalla.vocabulary.Lang;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/// What a person sees when something went wrong: in their language, with a way on. Programs get the
/// same as RFC 9457 has it. Neither is told what broke inside.
@Controller
class ErrorPages implements ErrorController {
  private final Pages pages;

  ErrorPages(Pages pages) {
    this.pages = pages;
  }

  @Needs(action = Action.READ, record = RecordType.PAGE)
  @RequestMapping("/error")
  Object show(HttpServletRequest request, HttpServletResponse response, Model model) {
    HttpStatus status = status(request);
    // Also when somebody asks for this address itself.
    response.setStatus(status.value());
    response.setHeader("Cache-Control", "no-store");
    String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    String accepted = request.getHeader("Accept-Language");
    boolean program = path.startsWith("/api/");
    Page page =
        program
            ? pages.outside(path, Lang.asked(accepted == null ? "" : accepted), () -> "")
            : pages.at(path, null);
    String name =
        switch (status) {
          case GONE -> "gone";
          case NOT_FOUND -> "404";
          case SERVICE_UNAVAILABLE -> "503";
          case FORBIDDEN -> "403";
          case TOO_MANY_REQUESTS -> "429";
          default -> status.is4xxClientError() ? "400" : "500";
        };
    if (program) {
      String code = "error.api." + name;
      String detail = page.say(page.has(code) ? code : "error." + name + ".title");
      return ResponseEntity.status(status)
          .contentType(MediaType.parseMediaType(ProblemDetails.MEDIA_TYPE))
          .header("Content-Language", page.lang().code())
          // A page anywhere may ask, so it may also hear why not.
          .header("Access-Control-Allow-Origin", "*")
          .body(new ProblemDetails(status.value(), status.getReasonPhrase(), detail).body());
    }
    model.addAttribute("page", page);
    model.addAttribute("name", name);
    return "site/error";
  }

  private static HttpStatus status(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    return status == null ? HttpStatus.NOT_FOUND : status;
  }
}
