package fi.rinnalla.site;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// How many languages a browser may ask for. A family of three languages asks for a dozen, each
/// with its country and without; Tomcat, left to itself, refuses every page to those who ask for
/// more than ten.
@Component
class LanguagesAsked implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private static final int MOST = 200;

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addConnectorCustomizers(connector -> connector.setMaxLocaleCount(MOST));
  }
}
