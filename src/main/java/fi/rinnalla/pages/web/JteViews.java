package fi.rinnalla.pages.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.AbstractTemplateView;
import org.springframework.web.servlet.view.AbstractTemplateViewResolver;
import org.springframework.web.servlet.view.AbstractUrlBasedView;

/// Pages by JTE. A view's name is the template's path: `search/search` is
/// `src/main/jte/search/search.jte`.
@Configuration(proxyBeanMethods = false)
class JteViews {

  @Bean
  ViewResolver jteViewResolver(TemplateEngine templates) {
    AbstractTemplateViewResolver resolver =
        new AbstractTemplateViewResolver() {
          {
            setViewClass(JteView.class);
            setSuffix(".jte");
            setContentType("text/html;charset=UTF-8");
            setOrder(1);
          }

          @Override
          protected AbstractUrlBasedView instantiateView() {
            return new JteView(templates);
          }

          @Override
          protected Class<?> requiredViewClass() {
            return JteView.class;
          }
        };
    return resolver;
  }

  static final class JteView extends AbstractTemplateView {
    private final TemplateEngine templates;

    JteView(TemplateEngine templates) {
      this.templates = templates;
    }

    @Override
    public boolean checkResource(Locale locale) {
      String url = getUrl();
      return url != null && templates.hasTemplate(url);
    }

    @Override
    protected void renderMergedTemplateModel(
        Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String url = getUrl();
      if (url == null) {
        throw new IllegalStateException("a view without a template");
      }
      Utf8ByteOutput page = new Utf8ByteOutput();
      templates.render(url, ours(model), page);
      response.setContentType("text/html;charset=UTF-8");
      response.setContentLength(page.getContentLength());
      try (var out = response.getOutputStream()) {
        page.writeTo(out);
      }
    }

    /// Spring adds things of its own to every model, which templates have no parameters for.
    private static Map<String, Object> ours(Map<String, Object> model) {
      Map<String, Object> ours = new HashMap<>(model);
      ours.keySet().removeIf(key -> key.contains(".") || key.equals("springMacroRequestContext"));
      return ours;
    }
  }
}
