import { useState } from "react";

import { useAction } from "@/api";
import type { ApiError, DrafterModel } from "@/generated/types";
import { errorWords, useWords, type Words } from "@/i18n";
import { Button, Notice, TextField, toast } from "@/ui";

import styles from "./settings.module.css";

/** Address, model and key. The key goes in and never comes out again. */
export function DrafterForm({ model }: { model: DrafterModel | null }) {
  const w = useWords();
  const words = w.model.settings;
  const [address, setAddress] = useState(model?.address ?? "");
  const [name, setName] = useState(model?.name ?? "");
  const [key, setKey] = useState("");
  const set = useAction("drafter_set");
  const off = useAction("drafter_off");
  const isKept = model?.address === address.trim() && model.name === name.trim() && key === "";
  const isElsewhere = model?.key != null && model.address !== address.trim();
  const wrong = (field: string) => wrongWords(w, set.error, field);

  function save() {
    const input = { address: address.trim(), model: name.trim(), key: key === "" ? null : key };
    set.mutate(input, {
      onSuccess: () => {
        setKey("");
        toast("jade", words.saved);
      },
    });
  }

  return (
    <form
      className={styles.drafter}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isKept) save();
      }}
    >
      <TextField
        error={wrong("address")}
        hint={words.addressHint}
        label={words.address}
        maxLength={300}
        onChange={setAddress}
        placeholder={words.addressPlaceholder}
        value={address}
      />
      <TextField
        error={wrong("model")}
        label={words.name}
        maxLength={100}
        onChange={setName}
        placeholder={words.namePlaceholder}
        value={name}
      />
      <TextField
        autoComplete="new-password"
        error={wrong("key")}
        hint={key === "" ? keyHint(w, model) : null}
        label={words.key}
        maxLength={500}
        onChange={setKey}
        type="password"
        value={key}
        warning={isElsewhere && key === "" ? words.otherKey : null}
      />
      {set.error && set.error.code !== "bad_input" && (
        <Notice announce tone="red">
          {errorWords(w, set.error)}
        </Notice>
      )}
      <div className={styles.drafterFoot}>
        <Button busy={set.isPending} isDisabled={isKept} type="submit">
          {model ? words.save : words.turnOn}
        </Button>
        {model && <Trial isKept={isKept} />}
        {model && (
          <Button
            busy={off.isPending}
            onPress={() => off.mutate({}, { onSuccess: () => toast("jade", words.wentOff) })}
            tone="plain"
          >
            {words.off}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Asks the model a word, and says what came of it. */
function Trial({ isKept }: { isKept: boolean }) {
  const w = useWords();
  const words = w.model.settings;
  const trial = useAction("drafter_try");
  const fault = trial.data?.fault ?? null;
  const isTold = isKept && !trial.isPending;
  return (
    <>
      <Button busy={trial.isPending} isDisabled={!isKept} onPress={() => trial.mutate({})}>
        {words.tryIt}
      </Button>
      <div aria-live="polite" className={styles.trial}>
        {!trial.data && !trial.error && <p className="soft">{words.tryHint}</p>}
        {isTold && trial.data && (
          <Notice tone={fault === null ? "jade" : "red"}>
            {fault === null ? words.works : w.model.fault[fault]}
          </Notice>
        )}
        {isTold && trial.error && <Notice tone="red">{errorWords(w, trial.error)}</Notice>}
      </div>
    </>
  );
}

function keyHint(w: Words, model: DrafterModel | null): string {
  const words = w.model.settings;
  return model?.key ? words.keyPlace[model.key] : words.noKey;
}

/** What is wrong with a field, in words that say how to mend it. */
function wrongWords(w: Words, error: ApiError | null, field: string): string | null {
  if (error?.code !== "bad_input" || error.params.field !== field) return null;
  const words: Partial<Record<string, string>> = w.model.settings.wrong;
  return words[error.params.why ?? field] ?? errorWords(w, error);
}
