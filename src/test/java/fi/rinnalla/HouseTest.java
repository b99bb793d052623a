package fi.rinnalla;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// The whole house on a real, empty PostgreSQL, without the demo region and without a web server.
/// Its time stands at [GivenClock#NOW] until a test moves it.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = House.class,
    webEnvironment = SpringBootTest.WebEnvironment.MOCK,
    properties = {"spring.datasource.url=test", "rinnalla.data=target/test-data/${random.uuid}"})
@Import({Postgres.class, GivenClock.class})
@TestPropertySource(properties = {"rinnalla.demo=false", "rinnalla.calendar.make-times-at=-"})
public @interface HouseTest {}
