package org.arrears.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published schemes at their boundaries. */
class ClassificationSchemesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cn-2023      | 0 正常, 1 关注, 90 关注, 91 次级, 270 次级, 271 可疑, 360 可疑, 361 损失
            cn-card-2011 | 0 正常, 1 关注, 90 关注, 91 次级, 120 次级, 121 可疑, 180 可疑, 181 损失
            rbi          | 0 standard, 1 SMA-0, 30 SMA-0, 31 SMA-1, 60 SMA-1, 61 SMA-2, 90 SMA-2, 91 NPA
            ifrs9        | 0 stage 1, 30 stage 1, 31 stage 2, 90 stage 2, 91 stage 3
            """)
    void aSchemePutsEachDpdInItsClass(String scheme, String classes) {
        Policy policy = Policies.valid("policy: p\npenalty: { multiple: 1.5 }\nbuckets: { ranges: { M0: 0+ } }\n"
                + "classification: { scheme: " + scheme + " }\n");
        for (String dpdAndName : classes.split(", ", -1)) {
            String[] parts = dpdAndName.split(" ", 2);
            assertEquals(
                    parts[1],
                    policy.classification()
                            .classes()
                            .of(Integer.parseInt(parts[0]))
                            .name());
        }
    }

    @Test
    void everySchemeNamesItsSource() {
        ClassificationSchemes.ALL.forEach(scheme -> assertFalse(scheme.source().isBlank()));
    }
}
