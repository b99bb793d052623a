package fi.rinnalla.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a handler does, to which kind of record. A handler that doesn't say is shut, and a test
/// fails the build for it. Where the table gives the right in some relation only, the handler also
/// asks [Gate#open] with the record at hand.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
  Action action();

  RecordType record();

  /// In which relations the door is of use; when none is said, in any that the table gives.
  Relation[] in() default {};
}
