import type { DraftState } from "@/api";
import { DefectChips } from "@/forms";
import type { Material, ReviewItem } from "@/generated/types";
import { useWords } from "@/i18n";
import { TextArea, TextField } from "@/ui";

import { areDays, type VerdictForm, withDays, withDefect } from "../rules/verdictForm";

interface Draft {
  value: VerdictForm;
  set: (value: VerdictForm) => void;
  flush: () => void;
  state: DraftState;
}

/** The few words a verdict needs, proposed from the guide. */
export function VerdictFields({ draft, item, material }: {
  draft: Draft;
  item: ReviewItem;
  material: Material | null;
}) {
  const w = useWords();
  const words = w.review.verdict;
  const { value: form, set, flush } = draft;
  const common = { isRequired: true, maxLength: 4000, onBlur: flush };
  switch (form.kind) {
    case "needs_fixing":
      return (
        <>
          <DefectChips
            chosen={[form.defect]}
            defects={material?.defects ?? []}
            onChoose={(defect) => set(withDefect(w, form, defect, material))}
          />
          <div
            onKeyDown={(event) => {
              const next = stepped(material?.defects ?? [], form.defect, event.key);
              if (next === null || event.nativeEvent.isComposing) return;
              event.preventDefault();
              set(withDefect(w, form, next, material));
            }}
            role="presentation"
          >
            <TextArea
              {...common}
              hint={(material?.defects ?? []).length > 0 ? words.defectKeys : undefined}
              label={words.defect}
              onChange={(defect) => set({ ...form, defect })}
              placeholder={words.defectHint}
              rows={2}
              value={form.defect}
            />
          </div>
          <TextArea
            {...common}
            label={words.fix}
            onChange={(fix) => set({ ...form, fix })}
            rows={2}
            value={form.fix}
          />
        </>
      );
    case "missing":
      return (
        <TextArea
          {...common}
          hint={item.necessity === "optional" ? words.optionalMissing : undefined}
          label={words.way}
          onChange={(way) => set({ ...form, way })}
          rows={3}
          value={form.way}
        />
      );
    case "waived":
      return (
        <>
          <TextArea
            {...common}
            hint={words.promiseHint}
            label={words.promise}
            onChange={(promise) => set({ ...form, promise })}
            rows={2}
            value={form.promise}
          />
          <TextField
            {...common}
            error={areDays(form.days) ? null : w.review.notice.daysRange}
            inputMode="numeric"
            label={words.days}
            maxLength={2}
            onChange={(days) => set(withDays(w, form, days.trim(), item))}
            value={form.days}
          />
        </>
      );
    case "exempt":
      return (
        <TextField
          {...common}
          hint={words.certificateHint}
          label={words.certificate}
          onChange={(certificate) => set({ ...form, certificate })}
          value={form.certificate}
        />
      );
    case "meets":
    case "":
      return null;
  }
}

/** The common defect above or below `now`; `null` where someone writes words of their own. */
function stepped(defects: readonly string[], now: string, key: string): string | null {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  const at = defects.indexOf(now);
  if (step === undefined || defects.length === 0 || (at === -1 && now !== "")) return null;
  const start = at === -1 && step === -1 ? 0 : at;
  return defects[(start + step + defects.length) % defects.length] ?? null;
}
