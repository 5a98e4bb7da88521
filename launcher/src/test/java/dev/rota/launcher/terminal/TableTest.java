package dev.rota.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAsWideAsTheirWidestCellAndNumbersStandToTheRight() {
        Table table = new Table("model", ">ms").row("a", "5").row("longer", "1234");

        assertThat(table.lines()).containsExactly("model     ms", "a          5", "longer  1234");
    }

    @Test
    void aRowWithAnotherNumberOfCellsIsRefused() {
        assertThatThrownBy(() -> new Table("model").row("a", "b")).hasMessage("a row has 2 cells, the table 1");
    }
}
