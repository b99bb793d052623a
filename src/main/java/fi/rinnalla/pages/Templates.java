package fi.rinnalla.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Templates by JTE, compiled with the program: for pages, and for letters, which commands send
/// too.
@Configuration(proxyBeanMethods = false)
class Templates {

  @Bean
  TemplateEngine templateEngine() {
    return TemplateEngine.createPrecompiled(ContentType.Html);
  }
}
