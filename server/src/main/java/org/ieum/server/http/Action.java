package org.ieum.server.http;

import java.util.concurrent.CompletableFuture;

/** What an endpoint does with a request. */
@FunctionalInterface
interface Action {
  /**
   * Begins with it, on a thread of the server, and does not wait for a writer.
   *
   * @throws RuntimeException as the future may: {@link Refused}, Refusal, JournalUnavailable
   */
  CompletableFuture<Answer> answer(Call call);
}
