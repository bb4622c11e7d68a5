import { useState } from "react";

import { useAction, useCommand } from "@/api";
import type { DeskName } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, ErrorState, TextField, toast, Waiting } from "@/ui";

import { SettingsPart } from "./SettingsPart";
import styles from "./settings.module.css";

/** As much as a line of the managers' list holds. */
const MOST_NAME = 80;

/** What this machine is called where managers see all desks. */
export function DeskPart() {
  const w = useWords();
  const told = useCommand("desk_name_get", {});
  return (
    <SettingsPart title={w.settings.desk.title}>
      {told.data && <NameForm key={told.data.name} told={told.data} />}
      {told.isPending && <Waiting label={w.common.loading} />}
      {told.isError && !told.data && (
        <ErrorState
          action={<Button onPress={() => void told.refetch()}>{w.common.retry}</Button>}
          text={errorWords(w, told.error)}
          title={w.errors.title}
        />
      )}
    </SettingsPart>
  );
}

function NameForm({ told }: { told: DeskName }) {
  const w = useWords();
  const words = w.settings.desk;
  const [name, setName] = useState(told.is_set ? told.name : "");
  const set = useAction("desk_name_set");
  const change = (next: string | null) =>
    set.mutate(
      { name: next },
      { onSuccess: ({ name: now }) => toast("jade", words.done(now)) },
    );
  const isKept = name.trim() === (told.is_set ? told.name : "");
  return (
    <form
      className={styles.scan}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isKept) change(name.trim() === "" ? null : name.trim());
      }}
    >
      <div className={styles.scanPath}>
        <TextField
          error={set.error?.code === "bad_input" ? words.wrong : set.error && errorWords(w, set.error)}
          hint={words.hint}
          label={words.name}
          maxLength={MOST_NAME}
          onChange={setName}
          placeholder={words.placeholder}
          value={name}
        />
        <Button busy={set.isPending} isDisabled={isKept} type="submit">
          {words.use}
        </Button>
        {told.is_set && (
          <Button isDisabled={set.isPending} onPress={() => change(null)} tone="plain">
            {words.usual}
          </Button>
        )}
      </div>
      <p aria-live="polite" className={styles.scanState}>
        {told.is_set ? words.usualIs(told.usual) : words.nowUsual(told.name)}
      </p>
    </form>
  );
}
