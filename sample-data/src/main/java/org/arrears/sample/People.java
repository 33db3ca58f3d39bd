package org.arrears.sample;

import java.time.LocalDate;

/** Makes customers who are nobody: names drawn by the character, places that do not exist, numbers never issued. */
final class People {
    private static final int OVERSEAS_PER_MILLION = 40_000;
    private static final String[] SURNAMES =
            "赵,钱,孙,李,周,吴,郑,王,冯,陈,褚,卫,蒋,沈,韩,杨,朱,秦,许,何,吕,施,张,孔,曹,严,金,魏,陶,姜,欧阳,上官".split(",", -1);
    private static final String[] GIVEN = "安,柏,辰,冬,恩,帆,歌,禾,佳,可,岚,明,宁,平,清,然,森,棠,文,夏,雅,泽,舟,竹,喆,堃,禹,沅,芷,珂".split(",", -1);
    private static final String[] PROVINCES = {"示例省", "样本省", "范例省"};
    private static final String[] REGIONS = {"华东", "华南", "西南"};
    private static final String[] CITIES = {"云舟市", "青禾市", "星浦市", "南榆市", "远桥市"};
    private static final String[] DISTRICTS = {"样本区", "示例区", "范例区", "东栎区", "西枫区"};
    private static final String[] ROADS = {"听雨样路", "望星示例大道", "白鹭样本街", "松涛样路", "月湖范例路", "银杏样本巷"};
    private static final String[] FIRST_NAMES = {"Alex", "Robin", "Sam", "Jamie", "Casey", "Morgan", "Lee", "Dana"};
    private static final String[] LAST_NAMES = {"Sampleton", "Exampleby", "Specimen", "Mockridge", "Placeholder"};
    private static final String[] ENGLISH_ROADS = {"Specimen Road", "Example Street", "Sample Avenue"};
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ID_CHECKS = "10X98765432";
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1955, 1, 1);
    private static final int BIRTH_DAYS = 18_000;

    private final long seed;

    People(long seed) {
        this.seed = seed;
    }

    /** Whether a customer outside the stories is served by the overseas book. */
    boolean overseas(int index) {
        return dice(index).chance(OVERSEAS_PER_MILLION);
    }

    Customer chinese(int index) {
        Dice dice = dice(index);
        dice.chance(OVERSEAS_PER_MILLION);
        String name = dice.pick(SURNAMES) + dice.pick(GIVEN) + (dice.below(4) == 0 ? "" : dice.pick(GIVEN));
        int place = dice.below(PROVINCES.length);
        String address = PROVINCES[place] + dice.pick(CITIES) + dice.pick(DISTRICTS) + dice.pick(ROADS)
                + dice.between(1, 399) + "号" + dice.between(1, 20) + "幢" + dice.between(1, 28) + "0"
                + dice.between(1, 4) + "室";
        String postalCode = "000" + dice.between(100, 999);
        Customer customer = new Customer(
                index,
                name,
                idNo(index),
                "1990" + digits(index, 7),
                dice.below(2) == 0 ? email(index) : "",
                address,
                postalCode,
                REGIONS[place],
                "zh");
        return withGaps(customer, dice);
    }

    Customer english(int index, LoanCurrency currency) {
        Dice dice = dice(index);
        dice.chance(OVERSEAS_PER_MILLION);
        return new Customer(
                index,
                dice.pick(FIRST_NAMES) + " " + dice.pick(LAST_NAMES),
                "X00" + digits(index, 7),
                phoneAbroad(index, currency),
                email(index),
                "Flat " + dice.between(1, 30) + (char) ('A' + dice.below(6)) + ", " + dice.between(1, 200) + " "
                        + dice.pick(ENGLISH_ROADS) + ", " + country(currency),
                "",
                "海外",
                "en");
    }

    private Dice dice(int index) {
        return new Dice(seed, Dice.Purpose.CUSTOMER, index);
    }

    private static Customer withGaps(Customer customer, Dice dice) {
        int gap = dice.below(100);
        if (gap == 0) {
            return customer.withoutPhone();
        }
        return gap == 1 ? customer.withoutAddress() : customer;
    }

    private static String email(int index) {
        return "c" + digits(index + 1, 6) + "@example.com";
    }

    /** No mobile or landline number of these countries starts with 0; 555-01xx is kept for fiction in the US. */
    private static String phoneAbroad(int index, LoanCurrency currency) {
        return switch (currency) {
            case HKD -> "+8520" + digits(index, 7);
            case USD -> "+120255501" + digits(index % 100, 2);
            case JPY -> "+8100" + digits(index, 8);
            case KWD -> "+9650" + digits(index, 7);
            case CNY -> throw new IllegalStateException("CNY customers are not abroad: " + index);
        };
    }

    private static String country(LoanCurrency currency) {
        return switch (currency) {
            case HKD -> "Sample Bay, Hong Kong";
            case USD -> "Sampleton, Nowhere, USA";
            case JPY -> "Rei-cho, Mihon-shi, Japan";
            case KWD -> "Block 0, Sample Area, Kuwait";
            case CNY -> throw new IllegalStateException("CNY customers are not abroad");
        };
    }

    /** Eighteen characters, told apart by region and birth, with region 00, sequence 000 and a wrong check. */
    static String idNo(int index) {
        long days = (index / 10_000 * 310_097L + index % 10_000 * 31L) % BIRTH_DAYS;
        LocalDate birth = FIRST_BIRTH.plusDays(days);
        String body = "00" + digits(index % 10_000, 4) + digits(birth.getYear(), 4) + digits(birth.getMonthValue(), 2)
                + digits(birth.getDayOfMonth(), 2) + "000";
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * ID_WEIGHTS[i];
        }
        return body + ID_CHECKS.charAt((sum + 1) % ID_CHECKS.length());
    }

    private static String digits(int number, int width) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, width - text.length())) + text;
    }
}
