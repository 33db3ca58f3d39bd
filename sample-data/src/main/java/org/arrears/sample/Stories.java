package org.arrears.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The loans made to show something, in the order of their numbers; sample-data/README.md lists them. */
final class Stories {
    private final LocalDate asOf;
    private final List<StoryLoan> loans = new ArrayList<>();

    private Stories(LocalDate asOf) {
        this.asOf = asOf;
    }

    static List<StoryLoan> of(LocalDate asOf) {
        Stories stories = new Stories(asOf);
        stories.aroundTheDueDate();
        stories.overdue();
        stories.atTheAgency();
        stories.onHold();
        stories.lifeOfALoan();
        stories.corrections();
        stories.classes();
        stories.products();
        stories.customersAndCurrencies();
        number(stories.loans);
        return List.copyOf(stories.loans);
    }

    /** How many customers the stories have between them. */
    static int customers(List<StoryLoan> stories) {
        return (int) stories.stream().filter(story -> !story.sharesCustomer()).count();
    }

    private static void number(List<StoryLoan> stories) {
        int customer = -1;
        for (int index = 0; index < stories.size(); index++) {
            StoryLoan story = stories.get(index);
            customer += story.sharesCustomer() ? 0 : 1;
            story.numbered(index, customer);
        }
    }

    private void aroundTheDueDate() {
        story("current, every installment paid on its day", consumer(24_000), 5, -12);
        story("due tomorrow: due-soon SMS on night 1, paid on the day on night 2", consumer(18_000), 3, -1)
                .clears(1, 1);
        story("due in three days and not paid: due-soon SMS", consumer(12_000), 4, -3);
        story("due on night 1 (day 0) and not paid: overdue from night 2, first reminder then", consumer(15_000), 6, 0);
        story("1 day overdue, paid with penalty on night 2", consumer(30_000), 2, 1)
                .clears(1, 1);
        story("3 days overdue: reminder", consumer(9_000), 7, 3);
        story("disbursed this month, nothing due yet", consumer(10_000), 0, -24);
        story("paid for the next three installments: held credit", consumer(6_000), 4, -9)
                .pays(0, -6, 160_000);
        story("its first installment paid in two parts, a little too much", consumer(12_000), 0, 5)
                .paysPart(0, -6, 50)
                .paysPart(0, -5, 51);
        story("5 days overdue; a payment of the due date arrives late, on night 2", consumer(12_000), 5, 5)
                .clears(1, -5);
    }

    private void overdue() {
        story("15 days overdue on night 1: first letter", consumer(20_000), 4, 15);
        story("29 days overdue on night 1: M1, then M2 and the warning on night 3", consumer(26_000), 6, 29);
        story("45 days overdue: a part payment does not reset the days", consumer(36_000), 3, 45)
                .paysPart(0, -10, 40);
        story("60 days overdue on night 1: M2, then M3 and the demand letter on night 2", consumer(40_000), 5, 60);
        story("75 days overdue, promise due on night 3 and kept that night", consumer(16_000), 2, 75)
                .promises(0, -5, 2)
                .clears(2, 2);
        story("80 days overdue, promise broken", consumer(28_000), 4, 80).promises(0, -20, -8);
        story("85 days overdue, promise made on night 2, open", consumer(22_000), 4, 85)
                .promises(1, 1, 10);
        story("25 days overdue, promise only partly paid: broken", consumer(33_000), 4, 25)
                .promises(0, -12, -4)
                .paysPart(0, -5, 30);
    }

    private void atTheAgency() {
        story("89 days overdue on night 1: M4, 次级 and placed on night 3", consumer(48_000), 3, 89);
        story("100 days overdue, placed on night 1, paid up on night 2: recalled", consumer(24_000), 4, 100)
                .clears(1, 1);
        story("110 days overdue, placed on night 1, disputed on night 2: recalled", consumer(27_000), 4, 110)
                .held(1, "loan", "dispute", 1, "all");
        story("130 days overdue, placed on night 1, pays a part on nights 2 and 3", consumer(60_000), 2, 130)
                .paysPart(1, 1, 50)
                .paysPart(2, 2, 30);
        story("140 days overdue, placed on night 1, paid up on night 3: recalled", consumer(35_000), 3, 140)
                .clears(2, 2);
        story("160 days overdue, placed on night 1, bankrupt on night 3: recalled", consumer(52_000), 3, 160)
                .held(2, "loan", "bankruptcy", 2, "all");
        story(
                        "120 days overdue, paid up on night 2, the payment is reversed on night 3: placed again",
                        consumer(21_000),
                        4,
                        120)
                .clears(1, 1)
                .reverses(2, 2, 0);
        story("95 days overdue but less than 500.00: not placed", consumer(1_200), 5, 95)
                .paysPart(0, -60, 60);
        story(
                        "150 days overdue, placed on night 1; a late payment with an earlier date comes on night 3",
                        consumer(45_000),
                        3,
                        150)
                .paysPart(2, -4, 60);
    }

    private void onHold() {
        story("175 days overdue, held from the agency only: letters and SMS go on", consumer(31_000), 3, 175)
                .held(0, "loan", "settlement", -30, "agency");
        story(
                        "200 days overdue, placed on night 1, customer reported deceased on night 2: recalled",
                        consumer(44_000),
                        2,
                        200)
                .held(1, "customer", "deceased", 1, "all");
        story("115 days overdue, hardship hold ends on night 2: placed after it", consumer(38_000), 3, 115)
                .held(0, "loan", "hardship", -40, "all")
                .holdEnds(1, 1);
        story("105 days overdue, do-not-contact for SMS only: letters and placement go on", consumer(29_000), 3, 105)
                .held(0, "loan", "do-not-contact", -90, "sms");
        story("40 days overdue, fraud reported: nothing is sent", consumer(42_000), 2, 40)
                .held(0, "customer", "fraud", -35, "all");
        story("20 days overdue, complaint hold that ended before night 1", consumer(17_000), 2, 20)
                .held(0, "loan", "complaint", -15, "sms;letter")
                .holdEnds(0, -5);
        story("190 days overdue, in litigation: not placed", consumer(70_000), 2, 190)
                .held(0, "loan", "litigation", -100, "letter;agency");
    }

    private void lifeOfALoan() {
        story("70 days overdue, accelerated 20 days before night 1: all principal is due", consumer(50_000), 3, 70)
                .accelerated(-20);
        story("written off", consumer(32_000), 1, 500).writtenOff();
        story("settled before night 1", consumer(14_000), 12, -20).settled(0);
        story("last installment due and paid on night 2, settled that night", consumer(14_000), 11, -1)
                .clears(1, 1)
                .settled(1);
        story("70 days overdue, rescheduled by four months on night 2: current again", consumer(25_000), 4, 70)
                .rescheduled(1, 4);
    }

    private void corrections() {
        story("a payment reversed before night 1: 8 days overdue", consumer(13_000), 4, 8)
                .clears(0, -7)
                .reverses(0, -5, 0);
        story(
                        "its last payment reversed on night 2: current on night 1, 12 days overdue on night 2",
                        consumer(19_000),
                        4,
                        -19)
                .reverses(1, 1, 0);
        StoryLoan penaltyWaived = story("penalty waived when a late installment was paid", consumer(30_000), 4, 20);
        penaltyWaived.waives(0, -5, "penalty", 500).clears(0, -5);
        StoryLoan interestWaived = story("interest of one installment waived, the rest paid", consumer(30_000), 4, 6);
        interestWaived
                .waives(0, -6, "interest", interestWaived.next().interest())
                .pays(0, -6, interestWaived.next().principal());
        StoryLoan feeWaived = story("CARD: fee of one installment waived, the rest paid", card(12_000), 4, 6);
        feeWaived.waives(0, -6, "fee", 500).pays(0, -6, feeWaived.next().total() - 500);
        StoryLoan waiverReversed =
                story("an interest waiver reversed: 18 days overdue with 50.00", consumer(30_000), 4, 18);
        waiverReversed
                .waives(0, -18, "interest", 5_000)
                .pays(0, -18, waiverReversed.next().total() - 5_000)
                .reverses(0, -3, 1);
        story("anomaly: a reversal names a transaction nobody knows", consumer(11_000), 4, -10)
                .reversesAnUnknownTransaction(0, -4, 50_000);
        story("anomaly: a penalty waiver of 500.00 exceeds what is outstanding", consumer(11_000), 4, 12)
                .waives(0, -1, "penalty", 50_000);
        story("anomaly: one payment reversed twice", consumer(23_000), 4, 10)
                .clears(0, -9)
                .reverses(0, -7, 0)
                .reverses(0, -6, 1);
    }

    private void classes() {
        story("current, but 次级 by hand", consumer(20_000), 5, -15).manualClass("次级");
        story("22 days overdue, but 损失 by hand", consumer(20_000), 5, 22).manualClass("损失");
        story("50 days overdue: 正常 by hand changes nothing", consumer(20_000), 4, 50)
                .manualClass("正常");
        story("35 days overdue with a penalty rate of its own (18 %)", consumer(20_000), 4, 35)
                .penalty(1_800);
        story("269 days overdue on night 1: 次级, then 可疑 on night 3", consumer(34_000), 1, 269);
        story("280 days overdue: M7, 可疑", consumer(39_000), 1, 280);
        story("359 days overdue on night 1: 可疑, then 损失 on night 3", consumer(41_000), 2, 359);
        story("400 days overdue: M7, 损失", consumer(43_000), 1, 400);
    }

    private void products() {
        story("MORTGAGE: due on a holiday (2026-09-25), rolled to 09-28", mortgage(900_000), 14, 4);
        story("MORTGAGE: due on 2026-10-01, rolled to 10-08", mortgage(1_200_000), 20, -2);
        story("CARD: 3 days past due, inside the days of grace; reminder from night 2", card(8_000), 4, 3);
        StoryLoan tolerated = story("CARD: 8.00 short, inside the tolerance: not delinquent", card(9_000), 4, 14);
        tolerated.pays(0, -14, tolerated.next().total() - 800);
        story("CARD: 100 days past due is dpd 97: placed, and a payment goes to principal first", card(30_000), 3, 100)
                .paysPart(0, -3, 70);
        story("AUTO: 2 days overdue, free of penalty until night 2", auto(150_000), 8, 2);
        story("AUTO: 66 days overdue: demand letter", auto(120_000), 6, 66);
        story("SME: due on Sunday 2026-05-31, rolled back to Friday 05-29: 123 days past due", sme(500_000), 3, 121);
        story("SME: the last installment, with the whole principal, is 12 days overdue", sme(800_000), 11, 12);
    }

    private void customersAndCurrencies() {
        story("one customer, two loans: this one is current", consumer(10_000), 5, -8);
        story("its second loan is 38 days overdue: customer_dpd for both", card(20_000), 5, 38)
                .ofTheSameCustomer();
        story("one customer, two loans, both 91+: this one 98 days", consumer(24_000), 3, 98);
        story("its second loan, AUTO, 125 days overdue: one agency gets both", auto(90_000), 5, 125)
                .ofTheSameCustomer();
        story("HKD, English letters: 20 days overdue", abroad(LoanCurrency.HKD, 60_000), 4, 20);
        story("USD, 95 days overdue: placed", abroad(LoanCurrency.USD, 64_000), 3, 95);
        story("JPY, no decimals: 10 days overdue, part paid", abroad(LoanCurrency.JPY, 50_000), 4, 10)
                .paysPart(0, -2, 33);
        story("KWD, three decimals: 62 days overdue; pays a part on night 2", abroad(LoanCurrency.KWD, 80_000), 4, 62)
                .paysPart(1, 1, 45);
        story("16 days overdue, no phone number: no SMS", consumer(15_000), 4, 16)
                .withoutPhone();
        story("64 days overdue, no address: no letter", consumer(15_000), 4, 64).withoutAddress();
    }

    private StoryLoan story(String shows, Terms terms, int paid, int overdueDays) {
        StoryLoan story = new StoryLoan(shows, asOf, terms, paid, overdueDays);
        loans.add(story);
        return story;
    }

    private static Terms consumer(int yuan) {
        return new Terms(Product.CONSUMER, LoanCurrency.CNY, LoanCurrency.CNY.fromYuan(yuan), 1_200, 12);
    }

    private static Terms card(int yuan) {
        return new Terms(Product.CARD, LoanCurrency.CNY, LoanCurrency.CNY.fromYuan(yuan), 1_450, 12);
    }

    private static Terms auto(int yuan) {
        return new Terms(Product.AUTO, LoanCurrency.CNY, LoanCurrency.CNY.fromYuan(yuan), 560, 24);
    }

    private static Terms sme(int yuan) {
        return new Terms(Product.SME, LoanCurrency.CNY, LoanCurrency.CNY.fromYuan(yuan), 485, 12);
    }

    private static Terms mortgage(int yuan) {
        return new Terms(Product.MORTGAGE, LoanCurrency.CNY, LoanCurrency.CNY.fromYuan(yuan), 345, 60);
    }

    private static Terms abroad(LoanCurrency currency, int yuan) {
        return new Terms(Product.CONSUMER, currency, currency.fromYuan(yuan), 960, 12);
    }
}
