package fi.rinnalla.pages.web;

import fi.rinnalla.pages.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Has the title of a page say first that its form must be mended: the title is what a screen
/// reader reads when the page opens (WCAG 2.2 technique G199, and 2.4.2).
@Component
class FaultsFirst implements HandlerInterceptor, WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView view) {
    if (view != null
        && response.getStatus() == HttpStatus.UNPROCESSABLE_CONTENT.value()
        && view.getModel().get("page") instanceof Page page) {
      page.beFaulty();
    }
  }
}
