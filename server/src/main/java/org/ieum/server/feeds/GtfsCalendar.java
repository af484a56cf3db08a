package org.ieum.server.feeds;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** On which days the services of a feed run: weeks from calendar.txt, then single days. */
final class GtfsCalendar {
  static final List<String> WEEKS_COLUMNS =
      List.of(
          "service_id",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "start_date",
          "end_date");
  static final List<String> DAYS_COLUMNS = List.of("service_id", "date", "exception_type");

  private static final int MOST_DAYS = 20 * 366;

  private final Map<String, Set<LocalDate>> days = new TreeMap<>();

  /** A row of calendar.txt. */
  void week(GtfsRow row) {
    Optional<String> id = row.findText("service_id");
    Optional<LocalDate> from = row.findDate("start_date");
    Optional<LocalDate> to = row.findDate("end_date");
    Set<DayOfWeek> runs = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      OptionalInt value = row.findNumber(day.name().toLowerCase(Locale.ROOT), 0, 0, 1);
      if (value.isEmpty()) {
        return;
      }
      if (value.getAsInt() == 1) {
        runs.add(day);
      }
    }
    if (id.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return;
    }
    if (days.containsKey(id.get())) {
      row.fault("service_id '" + id.get() + "' is there twice");
      return;
    }
    long span = to.get().toEpochDay() - from.get().toEpochDay();
    if (span < 0 || span > MOST_DAYS) {
      row.fault(
          "start_date must be before end_date, within 20 years, was "
              + from.get()
              + ", "
              + to.get());
      return;
    }
    Set<LocalDate> all = new TreeSet<>();
    for (LocalDate day = from.get(); !day.isAfter(to.get()); day = day.plusDays(1)) {
      if (runs.contains(day.getDayOfWeek())) {
        all.add(day);
      }
    }
    days.put(id.get(), all);
  }

  /** A row of calendar_dates.txt, after all of calendar.txt. */
  void day(GtfsRow row) {
    Optional<String> id = row.findText("service_id");
    Optional<LocalDate> date = row.findDate("date");
    OptionalInt type = row.findNumber("exception_type", 0, 1, 2);
    if (id.isEmpty() || date.isEmpty() || type.isEmpty()) {
      return;
    }
    Set<LocalDate> all = days.computeIfAbsent(id.get(), i -> new TreeSet<>());
    if (type.getAsInt() == 2) {
      all.remove(date.get());
    } else if (type.getAsInt() == 1) {
      all.add(date.get());
    } else {
      row.fault("exception_type is missing");
    }
  }

  /** All services with their days. */
  Map<String, Set<LocalDate>> days() {
    return days;
  }
}
