package org.arrears.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Customers who cannot be anybody. */
class PeopleTest {
    @Test
    void noIdentityNumberCanBeRealAndNoTwoAreTheSame() {
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < 200_000; index++) {
            String id = People.idNo(index);
            assertTrue(id.matches("00\\d{4}(19|20)\\d{6}000[0-9X]"), id);
            assertNotEquals(1, weightedSum(id) % 11, id);
            assertTrue(seen.add(id), id);
        }
    }

    @Test
    void phoneNumbersAndAddressesAreUnassignedOrReserved() {
        Customer chinese = new People(5).chinese(12);
        assertEquals("19900000012", chinese.phone());
        assertTrue(chinese.address().matches("(示例|样本|范例)省.*"), chinese.address());
        Customer english = new People(5).english(12, LoanCurrency.USD);
        assertEquals("+12025550112", english.phone());
        assertEquals("c000013@example.com", english.email());
        assertEquals("en", english.language());
    }

    /** ISO 7064 MOD 11-2: a valid number gives 1. */
    private static int weightedSum(String id) {
        int sum = 0;
        for (int i = 0; i < id.length(); i++) {
            int digit = id.charAt(i) == 'X' ? 10 : id.charAt(i) - '0';
            int weight = 1;
            for (int power = 0; power < id.length() - 1 - i; power++) {
                weight = weight * 2 % 11;
            }
            sum += digit * weight;
        }
        return sum;
    }
}
