import { describe, expect, it } from "vitest";

import { isProposedFix, proposeDays, proposeFix, proposeWay } from "@/forms/verdict/propose";
import { VERDICTS } from "@/marks/verdicts";
import { means, type Press } from "@/ui/shortcuts";
import type { Judged, Material, MaterialVerdict, Review, ReviewItem, TicketView } from "@/generated/types";
import { zhCN as w } from "@/i18n/zh-CN";

import { asNeeded, countsOf, receivedOf } from "./counts";
import { defectsOf, firstLine, hasPassed, isKept, markOf, neighbour, nextToJudge, progressOf, tally } from "./lines";
import { leadOf, needsLeave } from "./standing";
import { formOf, isRecorded, verdictOf, withDays, withDefect, withKind } from "./verdictForm";

const FIX: MaterialVerdict = { verdict: "needs_fixing", defect: "身份证过期", fix: "换领后提交。" };
const MEETS: MaterialVerdict = { verdict: "meets" };

function judged(verdict: MaterialVerdict, round = 1): Judged {
  return { verdict, round, by: "a", at: 0 };
}

function item(material: string, patch: Partial<ReviewItem> = {}): ReviewItem {
  return {
    material,
    name: `材料${material}`,
    necessity: "required",
    files: [],
    paper: null,
    judged: null,
    earlier: [],
    ...patch,
  };
}

function review(items: ReviewItem[], patch: Partial<Review> = {}): Review {
  return {
    situation: null,
    matter_version: 1,
    opened_at: 0,
    received_at: null,
    last_received_at: null,
    round: 1,
    items,
    corrections: [],
    leave: null,
    submitted_at: null,
    ...patch,
  };
}

const ID_CARD: Material = {
  id: "id",
  name: "居民身份证",
  kind: "certificate",
  form: "either",
  necessity: "deferrable",
  originals: 1,
  copies: 1,
  source: "government",
  source_note: "公安机关核发。容缺后补，期限7个工作日。",
  filling_notes: null,
  acceptance: ["在有效期内。", "姓名、号码与户口簿一致。"],
  defects: ["身份证已过有效期", "复印件缺反面", "姓名与户口簿不一致"],
  situations: [],
  exempt_by: "居民身份证电子证照",
};

describe("lines of the checklist", () => {
  it("count what has a verdict and lead to what has none", () => {
    const items = [item("1", { judged: judged(MEETS) }), item("2"), item("3", { judged: judged(FIX) })];
    expect(progressOf(review(items))).toEqual({ done: 2, all: 3 });
    expect(firstLine(items)).toBe("2");
    expect(nextToJudge(items, "2"), "the line itself is still open").toBe("2");
    expect(nextToJudge([item("1"), item("2"), item("3")], "2")).toBe("3");
    expect(nextToJudge([item("1"), item("2", { judged: judged(MEETS) })], "2"), "from the top again").toBe("1");
    expect(nextToJudge([items[0] as ReviewItem], "1")).toBeNull();
  });

  it("stay at the ends when J and K go on", () => {
    const items = [item("1"), item("2")];
    expect(neighbour(items, "1", -1)).toBe("1");
    expect(neighbour(items, "1", 1)).toBe("2");
    expect(neighbour(items, "2", 1)).toBe("2");
    expect(neighbour(items, "gone", 1)).toBe("1");
  });

  it("after a resubmission only what was cleared is looked at again", () => {
    const again = item("1", { earlier: [judged(FIX)] });
    const passed = item("2", { judged: judged(MEETS) });
    const optional = item("3", { judged: judged({ verdict: "missing", fix: "补交" }), necessity: "optional" });
    expect(markOf(again)).toBe("again");
    expect(markOf(item("4"))).toBe("open");
    expect([again, passed, optional].map((line) => isKept(line, 2))).toEqual([false, true, true]);
    expect(isKept(passed, 1), "in its own round it is simply judged").toBe(false);
    expect(hasPassed(passed)).toBe(true);
    expect(hasPassed(optional), "nobody brought it, which is no pass").toBe(false);
  });

  it("an optional material nobody brought is no defect", () => {
    const missing: MaterialVerdict = { verdict: "missing", fix: "补交" };
    const items = [
      item("1", { judged: judged(missing) }),
      item("2", { judged: judged(missing), necessity: "optional" }),
      item("3", { judged: judged(FIX), necessity: "optional" }),
    ];
    expect(defectsOf(review(items)).map(({ material }) => material)).toEqual(["1", "3"]);
    expect(tally(review(items))).toEqual([
      { kind: "needs_fixing", count: 1 },
      { kind: "missing", count: 2 },
    ]);
  });
});

describe("keys", () => {
  const press: Press = { key: "2", code: "Digit2", ctrl: false, alt: false, composing: false, typing: false, covered: false };

  it("1 to 5 are the verdicts in their order", () => {
    expect(VERDICTS).toEqual(["meets", "needs_fixing", "missing", "waived", "exempt"]);
    VERDICTS.forEach((_, index) => {
      expect(means({ ...press, key: String(index + 1) }, String(index + 1))).toBe(true);
    });
  });

  it("stay silent while someone types, composes or has a dialog open", () => {
    for (const busy of [{ typing: true }, { composing: true }, { covered: true }, { ctrl: true }, { alt: true }]) {
      expect(means({ ...press, ...busy }, "2"), JSON.stringify(busy)).toBe(false);
    }
  });
});

describe("proposals", () => {
  it("the criterion that speaks of the defect says how to mend it", () => {
    expect(proposeFix(w, ID_CARD, "身份证已过有效期")).toBe("请补正后重新提交，应做到：在有效期内。");
    expect(proposeFix(w, ID_CARD, "姓名与户口簿不一致")).toContain("姓名、号码与户口簿一致。");
    expect(proposeFix(w, ID_CARD, "xyz"), "all of them where none speaks of it").toContain("在有效期内；姓名");
    expect(proposeFix(w, null, "身份证已过有效期")).toBe("请补正后重新提交。");
  });

  it("a missing material is asked for with its numbers and its source", () => {
    expect(proposeWay(w, ID_CARD)).toBe("请提交原件 1 份、复印件 1 份。公安机关核发。容缺后补，期限7个工作日。");
    expect(proposeWay(w, { ...ID_CARD, copies: 0, source_note: null })).toBe("请提交原件 1 份。向核发部门申领。");
    expect(proposeWay(w, null)).toBe("请补交这份材料。");
  });

  it("the guide's days come before the usual ones", () => {
    expect(proposeDays(ID_CARD)).toBe(7);
    expect(proposeDays({ ...ID_CARD, source_note: "当日补齐。" })).toBe(5);
    expect(proposeDays({ ...ID_CARD, source_note: "期限90个工作日" })).toBe(5);
  });
});

describe("the verdict that is being written", () => {
  const line = item("id", { name: "居民身份证", necessity: "deferrable" });

  it("a chosen defect brings its way to mend, but never over words of one's own", () => {
    const empty = withKind(w, formOf(line), "needs_fixing", line, ID_CARD);
    expect(verdictOf(empty)).toBeNull();
    const chosen = withDefect(w, empty, "身份证已过有效期", ID_CARD);
    expect(verdictOf(chosen)).toEqual({
      verdict: "needs_fixing",
      defect: "身份证已过有效期",
      fix: "请补正后重新提交，应做到：在有效期内。",
    });
    const other = withDefect(w, chosen, "姓名与户口簿不一致", ID_CARD);
    expect(other.fix).not.toBe(chosen.fix);
    expect(isProposedFix(w, ID_CARD, other.fix)).toBe(true);
    const own = withDefect(w, { ...chosen, fix: "请本人来换。" }, "复印件缺反面", ID_CARD);
    expect(own.fix).toBe("请本人来换。");
  });

  it("a waiver needs a promise and days within the rule", () => {
    const form = withKind(w, formOf(line), "waived", line, ID_CARD);
    expect(verdictOf(form)).toEqual({
      verdict: "waived",
      promise: "申请人书面承诺在 7 个工作日内补交居民身份证。",
      due_days: 7,
    });
    expect(withDays(w, form, "3", line).promise).toContain("3 个工作日");
    expect(verdictOf({ ...form, days: "60" })).not.toBeNull();
    expect(verdictOf({ ...form, days: "61" })).toBeNull();
    expect(verdictOf({ ...form, promise: "  " })).toBeNull();
  });

  it("the certificate of the guide stands ready", () => {
    expect(verdictOf(withKind(w, formOf(line), "exempt", line, ID_CARD))).toEqual({
      verdict: "exempt",
      certificate: "居民身份证电子证照",
    });
    expect(verdictOf(withKind(w, formOf(line), "exempt", line, null))).toBeNull();
  });

  it("what is recorded in this round is not recorded twice, what is kept may be", () => {
    const done = item("id", { judged: judged(FIX) });
    expect(isRecorded(formOf(done), done, 1)).toBe(true);
    expect(isRecorded(formOf(done), done, 2)).toBe(false);
    expect(isRecorded({ ...formOf(done), fix: "别的办法" }, done, 1)).toBe(false);
  });
});

describe("counting paper", () => {
  const items = [item("id"), item("form", { paper: { originals: 1, copies: 0 } })];

  it("records only lines that say something new", () => {
    const counts = { ...countsOf(items), id: { originals: "1", copies: "" } };
    expect(receivedOf(items, counts)).toEqual([{ material: "id", paper: { originals: 1, copies: 0 } }]);
    expect(receivedOf(items, countsOf(items))).toEqual([]);
    expect(receivedOf(items, { id: { originals: "一", copies: "" } })).toBeNull();
  });

  it("fills in what is asked for and keeps what was counted", () => {
    const filled = asNeeded(countsOf(items), [ID_CARD, { ...ID_CARD, id: "form", originals: 9 }]);
    expect(filled).toEqual({
      id: { originals: "1", copies: "1" },
      form: { originals: "1", copies: "0" },
    });
  });
});

describe("where it leads", () => {
  function view(status: TicketView["ticket"]["status"]): TicketView {
    return { ticket: { status } } as TicketView;
  }

  it("from judging to the notice or to the department, and to waiting after either", () => {
    const open = review([item("1")]);
    const defect = review([item("1", { judged: judged(FIX) })]);
    const fine = review([item("1", { judged: judged(MEETS) })]);
    expect(leadOf(view("working"), open)).toBe("judge");
    expect(leadOf(view("working"), defect)).toBe("correct");
    expect(leadOf(view("working"), fine)).toBe("submit");
    expect(leadOf(view("awaiting_applicant"), defect)).toBe("wait");
    expect(leadOf(view("under_examination"), fine)).toBe("examined");
    expect(leadOf(view("suspended"), fine)).toBe("paused");
    expect(leadOf(view("closed"), fine)).toBe("over");
  });

  it("a second notice waits for a manager's leave", () => {
    const items = [item("1", { judged: judged(FIX, 2) })];
    const first = { id: "c", round: 1, defects: [], basis: "", due_days: 5, reason: null, issued_at: 0, issued_by: "a", answered_at: 1, late: null };
    const second = review(items, { round: 2, corrections: [first] });
    expect(needsLeave(review(items))).toBe(false);
    expect(needsLeave(second)).toBe(true);
    expect(needsLeave({ ...second, leave: { reason: "漏看", by: "m", at: 2 } })).toBe(false);
  });
});
