package fi.rinnalla.identity.web;

import fi.rinnalla.identity.People;
import fi.rinnalla.identity.SessionSettings;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/// The chain before the handlers. Which handler opens to whom isn't said here but at [Guard], from
/// the one table; the chain only finds out who calls and that a form is ours.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {
  static final String SESSION_COOKIE = "rinnalla";

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /// Behind a proxy that speaks TLS a request looks plain, so the address decides.
  @Bean
  DefaultCookieSerializerCustomizer sessionCookie(SiteAddress site) {
    return cookie -> {
      if (site.isSecure()) {
        cookie.setUseSecureCookie(true);
      }
    };
  }

  @Bean
  SecurityContextRepository securityContexts() {
    return new HttpSessionSecurityContextRepository();
  }

  @Bean
  SecurityFilterChain chain(
      HttpSecurity http,
      People people,
      SessionSettings settings,
      Clock clock,
      SiteAddress site,
      SecurityContextRepository contexts)
      throws Exception {
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName("rinnalla-form");
    tokens.setCookieCustomizer(
        cookie -> cookie.sameSite("Strict").path("/").secure(site.isSecure()));
    return http.securityMatcher(SecurityConfiguration::needsChain)
        .securityContext(it -> it.securityContextRepository(contexts))
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED))
        .csrf(it ->
            it.csrfTokenRepository(tokens)
                .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                .ignoringRequestMatchers(request ->
                    Route.isOneClick(request.getRequestURI())
                        || Route.isNameless(request.getRequestURI())))
        .requestCache(it -> it.disable())
        .logout(it -> it.disable())
        .formLogin(it -> it.disable())
        .httpBasic(it -> it.disable())
        // Headers are the same for all answers, and set in one place.
        .headers(it -> it.disable())
        .addFilterAfter(new Callers(people, settings, clock), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(it -> it.anyRequest().permitAll())
        .build();
  }

  /// A visitor who reads needs no chain: no session is looked for and no token made, which is most
  /// of what a day brings.
  private static boolean needsChain(HttpServletRequest request) {
    return !READING.contains(request.getMethod())
        || Route.isPersonal(request.getRequestURI())
        || hasSession(request.getCookies());
  }

  private static boolean hasSession(Cookie[] cookies) {
    return cookies != null
        && Arrays.stream(cookies).anyMatch(cookie -> cookie.getName().equals(SESSION_COOKIE));
  }
}
