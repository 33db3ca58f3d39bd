package org.arrears.contact.letter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.arrears.core.contact.Account;
import org.arrears.core.contact.Recipient;
import org.arrears.core.policy.NoticePolicy.Creditor;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.Products;

/**
 * The texts of people that a template may print in a letter. Whatever else a letter says is made of figures, dates and
 * names that the policy allows few characters for.
 */
final class LetterTexts {

    private LetterTexts() {}

    /** Returns what a letter to a debtor about some loans may print of these, by what products are called. */
    static List<String> of(Recipient recipient, List<Account> accounts, Products products) {
        List<String> texts = new ArrayList<>(List.of(
                recipient.customerNo(),
                recipient.name(),
                recipient.phone(),
                recipient.address(),
                recipient.postalCode()));
        for (Account account : accounts) {
            texts.add(account.loanNo());
            texts.add(account.product());
            texts.addAll(products.nameOf(account.product()).byLanguage().values());
        }
        return texts;
    }

    /** Returns what letters may print of the lender by the policy's keys: its creditor, what products are called. */
    static Map<String, String> of(Policy policy) {
        Map<String, String> texts = new LinkedHashMap<>();
        policy.notices().ifPresent(notices -> texts.putAll(of(notices.creditor())));
        policy.products()
                .names()
                .forEach((product, name) -> name.byLanguage()
                        .forEach((language, text) -> texts.put("products." + product + ".name." + language, text)));
        return texts;
    }

    /** Returns what every letter may print of the lender, by the policy's keys. */
    static Map<String, String> of(Creditor creditor) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("notices.creditor.name", creditor.name());
        texts.put("notices.creditor.signature", creditor.signature());
        texts.put("notices.creditor.phone", creditor.phone());
        texts.put("notices.creditor.address", creditor.address());
        texts.put("notices.creditor.payment", creditor.payment());
        return texts;
    }
}
