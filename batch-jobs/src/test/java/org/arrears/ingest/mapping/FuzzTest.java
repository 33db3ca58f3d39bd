package org.arrears.ingest.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.arrears.ingest.check.CheckCase;
import org.arrears.ingest.check.CheckedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Good files, mutated: every row is accepted or rejected with a reason, or the file refused; nothing escapes. */
class FuzzTest {

    private static final int ROUNDS = Integer.getInteger("rounds", 1_000);

    private static final Map<String, String> GOOD = Map.of(
            "customers.csv",
            "customer_no,name,id_no,phone\nC1,张三,,199\nC2,\"Li, \"\"Si\"\"\",1,\n",
            "loans.csv",
            CheckCase.LOANS_HEADER + CheckCase.LOAN + CheckCase.LOAN.replace("L1", "L2"),
            "installments.csv",
            CheckCase.INSTALLMENTS_HEADER + "L1,1,2026-02-01,10.00,1.00,0\nL1,2,2026-03-01,10.00,0.50,\n",
            "transactions.csv",
            """
            txn_no,loan_no,type,value_on,amount,component,reverses
            T1,L1,payment,2026-02-01,5,,
            T2,L1,waiver,2026-02-01,1,fee,
            T3,L1,reversal,2026-02-02,5,,T1
            """,
            "holds.csv",
            "hold_no,scope,ref_no,reason,starts_on,ends_on,channels\nH1,loan,L1,dispute,2026-01-01,,sms;letter\n",
            "promises.csv",
            "promise_no,loan_no,made_on,due_on,amount\nP1,L1,2026-01-01,2026-01-05,10.00\n",
            "calendar.csv",
            "date,kind,name\n2026-10-01,holiday,国庆节\n");
    private static final String[] ODD = {
        "\"",
        "\"\"",
        ",",
        "\n",
        "\r",
        "\r\n",
        "\u0000",
        "\uFEFF",
        "-",
        "1e9",
        "99999999999999999999",
        "NaN",
        "２",
        "2026-02-30",
        " ",
        "\t",
        "\\N",
        "'",
        ";",
        "=1+1",
        "\ud83d\ude00",
        "0",
        ".",
        "%",
        "x".repeat(600)
    };

    @TempDir
    private Path folder;

    @Test
    void everyRowIsAccountedFor() throws IOException {
        long seed = Long.getLong("seed", 20261122L);
        System.out.println("FuzzTest: -Dseed=" + seed);
        Random random = new Random(seed);
        List<String> names = GOOD.keySet().stream().sorted().toList();
        int refused = 0;
        int rejected = 0;
        for (int round = 0; round < ROUNDS; round++) {
            CheckCase files = new CheckCase(folder);
            String victim = names.get(round % names.size());
            files.file("customers.csv", good("customers.csv")).file("loans.csv", good("loans.csv"));
            byte[] bytes = mutated(good(victim).getBytes(StandardCharsets.UTF_8), random);
            files.file(victim, bytes);
            CheckedFile checked = files.checked(victim);
            String where = "round " + round + " of seed " + seed + ": " + new String(bytes, StandardCharsets.UTF_8);
            assertEquals(checked.rows(), checked.accepted() + checked.rejected(), where);
            assertEquals(Math.min(checked.rejected(), 20), checked.rejects().size(), where);
            assertTrue(
                    checked.rejects().stream()
                            .allMatch(row -> row.line() > 1 && !row.message().isBlank()),
                    where);
            refused += checked.refusal().isPresent() ? 1 : 0;
            rejected += checked.rejected() > 0 ? 1 : 0;
        }
        System.out.println("FuzzTest: " + ROUNDS + " files, " + refused + " refused, " + rejected + " with rejects");
        assertTrue(refused > ROUNDS / 20 && rejected > ROUNDS / 20, "mutations that do something");
    }

    private static String good(String name) {
        return Objects.requireNonNull(GOOD.get(name));
    }

    private static byte[] mutated(byte[] good, Random random) {
        List<Byte> bytes = new ArrayList<>();
        for (byte one : good) {
            bytes.add(one);
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.size());
            switch (random.nextInt(5)) {
                case 0 -> bytes.set(at, (byte) random.nextInt(256));
                case 1 -> bytes.remove(at);
                case 2 -> insert(bytes, at, ODD[random.nextInt(ODD.length)].getBytes(StandardCharsets.UTF_8));
                case 3 -> repeat(bytes, at, random.nextInt(30));
                default ->
                    bytes.subList(at, Math.min(bytes.size(), at + random.nextInt(30)))
                            .clear();
            }
            if (bytes.isEmpty()) {
                bytes.add((byte) ',');
            }
        }
        byte[] result = new byte[bytes.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = bytes.get(i);
        }
        return result;
    }

    private static void repeat(List<Byte> bytes, int at, int length) {
        List<Byte> piece = new ArrayList<>(bytes.subList(at, Math.min(bytes.size(), at + length)));
        bytes.addAll(at, piece);
    }

    private static void insert(List<Byte> bytes, int at, byte[] piece) {
        for (int i = 0; i < piece.length; i++) {
            bytes.add(at + i, piece[i]);
        }
    }
}
