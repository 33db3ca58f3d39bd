package org.arrears.explain;

import tools.jackson.databind.node.ObjectNode;

/** Writes open rejects, holds, promises, notices and placements. */
final class JsonAccount {

    private JsonAccount() {}

    static void write(ObjectNode root, AccountContext account, JsonFigures figures) {
        ExplainJson.each(root, "rejects", account.rejects(), JsonAccount::reject);
        ExplainJson.each(root, "holds", account.holds(), JsonAccount::hold);
        ExplainJson.each(root, "promises", account.promises(), (to, promise) -> promise(to, promise, figures));
        ExplainJson.each(root, "notices", account.notices(), JsonAccount::notice);
        ExplainJson.each(root, "placements", account.placements(), JsonAccount::placement);
    }

    private static void reject(ObjectNode to, AccountContext.OpenReject reject) {
        to.put("kind", reject.kind());
        to.put("key", reject.key());
        to.put("code", reject.code());
        to.put("file", reject.file());
        to.put("line", reject.line());
        to.put("since", reject.since().toString());
    }

    private static void hold(ObjectNode to, AccountContext.Hold hold) {
        to.put("hold_no", hold.holdNo());
        to.put("scope", hold.scope());
        to.put("reason", hold.reason());
        to.put("from", hold.from().toString());
        JsonFigures.date(to, "to", hold.to());
        to.put("channels", hold.channels());
    }

    private static void promise(ObjectNode to, AccountContext.Promise promise, JsonFigures figures) {
        to.put("promise_no", promise.promiseNo());
        to.put("made_on", promise.madeOn().toString());
        to.put("due_on", promise.dueOn().toString());
        to.put("amount", figures.amount(promise.amountMinor()));
        to.put("state", promise.state().code());
    }

    private static void notice(ObjectNode to, AccountContext.Notice notice) {
        to.put("notice_no", notice.noticeNo());
        to.put("channel", notice.channel());
        to.put("stage", notice.stage());
        to.put("sent_on", notice.sentOn().toString());
    }

    private static void placement(ObjectNode to, AccountContext.Placement placement) {
        to.put("agency", placement.agency());
        to.put("placed_on", placement.placedOn().toString());
        JsonFigures.date(to, "recalled_on", placement.recalledOn());
        JsonFigures.text(to, "recall_reason", placement.recallReason());
    }
}
