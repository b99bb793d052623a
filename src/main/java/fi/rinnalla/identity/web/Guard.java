package fi.rinnalla.identity.web;

import fi.rinnalla.identity.Caller;
import fi.rinnalla.identity.Gate;
import fi.rinnalla.identity.Level;
import fi.rinnalla.identity.Needs;
import fi.rinnalla.pages.Pages;
import fi.rinnalla.pages.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Stands before every handler. One that doesn't say what it needs is shut; one that the caller may
/// not use answers as if it weren't there. Only where signing in would open a page does the visitor
/// hear of it.
@Component
class Guard implements HandlerInterceptor, HandlerMethodArgumentResolver, WebMvcConfigurer {
  private final Gate gate;

  Guard(Gate gate) {
    this.gate = gate;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!(handler instanceof HandlerMethod method)) {
      // The web parts and other files that ship with the release.
      return true;
    }
    if (Route.isPersonal(request.getRequestURI())) {
      response.setHeader("Cache-Control", "no-store");
    }
    Caller caller = Callers.of(request);
    Needs needs = method.getMethodAnnotation(Needs.class);
    if (needs != null && gate.mayUse(caller, needs)) {
      return true;
    }
    boolean signingInHelps =
        needs != null
            && request.getMethod().equals("GET")
            && Route.isPersonal(request.getRequestURI())
            && (caller.isVisitor() || gate.mayUseAt(Level.STRONG, caller, needs));
    if (signingInHelps) {
      response.sendRedirect(signIn(request));
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
    return false;
  }

  static String signIn(HttpServletRequest request) {
    String path = request.getRequestURI();
    String query = request.getQueryString();
    return Route.SIGN_IN.path(Pages.langOf(path))
        + "?back="
        + URLEncoder.encode(query == null ? path : path + "?" + query, StandardCharsets.UTF_8);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder) {
    return Callers.of((HttpServletRequest) request.getNativeRequest());
  }
}
