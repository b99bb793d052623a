package fi.rinnalla.site.web;

import fi.rinnalla.pages.Pages;
import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Lang;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Requests so broken that Tomcat refuses them before any page is asked (`/fi/%zz`, a header of ten
/// thousand letters). A person who mistyped an address still gets our page, not the server's own.
@Configuration(proxyBeanMethods = false)
class BrokenRequests {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> brokenRequestPage(
      Pages pages, TemplateEngine templates) {
    return factory ->
        factory.addContextCustomizers(context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass("");
            host.getPipeline().addValve(new OurPage(pages, templates));
          }
        });
  }

  private static final class OurPage extends ErrorReportValve {
    private final Pages pages;
    private final TemplateEngine templates;

    OurPage(Pages pages, TemplateEngine templates) {
      this.pages = pages;
      this.templates = templates;
    }

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
      int status = response.getStatus();
      boolean alreadyAnswered =
          status < 400 || response.getContentWritten() > 0 || !response.setErrorReported();
      if (alreadyAnswered) {
        return;
      }
      Lang lang = Pages.langOf(String.valueOf(request.getDecodedRequestURI()));
      StringOutput page = new StringOutput();
      templates.render(
          "site/error.jte",
          Map.of(
              "page", pages.at(Route.HOME.path(lang), null), "name", status < 500 ? "400" : "500"),
          page);
      try {
        Headers.setAlways(response);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        var writer = response.getReporter();
        if (writer != null) {
          writer.write(page.toString());
          response.finishResponse();
        }
      } catch (IOException | IllegalStateException gone) {
        // The one who asked has hung up.
        return;
      }
    }
  }
}
