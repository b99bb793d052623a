package fi.rinnalla.site.web;

import fi.rinnalla.search.Finder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Until the index has content, a search would say "nothing here", which is not true. Pages that
/// search answer 503 meanwhile, and ask the browser to come again shortly.
@Component
class NotReadyYet implements HandlerInterceptor, WebMvcConfigurer {
  private static final String SECONDS = "5";

  private final Finder finder;

  NotReadyYet(Finder finder) {
    this.finder = finder;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .addPathPatterns(
            "/fi",
            "/sv",
            "/en",
            "/fi/haku",
            "/sv/sok",
            "/en/search",
            "/fi/haku.png",
            "/sv/sok.png",
            "/en/search.png",
            "/api/search/**");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (finder.isReady()) {
      return true;
    }
    response.setHeader("Retry-After", SECONDS);
    response.setHeader("Refresh", SECONDS);
    response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    return false;
  }
}
