package org.ieum.server.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ieum.server.journal.AnswerKey;
import org.ieum.server.journal.KeptAnswer;

/** The last answers to requests that are in no journal, in memory. For any thread. */
final class RecentAnswers {
  private static final int MOST = 10_000;

  private final Map<String, KeptAnswer> answers =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, KeptAnswer> eldest) {
          return size() > MOST;
        }
      };

  synchronized Optional<KeptAnswer> find(AnswerKey key) {
    return Optional.ofNullable(answers.get(name(key)));
  }

  synchronized void keep(KeptAnswer answer) {
    answers.put(name(answer.key()), answer);
  }

  private static String name(AnswerKey key) {
    return key.scope() + " " + key.key();
  }
}
