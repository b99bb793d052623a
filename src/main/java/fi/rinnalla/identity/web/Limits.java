package fi.rinnalla.identity.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fi.rinnalla.identity.CallerToday;
import fi.rinnalla.identity.Limited;
import fi.rinnalla.vault.DaySecrets;
import fi.rinnalla.vocabulary.Zone;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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

/// Keeps count of who uses a [Limited] handler how often, without keeping who it is: the address is
/// turned into a keyed digest whose key is of this day alone: a file that the nodes share,
/// destroyed once the day is over. IPv6 counts by its /64, for a home has that many addresses.
@Component
class Limits implements HandlerInterceptor, HandlerMethodArgumentResolver, WebMvcConfigurer {
  private static final int MOST_CALLERS = 100_000;
  private static final int DIGEST_KEPT = 12;
  private static final int TOO_MANY_REQUESTS = 429;

  private final Clock clock;
  private final Proxies proxies;
  private final DaySecrets secrets;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_CALLERS)
          .expireAfterAccess(Duration.ofHours(1))
          .build();

  private record Salt(LocalDate day, byte[] key) {}

  private volatile Salt salt = new Salt(LocalDate.MIN, new byte[0]);

  Limits(Clock clock, Proxies proxies, DaySecrets secrets) {
    this.clock = clock;
    this.proxies = proxies;
    this.secrets = secrets;
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
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == CallerToday.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder) {
    return new CallerToday(caller((HttpServletRequest) request.getNativeRequest()));
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    Limited limited =
        handler instanceof HandlerMethod method ? method.getMethodAnnotation(Limited.class) : null;
    if (limited == null) {
      return true;
    }
    // By handler and not by path, which may be written in many ways.
    String key = ((HandlerMethod) handler).getShortLogMessage() + "|" + caller(request);
    Bucket bucket =
        buckets.get(
            key,
            _ ->
                Bucket.builder()
                    .addLimit(limit ->
                        limit
                            .capacity(limited.perHour())
                            .refillGreedy(limited.perHour(), Duration.ofHours(1)))
                    .build());
    if (bucket.tryConsume(1)) {
      return true;
    }
    response.setHeader("Retry-After", "600");
    response.sendError(TOO_MANY_REQUESTS);
    return false;
  }

  private String caller(HttpServletRequest request) {
    try {
      byte[] address = proxies.caller(request).getAddress();
      byte[] network = address.length > 4 ? Arrays.copyOf(address, 8) : address;
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(today().key(), "HmacSHA256"));
      return HexFormat.of().formatHex(Arrays.copyOf(mac.doFinal(network), DIGEST_KEPT));
    } catch (GeneralSecurityException unexpected) {
      throw new IllegalStateException("every Java has HmacSHA256", unexpected);
    }
  }

  private Salt today() {
    LocalDate day = LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
    Salt known = salt;
    if (!known.day().equals(day)) {
      synchronized (this) {
        known = salt;
        if (!known.day().equals(day)) {
          known = new Salt(day, secrets.of(day));
          salt = known;
          buckets.invalidateAll();
        }
      }
    }
    return known;
  }
}
