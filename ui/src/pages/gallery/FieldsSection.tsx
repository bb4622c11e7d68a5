import { Signpost, Wrench } from "lucide-react";
import { useState } from "react";

import { useWords } from "@/i18n";
import { Checkbox, Choice, ChoiceCards, ComboBox, SearchField, Select, TextArea, TextField } from "@/ui";

import styles from "./gallery.module.css";

/** Everything one writes into or chooses from. */
export function FieldsSection() {
  const w = useWords();
  const [name, setName] = useState("李桂芳");
  const [id, setId] = useState("11010519491231002");
  const [text, setText] = useState("");
  const [via, setVia] = useState<"counter" | "phone" | "message">("phone");
  const [card, setCard] = useState<"own_level" | "out_of_scope">("own_level");
  const [role, setRole] = useState<string | null>("service");
  const [search, setSearch] = useState("");
  const [combo, setCombo] = useState("");
  const [on, setOn] = useState(true);
  const vias = (["counter", "phone", "message"] as const).map((key) => ({
    id: key,
    label: w.enums.via[key],
  }));
  const roles = (["service", "consultant", "management", "village"] as const).map((key) => ({
    id: key,
    label: w.enums.role[key],
  }));
  return (
    <section className={styles.card}>
      <SearchField clearLabel={w.common.clear} label={w.library.search} onSearch={setSearch} value={search} />
      <TextField isRequired label={w.ticket.name} onChange={setName} value={name} />
      <TextField
        label={w.ticket.idNumber}
        onChange={setId}
        value={id}
        warning={w.enums.warning.id_number_length}
      />
      <TextField error={w.register.nameMissing} label={w.ticket.bodyName} onChange={setText} value={text} />
      <TextField isDisabled label={w.ticket.phone} onChange={setText} value="138 **** 8000" />
      <TextArea hint={w.register.requestHint} label={w.register.request} onChange={setText} value={text} />
      <Select label={w.ticket.dialog.escalate.consultant} onChange={setRole} options={roles} value={role} />
      <ComboBox
        emptyText={w.register.noMatter}
        label={w.register.matter}
        onChange={setRole}
        onText={setCombo}
        openLabel={w.register.openMatters}
        options={roles.filter(({ label }) => label.includes(combo))}
        placeholder={w.register.matterPlaceholder}
        text={combo}
        value={role}
      />
      <Choice label={w.ticket.reply.via} onChange={setVia} options={vias} value={via} />
      <ChoiceCards
        cards={[
          { id: "own_level", icon: Wrench, label: w.enums.triage.own_level, note: w.triage.about.own_level },
          { id: "out_of_scope", icon: Signpost, label: w.enums.triage.out_of_scope, note: w.triage.about.out_of_scope },
        ]}
        label={w.triage.outcome}
        onChange={setCard}
        value={card}
      />
      <Checkbox isSelected={on} onChange={setOn}>
        {w.register.withAgent}
      </Checkbox>
    </section>
  );
}
