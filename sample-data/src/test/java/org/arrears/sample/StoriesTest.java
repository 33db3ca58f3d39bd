package org.arrears.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The story loans and the page that lists them. */
class StoriesTest {
    @Test
    void theReadmeListsEveryStoryLoanInOrder() throws IOException {
        List<String> expected = new ArrayList<>();
        List<StoryLoan> stories = Stories.of(LocalDate.of(2026, 9, 29));
        for (int index = 0; index < stories.size(); index++) {
            expected.add(
                    "| LN" + Loan.number(index) + " | " + stories.get(index).shows() + " |");
        }
        List<String> listed = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| LN2026"))
                .toList();
        assertEquals(expected, listed);
    }
}
