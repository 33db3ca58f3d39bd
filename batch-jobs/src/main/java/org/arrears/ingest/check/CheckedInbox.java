package org.arrears.ingest.check;

import java.util.List;
import java.util.Optional;
import org.arrears.ingest.check.CheckedFile.Refusal;
import org.arrears.ingest.inbox.Inbox;
import org.arrears.ingest.inbox.PassedOver;

/**
 * What a check found in a folder besides the files that it read.
 *
 * @param passedOver every entry that is not read and serves none that is
 * @param refusal why a load would refuse the folder before it reads anything
 */
public record CheckedInbox(List<PassedOver> passedOver, Optional<Refusal> refusal) {

    public CheckedInbox {
        passedOver = List.copyOf(passedOver);
    }

    public static CheckedInbox of(Inbox inbox) {
        return new CheckedInbox(
                inbox.passedOver(),
                inbox.nearMisses().map(refused -> new Refusal(refused.kind(), String.valueOf(refused.getMessage()))));
    }
}
