package org.arrears.contact.letter;

import java.util.List;
import java.util.Optional;
import org.arrears.core.contact.Account;
import org.arrears.core.contact.Reach;
import org.arrears.core.contact.Recipient;
import org.arrears.core.policy.NoticePolicy;
import org.arrears.core.policy.NoticePolicy.Channel;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.Products;

/** A letter reaches whoever has an address, if the font can print all that may stand in it. */
final class LetterReach implements Reach {

    private final PrintableText font;
    private final Products products;
    private final boolean printsCreditor;

    LetterReach(PrintableText font, Policy policy) {
        this.font = font;
        this.products = policy.products();
        NoticePolicy.Creditor creditor = policy.notices().orElseThrow().creditor();
        this.printsCreditor = LetterTexts.of(creditor).values().stream().allMatch(font::prints);
    }

    @Override
    public Channel channel() {
        return Channel.LETTER;
    }

    @Override
    public Optional<String> obstacle(Recipient recipient, List<Account> accounts) {
        boolean prints = printsCreditor
                && LetterTexts.of(recipient, accounts, products).stream().allMatch(font::prints);
        if (!prints) {
            return Optional.of("missing-glyph");
        }
        return recipient.address().isBlank() ? Optional.of("no-address") : Optional.empty();
    }
}
