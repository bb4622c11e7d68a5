import { Link } from "@tanstack/react-router";
import { Lock, LockOpen } from "lucide-react";

import { useCommand } from "@/api";
import type { Me, Recovery, Timestamp } from "@/generated/types";
import { fullWhenWords, useWords, whenWords } from "@/i18n";
import { DefinitionList, Notice, Seal, State, useNow } from "@/ui";

import { version } from "../../../package.json";

import { SettingsPart } from "./SettingsPart";
import styles from "./settings.module.css";

/** Who I am here, and how the data on this machine is protected. */
export function AccountPart() {
  const w = useWords();
  const words = w.settings.account;
  const { data: session } = useCommand("session_state", {});
  if (!session?.me) return null;
  const { staff, organisation } = session.me;
  return (
    <SettingsPart title={words.title}>
      <DefinitionList
        items={[
          [words.name, staff.name],
          [words.account, staff.account],
          [words.staffNo, staff.staff_no],
          [words.role, `${staff.post}${w.punctuation.dot}${w.enums.role[staff.role]}`],
          [words.organisation, organisation?.name ?? words.notChosen],
        ]}
      />
      <ProtectionNote me={session.me} />
      {session.recovery && <RecoveryNote recovery={session.recovery} />}
    </SettingsPart>
  );
}

/** Two factors, or the password alone: then it says that this is weaker, and why. */
function ProtectionNote({ me: { protection } }: { me: Me }) {
  const w = useWords();
  const words = w.settings.account;
  const strong = protection === "keyring_and_password";
  return (
    <div className={styles.protection}>
      <State filled icon={strong ? Lock : LockOpen} tone={strong ? "jade" : "amber"}>
        {w.enums.protection[protection]}
      </State>
      {strong ? <p className="soft">{words.strong}</p> : <Notice tone="amber">{words.weaker}</Notice>}
    </div>
  );
}

function RecoveryNote({ recovery: { at, recovered, moved_to: file } }: { recovery: Recovery }) {
  const w = useWords();
  const words = w.settings.account;
  return (
    <Notice tone="blue">
      <p>{words.recoveredText(fullWhenWords(w, at), recovered)}</p>
      <p>{words.kept(file)}</p>
    </Notice>
  );
}

/** How fresh the data on this machine is, and where it comes from. */
export function DataPart() {
  const w = useWords();
  const words = w.settings.data;
  const now = useNow();
  const { data: session } = useCommand("session_state", {});
  const { data: state } = useCommand("sync_state", {});
  const { data: library } = useCommand("library_facets", {});
  const when = (at: Timestamp | null | undefined) =>
    at ? whenWords(w, at, now) : w.common.noData;
  return (
    <SettingsPart title={words.title}>
      <DefinitionList
        items={[
          [words.asOf, when(state?.data_as_of)],
          [words.lastContact, when(state?.last_contact)],
          [words.library, library && words.counts(library.matters, library.knowledge)],
          [words.pending, state?.pending ? w.common.items(state.pending) : words.none],
          [words.platform, session?.platform_url],
        ]}
      />
      {session?.sample && <Notice tone="blue">{words.sample}</Notice>}
      <p>
        <Link to="/station">{words.details}</Link>
      </p>
      <p>
        <Link to="/courier">{w.courier.open}</Link>
      </p>
    </SettingsPart>
  );
}

/** What this program is. */
export function AboutPart() {
  const w = useWords();
  const words = w.settings.about;
  return (
    <SettingsPart title={words.title}>
      <div className={styles.about}>
        <Seal size={2.75} />
        <div>
          <p>
            <b>{words.product}</b> <span className="soft figures">{words.version(version)}</span>
          </p>
          <p>{words.text}</p>
          <p className="soft">{words.licence}</p>
        </div>
      </div>
    </SettingsPart>
  );
}
