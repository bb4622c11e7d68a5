import { FileCheck2 } from "lucide-react";
import { useMemo, useState } from "react";

import { type DraftForm, useAction, useCommand, useDraft } from "@/api";
import { DraftMark } from "@/forms";
import type { FileTaken, ReviewItem, Rule } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, Choice, Dialog, ErrorState, Notice, Select, TextField, toast, useSettled, Waiting } from "@/ui";

import styles from "./form.module.css";
import { FormSheet } from "./FormSheet";
import { dataOf, type Filled, type FormField, fieldsOf, problemWords, titleOf } from "./schema";

type Shown = "fill" | "blank" | "sample";

/** How a form is kept: what is filled in, as the checks read it. */
const FORM_DRAFT: DraftForm<Filled | null> = {
  empty: null,
  write: (filled) => (filled === null ? "" : JSON.stringify(filled)),
  read: (text) => {
    try {
      const value: unknown = JSON.parse(text);
      const isForm = typeof value === "object" && value !== null;
      return isForm ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, String(v)])) : null;
    } catch {
      return null;
    }
  },
};

/** The standard form of a material, filled in together with the citizen and checked as one types. */
export function FormDialog({ ticket, item, against, onClose }: {
  ticket: string;
  item: ReviewItem;
  /** The rule that stands against keeping it as a file; `null`: nothing does. */
  against: Rule | null;
  onClose: () => void;
}) {
  const w = useWords();
  const opened = useCommand("form_open", { ticket, material: item.material });
  const draft = useDraft(`form:${ticket}:${item.material}`, FORM_DRAFT);
  const [shown, setShown] = useState<Shown>("fill");
  const schema = opened.data?.schema;
  const fields = useMemo(() => fieldsOf(schema), [schema]);
  const known = useMemo(() => texts(opened.data?.known), [opened.data]);
  const filled = draft.value ?? known;
  const settled = useSettled(JSON.stringify(dataOf(fields, filled)), 250);
  const checked = useCommand(
    "form_check",
    { ticket, material: item.material, data: JSON.parse(settled) as Record<string, unknown> },
    { enabled: fields.length > 0, keepPrevious: true },
  );
  const problems = checked.data ?? [];
  const data = dataOf(fields, filled);
  // What is being typed has been checked.
  const isChecked = JSON.stringify(data) === settled && !checked.isPlaceholderData;
  const isWhole = checked.isSuccess && isChecked && problems.length === 0;
  const keeping = useAction("form_keep");
  const notNow =
    against !== null ? w.errors.rule[against] : isWhole ? null : w.files.form.notWhole;
  const keep = () =>
    keeping.mutate(
      { ticket, material: item.material, data },
      {
        onSuccess: ({ outcome, held }: FileTaken) => {
          if (outcome === "filed") {
            toast("jade", w.files.form.kept(item.name));
            onClose();
          } else {
            const why = held ? w.files.held.why[held][0] : w.files.incoming.warned;
            toast("red", w.files.form.notKept(why));
          }
        },
      },
    );
  return (
    <Dialog
      closeLabel={w.common.close}
      footer={
        <>
          <DraftMark state={draft.state} />
          <Button onPress={onClose} tone={isWhole ? "quiet" : "primary"}>
            {w.common.close}
          </Button>
          {opened.isSuccess && (
            <Button
              busy={keeping.isPending}
              icon={FileCheck2}
              onPress={keep}
              reason={notNow}
              tone={isWhole ? "primary" : "quiet"}
            >
              {w.files.form.keep}
            </Button>
          )}
        </>
      }
      isOpen
      onClose={onClose}
      title={titleOf(schema) || item.name}
      width={52}
    >
      {opened.isPending && <Waiting label={w.common.loading} />}
      {opened.isError && <ErrorState text={errorWords(w, opened.error)} title={w.errors.title} />}
      {keeping.error && (
        <Notice announce tone="red">
          {errorWords(w, keeping.error)}
        </Notice>
      )}
      {opened.isSuccess && (
        <div className={styles.form}>
          <Choice
            hideLabel
            label={w.forms.shown.label}
            onChange={setShown}
            options={(["fill", "blank", "sample"] as const).map((id) => ({ id, label: w.forms.shown[id] }))}
            value={shown}
          />
          {shown === "fill" ? (
            <>
              <Notice tone={isWhole ? "jade" : "blue"}>
                {isWhole ? w.forms.whole : w.forms.left(problems.length)}
              </Notice>
              <div className={styles.fields}>
                {fields.map((field) => (
                  <Field
                    field={field}
                    key={field.name}
                    onChange={(value) => draft.set({ ...filled, [field.name]: value })}
                    problem={
                      (filled[field.name] ?? "") === "" ? "" : problemWords(w, problems, field.name)
                    }
                    value={filled[field.name] ?? ""}
                  />
                ))}
              </div>
            </>
          ) : (
            <FormSheet fields={fields} isSample={shown === "sample"} />
          )}
        </div>
      )}
    </Dialog>
  );
}

function texts(known: Record<string, unknown> | undefined): Filled {
  return Object.fromEntries(Object.entries(known ?? {}).map(([name, value]) => [name, String(value)]));
}

function Field({ field, value, problem, onChange }: {
  field: FormField;
  value: string;
  problem: string;
  onChange: (value: string) => void;
}) {
  const label = field.title;
  if (field.kind === "choice") {
    return (
      <Select
        isRequired={field.isRequired}
        label={label}
        onChange={onChange}
        options={field.choices.map((choice) => ({ id: choice, label: choice }))}
        value={value || null}
      />
    );
  }
  return (
    <TextField
      error={problem || undefined}
      hint={field.hint}
      isRequired={field.isRequired}
      label={label}
      onChange={onChange}
      value={value}
    />
  );
}
