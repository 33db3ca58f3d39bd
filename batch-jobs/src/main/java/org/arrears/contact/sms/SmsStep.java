package org.arrears.contact.sms;

import org.arrears.run.StepName;

/** The step that writes messages. */
enum SmsStep implements StepName {
    WRITE_SMS;

    @Override
    public boolean writesFolder() {
        return true;
    }
}
