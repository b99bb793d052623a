package fi.rinnalla.pages.web;

import fi.rinnalla.pages.Page;
import fi.rinnalla.pages.Pages;
import fi.rinnalla.pages.Route;
import fi.rinnalla.vocabulary.Lang;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Gives a controller the [Page] it answers with, and sees to it that no browser keeps a sensitive
/// one.
@Configuration
class PageArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {
  private final Pages pages;

  PageArguments(Pages pages) {
    this.pages = pages;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(
        new HandlerInterceptor() {
          @Override
          public void postHandle(
              HttpServletRequest request,
              HttpServletResponse response,
              Object handler,
              @Nullable ModelAndView answer) {
            if (answer != null
                && answer.getModel().get("page") instanceof Page page
                && page.isSensitive()) {
              response.setHeader("Cache-Control", "no-store");
            }
          }
        });
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Page.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder) {
    HttpServletRequest servlet = (HttpServletRequest) request.getNativeRequest();
    String path = servlet.getRequestURI();
    Page page =
        Pages.isInTree(path)
            ? pages.at(path, servlet.getQueryString(), () -> token(servlet), doors(servlet))
            : pages.outside(path, asked(servlet), () -> token(servlet));
    if (container != null) {
      container.addAttribute("page", page);
    }
    return page;
  }

  /// By `?lang`, otherwise as the browser would have it.
  private static Lang asked(HttpServletRequest request) {
    String accepted = request.getHeader("Accept-Language");
    return Lang.find(String.valueOf(request.getParameter("lang")))
        .orElseGet(() -> Lang.asked(accepted == null ? "" : accepted));
  }

  private static List<Route> doors(HttpServletRequest request) {
    return request.getAttribute(Page.DOORS) instanceof List<?> told
        ? told.stream().filter(Route.class::isInstance).map(Route.class::cast).toList()
        : List.of();
  }

  private static String token(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? token.getToken()
        : "";
  }
}
