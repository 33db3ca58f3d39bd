package org.arrears.core.contact;

import java.util.List;
import java.util.Optional;
import org.arrears.core.policy.NoticePolicy.Channel;

/** All that the ladder must know of a channel: which it is, and whom it cannot reach. */
public interface Reach {

    Channel channel();

    /** Returns why a notice about some loans cannot be written for or brought to a debtor; empty if it can. */
    Optional<String> obstacle(Recipient recipient, List<Account> accounts);
}
