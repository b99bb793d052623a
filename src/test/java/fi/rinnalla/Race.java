package fi.rinnalla;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Several who do something at the very same moment.
public final class Race {
  private Race() {}

  /// @return what became of each, in the order they were given
  public static <T> List<T> of(List<Callable<T>> runners) throws Exception {
    CyclicBarrier start = new CyclicBarrier(runners.size());
    try (var threads = Executors.newFixedThreadPool(runners.size())) {
      return threads
          .invokeAll(
              runners.stream()
                  .map(it ->
                      (Callable<T>)
                          () -> {
                            start.await();
                            return it.call();
                          })
                  .toList())
          .stream()
          .map(Race::result)
          .toList();
    }
  }

  private static <T> T result(Future<T> of) {
    try {
      return of.get();
    } catch (ExecutionException fault) {
      throw new AssertionError("one of them stumbled", fault.getCause());
    } catch (InterruptedException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
