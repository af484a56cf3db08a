package org.ieum.osmdata.csv;

import static org.ieum.osmdata.clip.Faults.assertFault;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvTableTest {
  private static CsvTable read(String text) {
    return CsvTable.read("t.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void byteOrderMarkQuotesAndBlanks() {
    CsvTable table = read("\uFEFFa, b\r\n1,\"x, \"\"y\"\"\"\r\n\r\n 2 ,\n");
    assertEquals(List.of("a", "b"), table.columns());
    assertEquals("x, \"y\"", table.value(table.rows().get(0), "b"));
    assertEquals("2", table.value(table.rows().get(1), "a"));
    assertEquals("", table.value(table.rows().get(1), "b"));
    assertEquals("", table.value(table.rows().get(1), "no such column"));
  }

  @Test
  void rowsKnowTheirLine() {
    CsvTable table = read("a,b\n1,2\n\n\"over\ntwo lines\",4\n5,6\n");
    assertEquals(List.of(2, 4, 6), table.rows().stream().map(CsvRow::line).toList());
  }

  @Test
  void faultsNameTheLine() {
    assertFault(() -> read(""), "t.csv: is empty");
    assertFault(() -> read("\n\n"), "t.csv: is empty");
    assertFault(() -> read("a,b,a\n"), "t.csv: line 1: column 'a' is there twice");
    assertFault(() -> read("a,b\n1,2\n1,2,3\n"), "t.csv: line 3: has 3 values", "2 columns");
    assertFault(() -> read("a,b\n1,2\n1,\"2\n"), "t.csv: line 3 or later", "closing quote");
  }
}
