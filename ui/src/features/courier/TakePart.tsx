import { FileSearch, FolderOpen, PackageOpen } from "lucide-react";
import { type SyntheticEvent, useState } from "react";

import { currentHost, useAction } from "@/api";
import { errorWords, useWords } from "@/i18n";
import { Button, Notice, TextField } from "@/ui";

import { Carried } from "./Carried";
import styles from "./courier.module.css";
import { FoundFile } from "./FoundFile";
import { Imported } from "./Imported";
import { Lying } from "./Lying";
import { Part } from "./Part";

const KINDS = ["bbx"];

/** A file that came on a stick: it is looked at first, and nothing is done before that is said. */
export function TakePart() {
  const w = useWords();
  const words = w.courier.take;
  const inspect = useAction("courier_inspect");
  const carry = useAction("courier_carry");
  const take = useAction("courier_import");
  const path = inspect.variables?.path ?? "";

  function look(at: string) {
    carry.reset();
    take.reset();
    inspect.mutate({ path: at });
  }

  function again() {
    inspect.reset();
    carry.reset();
    take.reset();
  }

  const failed = inspect.error ?? carry.error ?? take.error;
  const isDone = Boolean(carry.data ?? take.data);
  return (
    <Part icon={PackageOpen} title={words.title}>
      <p>{words.lead}</p>
      {!inspect.data && (
        <>
          <Lying isBusy={inspect.isPending} onChoose={look} />
          <Choose isBusy={inspect.isPending} onChoose={look} />
        </>
      )}
      {inspect.data && !isDone && (
        <FoundFile
          file={inspect.data}
          isBusy={carry.isPending || take.isPending}
          onAgain={again}
          onCarry={() => carry.mutate({ path })}
          onImport={() => take.mutate({ path })}
          path={path}
        />
      )}
      {carry.data && <Carried carried={carry.data} />}
      {take.data && <Imported imported={take.data} />}
      {isDone && (
        <div className={styles.steps}>
          <Button onPress={again}>{words.another}</Button>
        </div>
      )}
      {failed && (
        <Notice announce tone="red">
          {errorWords(w, failed)}
        </Notice>
      )}
    </Part>
  );
}

/** The system's dialog where there is one; a path that is typed where there is none. */
function Choose({ isBusy, onChoose }: { isBusy: boolean; onChoose: (path: string) => void }) {
  const words = useWords().courier.take;
  const [path, setPath] = useState("");
  const { pickFile } = currentHost();
  if (pickFile) {
    const pick = async () => {
      const chosen = await pickFile(words.pickTitle, KINDS).catch(() => null);
      if (chosen !== null) onChoose(chosen);
    };
    return (
      <div className={styles.steps}>
        <Button busy={isBusy} icon={FolderOpen} onPress={() => void pick()}>
          {words.pick}
        </Button>
      </div>
    );
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (path.trim() !== "") onChoose(path.trim());
  };
  return (
    <form className={styles.choose} onSubmit={submit}>
      <TextField hint={words.pathHint} label={words.path} maxLength={1024} onChange={setPath} value={path} />
      <Button busy={isBusy} icon={FileSearch} isDisabled={path.trim() === ""} type="submit">
        {words.look}
      </Button>
    </form>
  );
}
