package org.arrears.contact.sms;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.arrears.core.contact.Account;
import org.arrears.core.contact.Reach;
import org.arrears.core.contact.Recipient;
import org.arrears.core.policy.NoticePolicy.Channel;

/** A message reaches whoever has a phone number. */
final class SmsReach implements Reach {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{5,18}[0-9]");

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Optional<String> obstacle(Recipient recipient, List<Account> accounts) {
        return PHONE.matcher(recipient.phone()).matches() ? Optional.empty() : Optional.of("no-valid-phone");
    }
}
