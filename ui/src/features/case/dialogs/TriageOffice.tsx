import { useState } from "react";

import { useCommand } from "@/api";
import { useWords } from "@/i18n";
import { Button, ComboBox, TextArea, TextField } from "@/ui";

import { emptyWords } from "./emptyWords";
import { officesFor } from "./triage";
import { type AskedDirectory, type TriageFieldsProps, ViaChoice } from "./TriageFields";
import styles from "./TriageDialog.module.css";

/** 不属本级范围: the right office, its address and phone, and what the citizen was told. */
export function OfficeFields(props: TriageFieldsProps & { directory: AskedDirectory }) {
  const { ticket, form, change, onBlur } = props;
  const words = useWords().triage.office;
  const named = [form.office, form.address, form.phone].every((part) => part.trim() !== "");
  const sentence = words.sentence(form.office.trim(), form.address.trim(), form.phone.trim());
  const mayWrite = named && !form.told.includes(sentence);
  return (
    <>
      <div className={styles.where}>
        <OfficePick {...props} />
        <TextField
          inputMode="tel"
          isRequired
          label={words.phone}
          maxLength={60}
          onBlur={onBlur}
          onChange={(phone) => change({ phone })}
          type="tel"
          value={form.phone}
        />
      </div>
      <TextField
        isRequired
        label={words.address}
        maxLength={200}
        onBlur={onBlur}
        onChange={(address) => change({ address })}
        value={form.address}
      />
      <div className={styles.told}>
        <TextArea
          hint={words.toldHint}
          isRequired
          label={words.told}
          maxLength={4000}
          onBlur={onBlur}
          onChange={(told) => change({ told })}
          rows={2}
          value={form.told}
        />
        {mayWrite && (
          <Button onPress={() => change({ told: `${sentence}${form.told}` })} size="small">
            {words.write}
          </Button>
        )}
      </div>
      <ViaChoice change={change} form={form} label={words.via} onBlur={onBlur} ticket={ticket} />
    </>
  );
}

/** Typed freely, or picked: then address and phone come along. */
function OfficePick({ ticket, form, change, directory }: TriageFieldsProps & {
  directory: AskedDirectory;
}) {
  const w = useWords();
  const words = w.triage.office;
  const [typed, setTyped] = useState<string | null>(null);
  const matter = ticket.matter?.id ?? "";
  const guide = useCommand("matter_get", { id: matter }, { enabled: matter !== "" });
  const department = guide.data?.matter.department;
  const offices = officesFor(directory.data, ticket.organisation, department, typed ?? "");

  const known = directory.data?.organisations.find(({ name }) => name === form.office);

  /** The name of an office brings its address and phone along, whether picked or typed. */
  function put(office: string) {
    const named = directory.data?.organisations.find(({ name }) => name === office);
    change(named ? { office, address: named.address, phone: named.phone } : { office });
  }

  function choose(id: string | null) {
    setTyped(null);
    const office = offices.find((one) => one.id === id);
    if (office) put(office.name);
  }

  function onText(text: string) {
    if (text === form.office) return;
    setTyped(text);
    put(text);
  }

  return (
    <ComboBox
      allowsOwnText
      emptyText={emptyWords(w, directory, words.none)}
      isRequired
      label={words.name}
      onChange={choose}
      onText={onText}
      openLabel={words.open}
      options={offices.map(({ id, name, address }) => ({
        id,
        label: name,
        note: name === department ? `${words.department}${w.punctuation.dot}${address}` : address,
      }))}
      placeholder={words.placeholder}
      text={form.office}
      value={known?.id ?? null}
    />
  );
}
