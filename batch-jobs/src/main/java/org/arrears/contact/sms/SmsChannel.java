package org.arrears.contact.sms;

import java.util.List;
import org.arrears.contact.channel.Channel;
import org.arrears.contact.channel.Rehearsal;
import org.arrears.contact.render.TemplateKind;
import org.arrears.contact.render.Templates;
import org.arrears.core.contact.Reach;
import org.arrears.core.policy.NoticePolicy;
import org.arrears.core.policy.Policy;
import org.arrears.run.StepName;

/** SMS, handed to a gateway as files. */
public final class SmsChannel implements Channel {

    @Override
    public NoticePolicy.Channel word() {
        return NoticePolicy.Channel.SMS;
    }

    @Override
    public char numberLetter() {
        return 'S';
    }

    @Override
    public String plural() {
        return "SMS";
    }

    @Override
    public TemplateKind templates() {
        return new SmsTemplates();
    }

    @Override
    public Reach reach(Policy policy, Templates templates) {
        return new SmsReach();
    }

    @Override
    public Class<?> steps() {
        return SmsSteps.class;
    }

    @Override
    public List<StepName> stepNames() {
        return List.of(SmsStep.values());
    }

    @Override
    public Rehearsal rehearsal(Templates templates) {
        return new SmsRehearsal(templates);
    }
}
