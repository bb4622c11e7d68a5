import { CircleCheck, CircleSlash } from "lucide-react";

import { useCommand } from "@/api";
import { errorWords, useWords } from "@/i18n";
import { Button, ErrorState, State, Waiting } from "@/ui";

import { DrafterForm } from "./DrafterForm";
import { SettingsPart } from "./SettingsPart";
import styles from "./settings.module.css";

/** The model that drafts replies: what leaves the desk for it, where it is, whether it answers. */
export function DrafterPart() {
  const w = useWords();
  const words = w.model.settings;
  const told = useCommand("drafter_get", {});
  const model = told.data?.model ?? null;
  return (
    <SettingsPart title={words.title}>
      <p className="soft">{words.about}</p>
      <ul className={styles.leaves}>
        {words.leaves.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {told.data && (
        <>
          <p>
            <State filled icon={model ? CircleCheck : CircleSlash} tone={model ? "jade" : "soft"}>
              {model ? words.state(model.name, model.address) : words.isOff}
            </State>
          </p>
          <DrafterForm key={`${model?.address ?? ""} ${model?.name ?? ""}`} model={model} />
        </>
      )}
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
